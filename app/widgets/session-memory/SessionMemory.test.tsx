import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { someRest } from '../../fleet/someFleet.test-data.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { forgetFleets } from '../../state/fleet.ts';
import SessionMemory from './SessionMemory.tsx';

const laboratory = new FakeLaboratory();
vi.mock('#simulations/worker', () => ({ startLaboratory: () => laboratory }));

beforeEach(() => {
  laboratory.reset();
  window.location.hash = '#/widgets/session-memory';
});
afterEach(() => {
  cleanup();
  forgetFleets();
});

const open = () => render(<SessionMemory />, { wrapper: Translations });

it('F96 the course’s example: stated as 50 MB, 15 MB by its own figures, 6.281 MB on a native broker', () => {
  open();
  expect(screen.getAllByText(/15 MB by the stated figures, 6.281 MB as measured on a native Mosquitto\./).length).toBeGreaterThan(0);
  expect(screen.getByText(/the course states 50 MB\. Its own figures, .* make 15 MB\./)).toBeTruthy();
  expect(screen.getByRole('row', { name: /The whole fleet 15 MB \(14.31 MiB\) 6.281 MB \(5.99 MiB\)/ })).toBeTruthy();
});

it('X27 is measured step by step, and the measured figures can be taken over', async () => {
  open();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Measure on the broker' }));
  await waitFor(() => expect(laboratory.fleets).toHaveLength(1));
  const fleet = laboratory.fleets[0];
  expect(fleet?.scenario).toMatchObject({ sessions: { devices: 1_000, subscriptionsEach: 5 }, messagesPerHour: 10, awaySeconds: 3_600 });
  if (fleet?.scenario.story === 'rest') fleet.resolve(someRest(fleet.scenario));
  expect(await screen.findByRole('row', { name: /a session 450 B 455 B/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reckon with these' }));
  // 450 and five times 340; 310 with its payload.
  expect(screen.getAllByText(/5.25 MB by the stated figures/).length).toBeGreaterThan(0);
});

it('a fleet that is more than a tab measures is run in part', () => {
  window.location.hash = '#/widgets/session-memory?devices=1000000';
  open();
  expect(screen.getByText(/Your fleet is more than a tab measures in a few seconds/)).toBeTruthy();
});
