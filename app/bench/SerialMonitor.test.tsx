import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { SerialLine } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { at, view } from './fixture.test-data.ts';
import { SerialMonitor } from './SerialMonitor.tsx';

afterEach(cleanup);

const line = (instant: number, client: string, text: string): SerialLine => ({ kind: 'serial', at: at(instant), client, text });
const printed: RunView = {
  ...view,
  serial: [
    line(800_000, 'valve', 'WiFi connected'),
    line(900_000, 'pump', 'Attempting MQTT connection...'),
    line(950_000, 'valve', 'rc=-2'),
  ],
};
const show = (shown: RunView | null, programs = ['valve', 'pump']) =>
  render(<SerialMonitor view={shown} programs={programs} />, { wrapper: Translations });
const texts = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

it('says before a run what will come, and afterwards that nothing was printed', () => {
  show(null);
  expect(screen.getByText(/Press Run: what the programs print/)).toBeTruthy();
  cleanup();
  show(view);
  expect(screen.getByText('No program has printed anything yet.')).toBeTruthy();
});

it('says whose each line is where there are several programs', () => {
  show(printed);
  expect(texts()).toEqual(['0.800 s valve WiFi connected', '0.900 s pump Attempting MQTT connection...', '0.950 s valve rc=-2']);
  expect(screen.getByRole('listitem', { current: 'step' }).textContent).toContain('rc=-2');
});

it('leaves that out for a single one, and has nothing to choose', () => {
  show({ ...printed, serial: printed.serial.slice(0, 1) }, ['valve']);
  expect(texts()).toEqual(['0.800 s WiFi connected']);
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('narrows to one program and by text, and copies what is left', async () => {
  const user = userEvent.setup();
  show(printed);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Program' }), 'valve');
  expect(texts()).toHaveLength(2);
  await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'RC=');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe('0.950 s  valve  rc=-2');
});
