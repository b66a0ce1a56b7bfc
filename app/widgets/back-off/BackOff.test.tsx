import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_FAULTS } from '#simulations';
import { someStorm } from '../../fleet/someFleet.test-data.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { forgetFleets } from '../../state/fleet.ts';
import BackOff from './BackOff.tsx';
import { KNOBS, stormOf } from './knobs.ts';
import { waitRanges } from './waits.ts';

const laboratory = new FakeLaboratory();
vi.mock('#simulations/worker', () => ({ startLaboratory: () => laboratory }));

beforeEach(() => {
  laboratory.reset();
  window.location.hash = '#/widgets/back-off';
});
afterEach(() => {
  cleanup();
  forgetFleets();
});

const open = () => render(<BackOff />, { wrapper: Translations });

describe('the back-off lab', () => {
  it('runs both strategies with one seed by itself, and says which one was first', async () => {
    open();
    await waitFor(() => expect(laboratory.fleets).toHaveLength(2));
    const [one, other] = laboratory.fleets.map(({ scenario }) => scenario);
    expect(one).toMatchObject({ seed: 1, backoff: { kind: 'exponential' } });
    expect(other).toMatchObject({ seed: 1, backoff: { kind: 'full' } });
    for (const [index, allBackMs] of [1_567_000, 66_000].entries()) {
      const fleet = laboratory.fleets[index];
      if (fleet?.scenario.story === 'storm') fleet.resolve(someStorm(fleet.scenario, { allBackMs }));
    }
    expect(
      await screen.findByText(
        '1,000 devices: with full jitter all are back after 1 min 6 s, with exponential, no jitter after 26 min 7 s, 23.7 times as long.',
      ),
    ).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Both strategies' });
    expect(within(table).getByRole('row', { name: /All are back after 26 min 7 s 1 min 6 s/ })).toBeTruthy();
  });

  it('a cap below the base is refused at its place, and nothing runs', async () => {
    window.location.hash = '#/widgets/back-off?base=100&cap=10';
    open();
    expect(await screen.findByText('Cap: it must not be below the base.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(true);
    expect(laboratory.fleets).toHaveLength(0);
  });

  it('stop ends both, and says so', async () => {
    open();
    await waitFor(() => expect(laboratory.fleets).toHaveLength(2));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped before there was anything to show.')).toBeTruthy();
  });

  it('a run that was cut says by which limit', async () => {
    open();
    await waitFor(() => expect(laboratory.fleets).toHaveLength(2));
    for (const { scenario, resolve } of laboratory.fleets)
      if (scenario.story === 'storm') resolve(someStorm(scenario, { allBackMs: null, endedBy: 'time' }));
    expect(await screen.findAllByText('This run was cut')).toHaveLength(2);
    expect(screen.getByText('With neither strategy do all devices come back in this run.')).toBeTruthy();
  });

  it('a preset takes over strategies and faults', async () => {
    open();
    await userEvent.setup().click(screen.getByRole('button', { name: 'The course’s sample, with its faults' }));
    expect(screen.getByText(/a comment that promises 1, 2, 4, 8 s gets 2, 4, 8, 16 s/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /^1 2 s – 3 s/ })).toBeTruthy();
  });
});

describe('waits, attempt by attempt', () => {
  const rule = { kind: 'additive', baseMs: 1_000, capMs: 120_000, additiveRatio: 0.5, ...NO_FAULTS } as const;

  it('F89 F90 the course’s sample begins at 2 s and goes to 180 s', () => {
    const faulty = waitRanges({ ...rule, raisesFirst: true, jitterPastCap: true }, 8);
    expect(faulty.map(({ shortest }) => shortest)).toEqual([2, 4, 8, 16, 32, 64, 120, 120]);
    expect(faulty.at(-1)?.longest).toBe(180);
    expect(waitRanges(rule, 8).map(({ shortest, longest }) => [shortest, longest])).toEqual([
      [1, 1.5],
      [2, 3],
      [4, 6],
      [8, 12],
      [16, 24],
      [32, 48],
      [64, 96],
      [120, 120],
    ]);
  });

  it('decorrelated jitter reckons from the longest wait before', () => {
    expect(waitRanges({ ...rule, kind: 'decorrelated' }, 5).map(({ longest }) => longest)).toEqual([3, 9, 27, 81, 120]);
  });
});

it('the knobs make the same storm for both, but for the strategy', () => {
  const values = Object.fromEntries(Object.entries(KNOBS).map(([name, knob]) => [name, knob.standard])) as never;
  const [one, other] = [stormOf(values, 'fixed'), stormOf(values, 'full')];
  expect({ ...one, backoff: null }).toEqual({ ...other, backoff: null });
});
