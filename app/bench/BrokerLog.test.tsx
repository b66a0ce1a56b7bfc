import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { RunView } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { BrokerLog, namedLines } from './BrokerLog.tsx';
import { at, view } from './fixture.test-data.ts';

afterEach(cleanup);

const show = (shown: RunView | null) => render(<BrokerLog view={shown} />, { wrapper: Translations });

it('says before a run what will come and how', () => {
  show(null);
  expect(screen.getByText(/Press Run: the broker's own log lines/)).toBeTruthy();
});

it('says that the broker has been silent', () => {
  show({ ...view, log: [] });
  expect(screen.getByText('The broker has logged nothing yet.')).toBeTruthy();
});

it('shows the lines word for word and marks the current one', () => {
  show(view);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '0.000 s mosquitto version 2.0.21 starting',
    '0.350 s Received PUBLISH from ESP32_240AC4000001',
  ]);
  expect(screen.getByRole('listitem', { current: 'step' }).textContent).toContain('Received PUBLISH');
});

it('filters, whatever the case, and says when nothing is left', async () => {
  show(view);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), 'publish');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), ' nonsense');
  expect(screen.getByText('No line up to here contains “publish nonsense”.')).toBeTruthy();
});

it('copies what is shown', async () => {
  const user = userEvent.setup();
  show(view);
  await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'starting');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe('0.000 s  mosquitto version 2.0.21 starting');
});

it('says when the browser does not let it copy', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('no'));
  show(view);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText(/does not allow copying/)).toBeTruthy();
});

it('names equal lines apart', () => {
  const line = { kind: 'brokerLog', at: at(5), level: 'info', text: 'again' } as const;
  expect(new Set(namedLines([line, line, line]).map(({ key }) => key)).size).toBe(3);
});
