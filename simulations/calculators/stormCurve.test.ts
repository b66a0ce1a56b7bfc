// The mean-field curve against single devices that wait by the same rules: on the fleet's engine and the real broker, and by a plain simulation of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKOFF_KINDS, type BackoffKind, type BackoffRule, NO_FAULTS } from '../devices/behaviours/backoff.ts';
import { reconnectStorm, SMALL_SERVER } from '../experiments/fleet/reconnectStorm.ts';
import { fleetResult } from '../fleet/fleetOnBroker.test-data.ts';
import { stormByDevices } from './stormByDevices.test-data.ts';
import { type StormCurveSetting, stormCurve } from './stormCurve.ts';
import { lastDistinctFailure, waitEdges, waitPieces, waitsAfterWaits } from './stormWaits.ts';

const rule = (kind: BackoffKind, more: Partial<BackoffRule> = {}): BackoffRule => ({
  kind,
  baseMs: 1_000,
  capMs: 120_000,
  additiveRatio: 0.5,
  ...NO_FAULTS,
  ...more,
});
const SETTING: StormCurveSetting = {
  devices: 1_000,
  messagesEach: 0,
  connectionsPerSecond: 50,
  messagesPerSecond: 20_000,
  backlog: 49,
  whenFull: 'refuse',
  backoff: rule('full'),
  mostAttempts: null,
  patienceMs: 10_000,
  downMs: 0,
  noticeSpreadMs: 0,
  roundTripMs: 40,
};
const seconds = (value: number | null): number => (value ?? Number.NaN) / 1_000;

describe('waits', () => {
  it('are pieces with a share each', () => {
    expect(waitPieces(rule('exponential'), 3)).toEqual([{ fromMs: 4_000, toMs: 4_000, share: 1 }]);
    expect(waitPieces(rule('full'), 3)).toEqual([{ fromMs: 0, toMs: 4_000, share: 1 }]);
    expect(waitPieces(rule('equal'), 3)).toEqual([{ fromMs: 2_000, toMs: 4_000, share: 1 }]);
    expect(waitPieces(rule('additive', { raisesFirst: true }), 1)).toEqual([{ fromMs: 2_000, toMs: 3_000, share: 1 }]);
    expect(waitPieces(rule('additive', { jitterPastCap: true }), 20)).toEqual([{ fromMs: 120_000, toMs: 180_000, share: 1 }]);
    // 100 s and up to 50 more are past 110 s in four of five cases.
    const held = waitPieces(rule('additive', { capMs: 110_000, baseMs: 100_000 }), 1);
    expect(held.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [100_000, 110_000],
      [110_000, 110_000],
    ]);
    expect(held[1]?.share).toBeCloseTo(0.8, 12);
    expect([
      lastDistinctFailure(rule('full')),
      lastDistinctFailure(rule('full', { raisesFirst: true })),
      lastDistinctFailure(rule('fixed')),
    ]).toEqual([8, 7, 1]);
  });
});

it('decorrelated waits follow one another: evenly from the base to three times the last, at most the cap', () => {
  const decorrelated = rule('decorrelated', { capMs: 4_000 });
  const edges = waitEdges(decorrelated, 2);
  expect(edges).toEqual([1_000, 2_000, 4_000]);
  const waiting = new Float64Array(3);
  const next = waitsAfterWaits(decorrelated, edges);
  next(Float64Array.of(1, 0, 0, 0), waiting);
  expect([...waiting]).toEqual([0.5, 0.5, 0]);
  // After 4 s: from 1 to 12 s, of which 8 in 11 are held at the cap.
  next(Float64Array.of(0, 0, 0, 11), waiting);
  expect(waiting.map((amount) => Math.round(amount * 1e9) / 1e9)).toEqual(Float64Array.of(1, 2, 8));
});

describe('FACTS 7.2: 1,000 devices at 50 a second', () => {
  it('exponential without jitter takes 1,567 s, in 10,500 attempts', () => {
    const { allBackMs, attempts } = stormCurve({ ...SETTING, backoff: rule('exponential') });
    expect(Math.abs(seconds(allBackMs) - 1_568)).toBeLessThan(8);
    expect(Math.round(attempts / 10) * 10).toBe(10_500);
  });

  it('it is by far the worst, and a fixed second near the best that there is', () => {
    const of = (kind: BackoffKind) => seconds(stormCurve({ ...SETTING, backoff: rule(kind) }).allBackMs);
    for (const kind of ['fixed', 'additive', 'full', 'equal', 'decorrelated'] as const)
      expect(of(kind), kind).toBeLessThan(0.1 * of('exponential'));
    expect(of('fixed')).toBeLessThan(22);
  });
});

describe('against the broker', () => {
  it.each(BACKOFF_KINDS.flatMap((kind) => [300, 1_000, 3_000].map((devices) => [kind, devices] as const)))(
    '%s, %i devices',
    async (kind, devices) => {
      const backoff = rule(kind, kind === 'none' ? { baseMs: 10 } : {});
      const curve = stormCurve({ ...SETTING, devices, backoff });
      const run = await fleetResult(
        reconnectStorm({
          devices,
          backoff,
          queuedEach: 0,
          broker: 'running',
          jitterMs: 0,
          server: { ...SMALL_SERVER, handshakeRoundTrips: 1 },
        }),
      );
      expect(Math.abs(seconds(curve.halfBackMs) / seconds(run.halfBackMs) - 1)).toBeLessThan(0.1);
      expect(Math.abs(seconds(curve.mostBackMs) / seconds(run.mostBackMs) - 1)).toBeLessThan(0.1);
      expect(Math.abs(seconds(curve.allBackMs) / seconds(run.allBackMs) - 1)).toBeLessThan(0.3);
      expect(Math.abs(curve.attempts / run.attempts - 1)).toBeLessThan(0.15);
    },
  );

  const withMessages = (kind: BackoffKind, queuedEach: number, devices: number) => {
    const server = { ...SMALL_SERVER, handshakeRoundTrips: 1 };
    const { messagesPerSecond } = server;
    const curve = stormCurve({ ...SETTING, devices, messagesEach: queuedEach, messagesPerSecond, backoff: rule(kind) });
    const run = fleetResult(reconnectStorm({ devices, backoff: rule(kind), queuedEach, broker: 'running', jitterMs: 0, server }));
    return run.then(({ mostBackMs }) => seconds(curve.mostBackMs) / seconds(mostBackMs) - 1);
  };
  const SPREAD = ['fixed', 'additive', 'full', 'equal', 'decorrelated'] as const;

  it.each(SPREAD)('%s, with messages: the processor hands them over, too', async (kind) => {
    for (const [queuedEach, devices] of [
      [50, 1_000],
      [50, 3_000],
      [200, 3_000],
    ] as const)
      expect(Math.abs(await withMessages(kind, queuedEach, devices)), `${queuedEach} for ${devices}`).toBeLessThan(0.1);
  });

  it('long queues of few devices come window by window, later than the curve has them: it is too slow, never too fast', async () => {
    const off = await withMessages('full', 200, 1_000);
    expect(off).toBeGreaterThan(0.1);
    expect(off).toBeLessThan(0.5);
  });

  it('a broker that is down for 20 s', async () => {
    for (const kind of ['fixed', 'full', 'decorrelated'] as const) {
      const curve = stormCurve({ ...SETTING, downMs: 20_000, backoff: rule(kind) });
      const run = await fleetResult(
        reconnectStorm({
          backoff: rule(kind),
          queuedEach: 0,
          broker: 'killed',
          downMs: 20_000,
          jitterMs: 0,
          server: { ...SMALL_SERVER, handshakeRoundTrips: 1 },
        }),
      );
      expect(Math.abs(seconds(curve.mostBackMs) / seconds(run.mostBackMs) - 1), kind).toBeLessThan(0.1);
    }
  });
});

/** Of the values of three seeds. */
function middle(values: readonly (number | null)[]): number {
  return values.map((value) => value ?? Number.POSITIVE_INFINITY).toSorted((one, other) => one - other)[1] ?? Number.NaN;
}

describe('against single devices, the middle of three runs: half and 95 % within 10 %, attempts within 10 %, who gives up within 3 % of the fleet', () => {
  const JITTERED = ['additive', 'full', 'equal', 'decorrelated'] as const;
  const SETTINGS: Readonly<Record<string, Partial<StormCurveSetting>>> = {
    '100 devices': { devices: 100 },
    '1,000 devices': {},
    '3,000 devices': { devices: 3_000 },
    'down for 20 s': { downMs: 20_000 },
    'no place to wait': { devices: 300, backlog: 0 },
    'three places': { devices: 500, backlog: 3 },
    'more wait than have the patience': { backlog: 500, patienceMs: 2_000 },
    'a silent server': { whenFull: 'silence' },
    'a silent server and little patience': { whenFull: 'silence', patienceMs: 3_000 },
    'five attempts': { mostAttempts: 5 },
    'twenty attempts': { devices: 3_000, connectionsPerSecond: 10, backlog: 9, mostAttempts: 20 },
    'a hundred attempts': { devices: 300, connectionsPerSecond: 1, backlog: 0, mostAttempts: 100 },
  };
  const isWithin = (reckoned: number | null, counted: number, tolerance: number) =>
    counted === Number.POSITIVE_INFINITY ? reckoned === null : Math.abs((reckoned ?? Number.NaN) / counted - 1) < tolerance;

  it.each(Object.keys(SETTINGS).flatMap((name) => (['exponential', ...JITTERED] as const).map((kind) => [name, kind] as const)))(
    '%s, %s',
    (name, kind) => {
      const setting = { ...SETTING, backoff: rule(kind), ...SETTINGS[name] };
      const curve = stormCurve(setting);
      const runs = [1, 2, 3].map((seed) => stormByDevices(setting, seed));
      const half = middle(runs.map(({ halfBackMs }) => halfBackMs));
      const most = middle(runs.map(({ mostBackMs }) => mostBackMs));
      expect(isWithin(curve.halfBackMs, half, 0.1), `half: ${curve.halfBackMs}, ${half}`).toBe(true);
      expect(isWithin(curve.mostBackMs, most, 0.1), `95 %: ${curve.mostBackMs}, ${most}`).toBe(true);
      expect(isWithin(curve.attempts, middle(runs.map(({ attempts }) => attempts)), 0.1)).toBe(true);
      expect(Math.abs(curve.gaveUp - middle(runs.map(({ gaveUp }) => gaveUp)))).toBeLessThan(0.03 * setting.devices);
    },
  );

  it.each(JITTERED)('a count that TCP resets: %s', (kind) => {
    const setting: StormCurveSetting = { ...SETTING, whenFull: 'close', backoff: rule(kind, { resetByTcp: true }) };
    const { mostBackMs, attempts } = stormCurve(setting);
    const run = stormByDevices(setting, 1);
    expect(isWithin(mostBackMs, run.mostBackMs ?? 0, 0.1)).toBe(true);
    expect(isWithin(attempts, run.attempts, 0.1)).toBe(true);
  });
});

describe('limits', () => {
  it('a server that works for devices that have left is never done with a fixed second', () => {
    const { isCut, mostBackMs } = stormCurve({ ...SETTING, devices: 2_000, backlog: 65_535, backoff: rule('fixed') });
    expect([isCut, mostBackMs]).toEqual([true, null]);
  });

  it('more attempts than can be told apart in the time there is: cut, not hung', () => {
    const { isCut, attempts } = stormCurve({
      ...SETTING,
      devices: 100_000,
      connectionsPerSecond: 1,
      backlog: 0,
      mostAttempts: 1_000,
      backoff: rule('decorrelated'),
    });
    expect(isCut).toBe(true);
    expect(attempts).toBeGreaterThan(100_000);
  });

  it('an hour of cap in steps of a tenth of a second’s base', () => {
    const { isCut, mostBackMs } = stormCurve({ ...SETTING, backoff: rule('decorrelated', { baseMs: 100, capMs: 3_600_000 }) });
    expect(isCut).toBe(false);
    expect(Math.abs(seconds(mostBackMs) / 20.8 - 1)).toBeLessThan(0.1);
  });
});

describe('a million', () => {
  it('costs no more than a thousand, and nothing beats the server', () => {
    const million = stormCurve({ ...SETTING, devices: 1_000_000, connectionsPerSecond: 500, backlog: 100 });
    expect(million.isCut).toBe(false);
    expect(million.lowestMs).toBe(2_000_000);
    expect(million.allBackMs).toBeGreaterThan(million.lowestMs);
  });

  it('what takes longer than a day is cut, and says so', () => {
    const endless = stormCurve({ ...SETTING, devices: 1_000_000, backoff: rule('exponential') });
    expect(endless).toMatchObject({ isCut: true, allBackMs: null });
  });

  it('who gives up does not come back', () => {
    const { gaveUp, allBackMs } = stormCurve({ ...SETTING, backoff: rule('fixed'), mostAttempts: 5 });
    // Five waves of 50.
    expect(Math.round(gaveUp)).toBe(750);
    expect(allBackMs).toBeNull();
  });
});

it('more devices are never faster, a faster server is never slower, and nobody beats it', () => {
  const kind = fc.constantFrom(...BACKOFF_KINDS.filter((one) => one !== 'none'));
  fc.assert(
    fc.property(kind, fc.integer({ min: 100, max: 5_000 }), fc.integer({ min: 20, max: 500 }), (one, devices, connectionsPerSecond) => {
      const setting = { ...SETTING, devices, connectionsPerSecond, backoff: rule(one) };
      const { mostBackMs, lowestMs } = stormCurve(setting);
      const more = stormCurve({ ...setting, devices: devices * 2 });
      expect(more.mostBackMs ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual((mostBackMs ?? 0) * 0.99);
      const faster = stormCurve({ ...setting, connectionsPerSecond: connectionsPerSecond * 2 });
      expect(faster.mostBackMs).toBeLessThanOrEqual((mostBackMs ?? 0) * 1.02 + 100);
      expect(mostBackMs).toBeGreaterThanOrEqual(0.95 * lowestMs - 100);
    }),
    { numRuns: 40, seed: 3 },
  );
});
