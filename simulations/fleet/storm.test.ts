// Storms on the in-page broker.
import { describe, expect, it } from 'vitest';
import { type BackoffRule, NO_FAULTS } from '../devices/behaviours/backoff.ts';
import { type ReconnectStormSetting, reconnectStorm, SMALL_SERVER } from '../experiments/fleet/reconnectStorm.ts';
import { checkFleet } from './checkFleet.ts';
import { fleetResult } from './fleetOnBroker.test-data.ts';

const storm = (setting: Partial<ReconnectStormSetting> = {}) => fleetResult(reconnectStorm({ devices: 300, ...setting }));
const rule = (kind: BackoffRule['kind'], more: Partial<BackoffRule> = {}): BackoffRule => ({
  kind,
  baseMs: 1_000,
  capMs: 120_000,
  additiveRatio: 0.5,
  ...NO_FAULTS,
  ...more,
});
const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);

describe('a storm', () => {
  it('brings everybody and every message back, and counts add up', async () => {
    const result = await storm({ queuedEach: 50 });
    const { outcomes, over, raster } = result;
    expect(result).toMatchObject({ endedBy: 'settled', back: 300, sessionsPresent: 300, gaveUp: 0, delivered: 15_000, dropped: 0 });
    expect(result.before).toMatchObject({ sessions: 300, storedMessages: 15_000 });
    // From the file that SIGTERM made it write.
    expect(result.after).toMatchObject({ sessions: 300, storedMessages: 15_000 });
    expect(sum(Object.values(outcomes))).toBe(result.attempts);
    expect(outcomes.accepted).toBe(300);
    expect(sum(over.series.attempts)).toBe(result.attempts);
    expect(sum(over.series.back)).toBe(300);
    expect(sum(over.series.failed)).toBe(result.attempts - 300);
    expect(sum(over.series.delivered)).toBe(15_000);
    expect(over.series.stored.at(-1)).toBe(0);
    expect(raster.devices).toHaveLength(300);
    expect(raster.row).toHaveLength(result.attempts);
    // Nobody is let in before the broker is up, nor faster than its machine can take.
    expect(result.halfBackMs).toBeGreaterThan(5_000 + 150 / 0.05);
    expect(result.allBackMs).toBeGreaterThan(5_000 + 300 / 0.05);
  });

  it('is the same again with the same seed, and another with another', async () => {
    const [one, again, other] = [await storm(), await storm(), await storm({ seed: 2 })];
    expect(again).toEqual(one);
    expect(other.digest).not.toBe(one.digest);
  });

  it('at QoS 2, in 5.0, to the same end', async () => {
    const result = await storm({ qos: 2, protocolVersion: '5.0', queuedEach: 30 });
    expect(result).toMatchObject({ back: 300, sessionsPresent: 300, delivered: 9_000 });
    expect(result.over.series.stored.at(-1)).toBe(0);
  });
});

describe('F100b what a broker keeps over its end', () => {
  it.each([
    ['stopped', true, 300, 3_000],
    ['stopped', false, 0, 0],
    ['killed', true, 0, 0],
    ['running', false, 300, 3_000],
  ] as const)('%s, persistence %s: %i sessions, %i messages', async (broker, persistence, sessions, delivered) => {
    const result = await storm({ broker, persistence, queuedEach: 10 });
    expect(result).toMatchObject({ back: 300, sessionsPresent: sessions, delivered });
    expect(result.after.sessions).toBe(sessions);
  });
});

describe('the broker’s settings act, because it is the real one', () => {
  it('F18 max_queued_messages: the newest are dropped, and every publish was acknowledged', async () => {
    expect(await storm({ devices: 100, queuedEach: 30, maxQueuedMessages: 10 })).toMatchObject({ delivered: 1_000, dropped: 2_000 });
  });

  it('F118 max_connections: closed without a CONNACK, again and again, until the device gives up', async () => {
    const result = await storm({
      devices: 100,
      broker: 'running',
      maxConnections: 60,
      queuedEach: 0,
      mostAttempts: 4,
      backoff: rule('fixed'),
    });
    expect(result).toMatchObject({ back: 60, gaveUp: 40, allBackMs: null });
    expect(result.outcomes.broker).toBeGreaterThan(0);
    expect(result.outcomes.broker + result.outcomes.full).toBe(result.attempts - 60);
  });

  it('F95 sessions that have ended while their devices were away are not there: nothing is delivered', async () => {
    const away = { devices: 50, broker: 'running', protocolVersion: '5.0', queuedEach: 5, awaySeconds: 120 } as const;
    expect(await storm({ ...away, sessionExpirySeconds: 60 })).toMatchObject({ sessionsPresent: 0, delivered: 0, back: 50 });
    expect(await storm({ ...away, sessionExpirySeconds: 600 })).toMatchObject({ sessionsPresent: 50, delivered: 250 });
  });

  it('F20 expired messages do not arrive', async () => {
    const setting = { devices: 50, broker: 'running', queuedEach: 5, awaySeconds: 120, messageExpirySeconds: 60 } as const;
    expect(await storm(setting)).toMatchObject({ sessionsPresent: 50, delivered: 0 });
  });

  it('max_inflight_messages: fewer at a time take more round trips', async () => {
    const fast = { devices: 20, broker: 'running', queuedEach: 100, server: { ...SMALL_SERVER, connectionsPerSecond: 10_000 } } as const;
    const [wide, narrow] = [await storm({ ...fast, maxInflightMessages: 0 }), await storm({ ...fast, maxInflightMessages: 1 })];
    expect([wide.delivered, narrow.delivered]).toEqual([2_000, 2_000]);
    expect(narrow.lastDeliveryMs).toBeGreaterThan(10 * (wide.lastDeliveryMs ?? 0));
  });
});

describe('what the machine can take', () => {
  it('TCP that is accepted and closed counts as a connection for a program that resets its count there', async () => {
    const full = { devices: 300, broker: 'running', queuedEach: 0 } as const;
    const closing = { ...SMALL_SERVER, whenFull: 'close' } as const;
    const sane = await storm({ ...full, server: closing, backoff: rule('full') });
    const hammering = await storm({ ...full, server: closing, backoff: rule('full', { resetByTcp: true }) });
    // It never waits longer than the base, however long it goes on.
    expect(hammering.attempts).toBeGreaterThan(1.5 * sane.attempts);
    // Where TCP itself is refused the fault does not show.
    const [refused, refusedToo] = [
      await storm({ ...full, backoff: rule('full') }),
      await storm({ ...full, backoff: rule('full', { resetByTcp: true }) }),
    ];
    expect(refusedToo.digest).toBe(refused.digest);
  });

  it('where nobody answers, devices wait until their patience is over', async () => {
    const result = await storm({
      devices: 300,
      broker: 'running',
      queuedEach: 0,
      patienceMs: 3_000,
      server: { ...SMALL_SERVER, whenFull: 'silence' },
    });
    expect(result.back).toBe(300);
    // In three seconds 150 connections are served: SYNs that are sent again find places, and fewer attempts fail than where they are refused.
    const refused = await storm({ devices: 300, broker: 'running', queuedEach: 0 });
    expect(result.outcomes.full).toBeLessThan(refused.outcomes.full);
  });

  it('a long backlog is no use to a device that does not wait so long: the server works in vain', async () => {
    const result = await storm({
      devices: 300,
      broker: 'running',
      queuedEach: 0,
      patienceMs: 2_000,
      server: { ...SMALL_SERVER, backlog: 1_000 },
    });
    expect(result.outcomes.patience).toBeGreaterThan(100);
    expect(result.servedInVain).toBeGreaterThan(100);
  });

  it('memory that is used up ends the run, with what it has', async () => {
    const result = await storm({ queuedEach: 100, server: { ...SMALL_SERVER, memoryBytes: 5_000_000 } });
    expect(result.endedBy).toBe('memory');
    expect(result.before.heapBytes).toBeGreaterThan(5_000_000);
    expect(result).toMatchObject({ back: 0, attempts: 0, heapPeakBytes: 0 });
  });
});

describe('the heap', () => {
  it('is at its peak when the broker is up again: what it held before it went is another figure', async () => {
    const { before, after, heapPeakBytes, over } = await storm({ queuedEach: 50 });
    expect(heapPeakBytes).toBeGreaterThanOrEqual(after.heapBytes);
    expect(heapPeakBytes).toBeLessThan(before.heapBytes);
    expect(Math.max(...over.series.heapBytes)).toBe(heapPeakBytes);
  });

  it('of a broker that saves counts twice where a tab’s room is asked for', () => {
    const large = { devices: 3_000, queuedEach: 1_000, maxQueuedMessages: 0 };
    expect(checkFleet(reconnectStorm({ ...large, broker: 'stopped', persistence: true })).map(({ path }) => path)).toEqual([
      'sessions.devices',
    ]);
    for (const setting of [
      { broker: 'killed', persistence: true },
      { broker: 'stopped', persistence: false },
      { broker: 'running' },
    ] as const) {
      expect(checkFleet(reconnectStorm({ ...large, ...setting }))).toEqual([]);
    }
  });
});

describe('FACTS 7.2: 1,000 devices, 50 a second, the rest refused at once', () => {
  const herd = (backoff: BackoffRule, downMs: number) =>
    storm({
      devices: 1_000,
      queuedEach: 0,
      backoff,
      jitterMs: 0,
      ...(downMs === 0 ? { broker: 'running' } : { broker: 'killed', downMs }),
    });

  it('exponential without jitter keeps the herd together: 50 get in at each instant, the last at 1,567 s, after a fixed second at 19 s', async () => {
    const exponential = await herd(rule('exponential'), 0);
    expect(exponential.attempts).toBe(10_500);
    expect((exponential.allBackMs ?? 0) / 1_000).toBeGreaterThan(1_567);
    expect((exponential.allBackMs ?? 0) / 1_000).toBeLessThan(1_570);
    const fixed = await herd(rule('fixed'), 0);
    expect(fixed.attempts).toBe(10_500);
    expect((fixed.allBackMs ?? 0) / 1_000).toBeLessThan(22);
  });

  it('every jitter is faster than none by far; the broker down for 20 s makes no other order', async () => {
    for (const downMs of [0, 20_000]) {
      const without = await herd(rule('exponential'), downMs);
      for (const kind of ['additive', 'full', 'equal', 'decorrelated'] as const) {
        const result = await herd(rule(kind), downMs);
        expect(result.allBackMs, kind).toBeLessThan(0.2 * (without.allBackMs ?? 0));
        expect(result.attempts, kind).toBeLessThan(0.7 * without.attempts);
      }
    }
  });

  it('F89 the course’s count begins at 2 s; F90 its jitter goes past the cap', async () => {
    const first = await storm({
      devices: 300,
      broker: 'running',
      queuedEach: 0,
      jitterMs: 0,
      backoff: rule('additive', { raisesFirst: true }),
    });
    const second = first.raster.atMs.filter((at) => at > 0).reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
    expect(second).toBeGreaterThan(2_000);
    expect(second).toBeLessThan(2_200);
    const longest = await storm({
      devices: 40,
      mostAttempts: 12,
      queuedEach: 0,
      broker: 'killed',
      downMs: 3_600_000,
      backoff: rule('additive', { jitterPastCap: true }),
    });
    const at = [...longest.raster.atMs].filter((_, index) => longest.raster.row[index] === 0);
    const waits = at.slice(1).map((instant, index) => (instant - (at[index] ?? 0)) / 1_000);
    expect(Math.max(...waits)).toBeGreaterThan(121);
    expect(Math.max(...waits)).toBeLessThan(181);
  });
});
