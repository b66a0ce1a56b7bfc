import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_FAULTS, type StormResult } from '#simulations';
import { someStorm } from '../../fleet/someFleet.test-data.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { forgetFleets } from '../../state/fleet.ts';
import { standardValues } from '../../state/knobs.ts';
import BackOff from './BackOff.tsx';
import { type BackOffValues, KNOBS, stormOf } from './knobs.ts';
import { notesOf, shownOf, winnerOf } from './shown.ts';
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

/** Ends a run, by its number, with what is given. */
async function finish(index: number, change: Partial<StormResult> = {}): Promise<void> {
  await waitFor(() => expect(laboratory.fleets.length).toBeGreaterThan(index));
  const fleet = laboratory.fleets[index];
  if (fleet?.scenario.story === 'storm') fleet.resolve(someStorm(fleet.scenario, change));
}

describe('the back-off lab', () => {
  it('runs both strategies with one seed by itself, and says which one was first', async () => {
    open();
    await waitFor(() => expect(laboratory.fleets).toHaveLength(2));
    const [one, other] = laboratory.fleets.map(({ scenario }) => scenario);
    expect(one).toMatchObject({ seed: 1, backoff: { kind: 'exponential' } });
    expect(other).toMatchObject({ seed: 1, backoff: { kind: 'full' } });
    await finish(0, { allBackMs: 1_567_000, digest: 'a' });
    await finish(1, { allBackMs: 66_000, digest: 'b' });
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
    await finish(0, { allBackMs: null, back: 900, endedBy: 'time', digest: 'a' });
    await finish(1, { allBackMs: null, back: 800, endedBy: 'time', digest: 'b' });
    for (const name of ['exponential, no jitter', 'full jitter'])
      expect(await screen.findByText(`The run with ${name} was cut`)).toBeTruthy();
    expect(
      screen.getByText('Not all of the 1,000 devices come back in this run: 900 with exponential, no jitter, 800 with full jitter.'),
    ).toBeTruthy();
  });

  it('nearly as soon is said so, and who pays for it', async () => {
    open();
    await finish(0, { allBackMs: 20_300, attempts: 10_000, digest: 'a' });
    await finish(1, { allBackMs: 20_000, attempts: 150_000, digest: 'b' });
    expect(
      await screen.findByText(/nearly as soon\. The price: 15 times as many attempts with full jitter as with exponential, no jitter\./),
    ).toBeTruthy();
  });

  it('one strategy alone is run alone, and the second starts when there is one', async () => {
    window.location.hash = '#/widgets/back-off?other=alone&strategy=fixed';
    open();
    await finish(0, { halfBackMs: 10_000, allBackMs: 20_000 });
    expect(await screen.findByText('1,000 devices with fixed wait: half are back after 10 s, all after 20 s.')).toBeTruthy();
    expect(laboratory.fleets).toHaveLength(1);
    await userEvent.setup().click(within(screen.getByRole('group', { name: 'Beside it' })).getByRole('radio', { name: 'equal jitter' }));
    await finish(1, { allBackMs: 50_000, digest: 'b' });
    expect(await screen.findByText(/with fixed wait all are back after 20 s, with equal jitter after 50 s/)).toBeTruthy();
  });

  it('two new runs take the place of two old ones together', async () => {
    open();
    await finish(0, { allBackMs: 1_567_000, digest: 'a' });
    await finish(1, { allBackMs: 66_000, digest: 'b' });
    const devices = await screen.findByRole('textbox', { name: 'Devices' });
    const user = userEvent.setup();
    await user.clear(devices);
    await user.type(devices, '500{Enter}');
    expect(await screen.findByText('You have turned knobs since this run. Press Run.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'nearly alike' }));
    expect(screen.getByText('Press Run to see.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await finish(2, { allBackMs: 700_000, digest: 'c' });
    expect(screen.getByText(/^1,000 devices:/)).toBeTruthy();
    await finish(3, { allBackMs: 40_000, digest: 'd' });
    expect(await screen.findByText(/^500 devices: with full jitter all are back after 40 s/)).toBeTruthy();
    expect(screen.getByText('The run says otherwise, full jitter: exponential, no jitter 11 min 40 s, full jitter 40 s.')).toBeTruthy();
  });

  it('nonsense in the address is corrected at its field, also where fields are folded away', async () => {
    window.location.hash = '#/widgets/back-off?rate=fast&patience=long&other=nobody&what=1';
    open();
    for (const given of ['fast', 'long', 'nobody', 'what=1']) expect(await screen.findByText(new RegExp(`“${given}”`))).toBeTruthy();
    expect(screen.getByText('The broker’s machine').closest('details')?.open).toBe(true);
  });

  it('a preset takes over strategies and faults', async () => {
    open();
    await userEvent.setup().click(screen.getByRole('button', { name: 'The course’s sample, with its faults' }));
    expect(screen.getByText(/a comment that promises 1, 2, 4, 8 s gets 2, 4, 8, 16 s/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /^1 1 – 1\.5 2 – 3 1 – 3$/ })).toBeTruthy();
    expect(screen.getByText('Jitter is added after the cap: a wait can be 180 s, where the cap promises 120 s.')).toBeTruthy();
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

describe('runs beside each other', () => {
  const values: BackOffValues = standardValues<BackOffValues>(KNOBS);
  const storm = (change: Partial<BackOffValues>, result: Partial<StormResult> = {}) => {
    const changed = { ...values, ...change };
    return someStorm(stormOf(changed, changed.strategy), result);
  };

  it('differ by the strategy alone', () => {
    const [one, other] = [storm({ strategy: 'fixed' }), storm({ strategy: 'full' })];
    expect({ ...one.scenario, backoff: null }).toEqual({ ...other.scenario, backoff: null });
    expect(shownOf(one, other, false)).toEqual([one, other]);
    expect(shownOf(one, storm({ strategy: 'full', devices: 999 }), false)).toBeNull();
    expect(shownOf(one, storm({ strategy: 'full', base: 2 }), false)).toBeNull();
    expect(shownOf(one, null, false)).toBeNull();
    expect(shownOf(one, other, true)).toEqual([one]);
  });

  it('one is first, or neither', () => {
    const at = (allBackMs: number | null) => storm({}, { allBackMs });
    expect(winnerOf(at(10_000), at(20_000))).toBe('first');
    expect(winnerOf(at(null), at(20_000))).toBe('second');
    expect(winnerOf(at(null), at(null))).toBe('alike');
    expect(winnerOf(at(20_000), at(20_300))).toBe('alike');
    const cut = storm({}, { allBackMs: null, endedBy: 'attempts', endsAtMs: 30_000 });
    expect(winnerOf(cut, at(20_000))).toBe('second');
    expect(winnerOf(cut, at(40_000))).toBeNull();
  });

  it('have notes of their own', () => {
    const full = storm({ strategy: 'full' });
    expect(notesOf([storm({ strategy: 'exponential' }, { allBackMs: 1_500_000 }), full])).toEqual(['herd', 'gaps', 'full']);
    expect(notesOf([storm({ strategy: 'exponential' }, { allBackMs: 32_000 }), full])).toEqual(['herd', 'full']);
    expect(notesOf([storm({ strategy: 'decorrelated' }), storm({ strategy: 'equal' })])).toEqual(['equal', 'decorrelated']);
    expect(notesOf([storm({ strategy: 'additive', counter: 'byTcp', full: 'close' })])).toEqual(['additive', 'tcp']);
    expect(notesOf([storm({ strategy: 'additive', counter: 'byTcp' })])).toEqual(['additive', 'tcpIdle']);
  });
});
