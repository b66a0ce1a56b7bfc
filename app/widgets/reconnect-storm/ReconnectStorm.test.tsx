import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StormResult } from '#simulations';
import { someStorm } from '../../fleet/someFleet.test-data.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { forgetFleets } from '../../state/fleet.ts';
import { standardValues } from '../../state/knobs.ts';
import { curveSettings, growthRows, RECKONED_SIZES, RUN_SIZES, SEEDS, withSeeds } from './growth.ts';
import { KNOBS, type StormValues, stormOf } from './knobs.ts';
import ReconnectStorm from './ReconnectStorm.tsx';
import { fitOf, sizingOf } from './sizing.ts';

const laboratory = new FakeLaboratory();
vi.mock('#simulations/worker', () => ({ startLaboratory: () => laboratory }));

beforeEach(() => {
  laboratory.reset();
  window.location.hash = '#/widgets/reconnect-storm';
});
afterEach(() => {
  cleanup();
  forgetFleets();
});

const open = () => render(<ReconnectStorm />, { wrapper: Translations });
async function finish(change: Partial<StormResult> = {}): Promise<void> {
  await waitFor(() => expect(laboratory.fleets).toHaveLength(1));
  const fleet = laboratory.fleets[0];
  if (fleet?.scenario.story === 'storm') fleet.resolve(someStorm(fleet.scenario, change));
}
const VALUES = standardValues<StormValues>(KNOBS);

describe('the storm', () => {
  it('begins by itself, tells how far it is, and what came of it', async () => {
    open();
    await waitFor(() => expect(laboratory.fleets).toHaveLength(1));
    laboratory.fleets[0]?.tell({ phase: 'storm', done: 0.4, nowMs: 12_000, back: 400, delivered: 9_000, attempts: 2_345, heapBytes: 1 });
    expect(await screen.findByText('12 s in: 400 devices are back, after 2,345 attempts.')).toBeTruthy();
    await finish();
    expect(
      await screen.findByText('All 1,000 devices are back after 25 s, and all 50,000 messages that waited have reached them.'),
    ).toBeTruthy();
    expect(screen.getByRole('row', { name: /too many wait 2,000/ })).toBeTruthy();
  });

  it('a broker that forgot everybody is told in plain words', async () => {
    open();
    await finish({ sessionsPresent: 0, delivered: 0, lastDeliveryMs: null });
    expect(await screen.findByText(/the broker has forgotten them: no session, and all 50,000 messages that waited are lost/)).toBeTruthy();
  });

  it('devices that gave up, and a run that was cut', async () => {
    open();
    await finish({ back: 500, gaveUp: 500, allBackMs: null, endedBy: 'attempts' });
    expect(await screen.findByText('500 of 1,000 devices are back. 500 are not: 500 of them gave up.')).toBeTruthy();
    expect(screen.getByText('This run was cut')).toBeTruthy();
  });

  it('a storm that never began, because memory ran out before, is not told as one', async () => {
    open();
    await finish({ attempts: 0, back: 0, allBackMs: null, halfBackMs: null, mostBackMs: null, heapPeakBytes: 0, endedBy: 'memory' });
    expect(await screen.findByText(/^The storm never began: what waits for 1,000 devices outgrew the broker’s memory/)).toBeTruthy();
    expect(screen.getByText('This run was cut')).toBeTruthy();
  });

  it('nonsense in the address is corrected at its field; more memory than a tab has is refused before the run', async () => {
    window.location.hash = '#/widgets/reconnect-storm?devices=20000&queued=1000&payload=99999';
    open();
    expect(await screen.findByText(/Devices: it would need about .* GB of memory/)).toBeTruthy();
    expect(laboratory.fleets).toHaveLength(0);
    expect(screen.getByText(/99999/)).toBeTruthy();
  });

  it('a guess is asked for when knobs were turned, and answered by the run of that very setting', async () => {
    open();
    await finish();
    expect(screen.queryByText(/^Before you press Run/)).toBeNull();
    const user = userEvent.setup();
    const messages = await screen.findByRole('textbox', { name: 'Messages waiting for each' });
    await user.clear(messages);
    await user.type(messages, '100{Enter}');
    const question = await screen.findByRole('group', { name: /the rule says 10 MB,/ });
    await user.click(within(question).getByRole('radio', { name: '2 to 3 times' }));
    expect(screen.getByText('Press Run to see.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(laboratory.fleets).toHaveLength(2));
    const fleet = laboratory.fleets[1];
    if (fleet?.scenario.story === 'storm') fleet.resolve(someStorm(fleet.scenario, { digest: 'b' }));
    expect(await screen.findByText('The broker says otherwise: 33.6 MB, 3.36 times the rule.')).toBeTruthy();
    await user.click(within(question).getByRole('radio', { name: 'more than 3 times' }));
    expect(screen.getByText('So it is: 33.6 MB, 3.36 times the rule.')).toBeTruthy();
  });

  it('what a large run takes is told before it', async () => {
    open();
    await finish();
    expect(screen.queryByText(/^This is a large run/)).toBeNull();
    const user = userEvent.setup();
    const devices = await screen.findByRole('textbox', { name: 'Devices' });
    await user.clear(devices);
    await user.type(devices, '20000{Enter}');
    expect(await screen.findByText(/^This is a large run: it may take 780 MB of this tab’s memory/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(false);
  });

  it('runs all sizes one after the other, the small ones with several seeds, beside the reckoned curve', async () => {
    open();
    await finish();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Run all sizes' }));
    const asked = RUN_SIZES.flatMap((devices) => Array.from({ length: SEEDS[devices] }, (_, index) => ({ devices, seed: 1 + index })));
    for (const [index, { devices, seed }] of asked.entries()) {
      await waitFor(() => expect(laboratory.fleets).toHaveLength(index + 2));
      const fleet = laboratory.fleets[index + 1];
      expect(fleet?.scenario).toMatchObject({ seed, sessions: { devices } });
      // The middle seed of nine is the fifth.
      if (fleet?.scenario.story === 'storm') fleet.resolve(someStorm(fleet.scenario, { mostBackMs: devices * 20 + seed * 1_000 }));
    }
    const table = await screen.findByRole('table', { name: 'Measured and reckoned' });
    await waitFor(() => expect(within(table).getByRole('row', { name: /^10,000 \(one run\) 3 min 21 s/ })).toBeTruthy());
    expect(within(table).getByRole('row', { name: /^100 \(9 runs\) 7 s/ })).toBeTruthy();
  });
});

describe('the sizing rule', () => {
  it('F93 1,000 devices, 100 messages of 500 bytes: 50 MB, 100 to 150 MB with head-room, 10 MB under way', () => {
    const scenario = stormOf({ ...VALUES, queued: 100, payload: 500 });
    const sizing = sizingOf(someStorm(scenario));
    expect(sizing).toMatchObject({ rule: 50_000_000, headRoomFrom: 100_000_000, headRoomTo: 150_000_000, atOnce: 10_000_000 });
    expect(sizingOf(someStorm(stormOf({ ...VALUES, queued: 100, payload: 500, inflight: 0 }))).atOnce).toBe(50_000_000);
    expect(sizingOf(someStorm(stormOf({ ...VALUES, queued: 0 }))).ratio).toBeNull();
  });
});

describe('how what is taken stands to the rule', () => {
  it.each([
    [0.9, 'rule'],
    [1, 'rule'],
    [1.55, 'below'],
    [2, 'headRoom'],
    [3, 'headRoom'],
    [3.8, 'beyond'],
  ])('%d times: %s', (ratio, fit) => {
    expect(fitOf(ratio)).toBe(fit);
  });
});

describe('growth', () => {
  it('compares what was run with what was reckoned', () => {
    const scenario = stormOf(VALUES, 100);
    expect(curveSettings(scenario).map(({ devices }) => devices)).toEqual([...RECKONED_SIZES]);
    const point = { devices: 100, halfBackMs: 1, mostBackMs: 11_000, allBackMs: 1, attempts: 1, gaveUp: 0, lowestMs: 1, isCut: false };
    const of = (mostBackMs: number | null) => someStorm(scenario, { mostBackMs });
    const rows = growthRows([of(10_000)], [point]);
    expect(rows[0]?.error).toBeCloseTo(0.1, 12);
    expect(rows[1]).toEqual({ devices: 300, runs: 0, measured: null, reckoned: null, error: null });
    // The middle of three; of two the earlier; a run that never comes so far is the last.
    expect(growthRows([of(30_000), of(null), of(20_000)], [point])[0]).toMatchObject({ runs: 3, measured: 30 });
    expect(growthRows([of(null), of(20_000)], [point])[0]).toMatchObject({ runs: 2, measured: 20 });
    expect(growthRows([of(null), of(null), of(20_000)], [point])[0]?.measured).toBeNull();
  });

  it('seeds begin with the storm’s own and go round at the end', () => {
    const seeds = withSeeds({ ...stormOf(VALUES, 100), seed: 2 ** 32 - 1 }, 3).map(({ seed }) => seed);
    expect(seeds).toEqual([2 ** 32 - 1, 0, 1]);
  });
});
