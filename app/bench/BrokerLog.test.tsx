import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { RunView } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { BrokerLog } from './BrokerLog.tsx';
import { at, view } from './fixture.test-data.ts';
import { filtered, namedLines } from './lineFilter.ts';

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

it('narrows to a level, or leaves out the lines on single packets', async () => {
  show(view);
  const levels = screen.getByRole('combobox', { name: 'Show' });
  await userEvent.selectOptions(levels, 'all but packets');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['0.000 s mosquitto version 2.0.21 starting']);
  await userEvent.selectOptions(levels, 'errors');
  expect(screen.getByText('No line of this kind up to here.')).toBeTruthy();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), 'socket');
  expect(screen.getByText('No line of this kind up to here contains “socket”.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
});

it('says when older lines are left out', () => {
  show({ ...view, log: Array.from({ length: 500 }, (_, index) => ({ kind: 'brokerLog', at: at(index), level: 'debug', text: 'again' })) });
  expect(screen.getByText('The last 500 lines up to the playhead; older ones are not shown.')).toBeTruthy();
});

it('names equal lines apart', () => {
  const line = { at: at(5), from: 'information', text: 'again' };
  expect(new Set(namedLines([line, line, line]).map(({ key }) => key)).size).toBe(3);
});

it('takes blanks around the words of a filter for nothing', () => {
  const lines = namedLines([{ at: at(5), from: 'notice', text: 'Client a disconnected.' }]);
  expect(filtered(lines, { takes: () => true, text: '  client A ' })).toHaveLength(1);
  expect(filtered(lines, { takes: (from) => from === 'error', text: '' })).toEqual([]);
});
