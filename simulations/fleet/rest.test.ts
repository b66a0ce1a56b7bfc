// Fleets at rest on the in-page broker: what sessions and messages cost its heap, and what becomes of them.
import { describe, expect, it } from 'vitest';
import { type FleetAtRestSetting, fleetAtRest } from '../experiments/fleet/fleetAtRest.ts';
import { reconnectStorm } from '../experiments/fleet/reconnectStorm.ts';
import { checkFleet, roughHeapBytes, roughTabBytes } from './checkFleet.ts';
import { fleetResult } from './fleetOnBroker.test-data.ts';

const rest = (setting: Partial<FleetAtRestSetting> = {}) => fleetResult(fleetAtRest({ devices: 200, ...setting }));

describe('a fleet that is away', () => {
  it('F16 an hour at one a minute: 60 messages wait for each, and all are taken on the return', async () => {
    const result = await rest({ wakes: 1 });
    expect(result.away).toMatchObject({ sessions: 200, storedMessages: 12_000 });
    expect(result).toMatchObject({ sent: 12_000, delivered: 12_000, dropped: 0, wakeUps: 200, sessionsPresent: 200, endedBy: 'settled' });
    expect(result.end).toMatchObject({ sessions: 200, storedMessages: 0 });
    // What was taken is given back.
    expect(result.end.heapBytes - result.subscribed.heapBytes).toBeLessThan(0.02 * (result.away.heapBytes - result.subscribed.heapBytes));
  });

  it('F18 a day of them meets the broker’s own limit: 1,000 are kept, the newest 440 dropped', async () => {
    const result = await rest({ devices: 20, awaySeconds: 86_400, wakes: 1 });
    expect(result).toMatchObject({ sent: 28_800, delivered: 20_000, dropped: 8_800 });
  });

  it('F15 a shared message is stored once: an entry of it is a quarter of a message of one’s own', async () => {
    const [own, shared] = [await rest(), await rest({ shared: true })];
    expect(shared.away.storedMessages).toBe(60);
    const perEntry = (result: typeof own) => (result.away.heapBytes - result.subscribed.heapBytes) / 12_000;
    expect(perEntry(own)).toBeGreaterThan(250);
    expect(perEntry(own)).toBeLessThan(340);
    expect(perEntry(shared)).toBeLessThan(0.35 * perEntry(own));
  });

  it('F20 expired messages keep their places and their memory until the device comes back', async () => {
    const short = { maxQueuedMessages: 60, messageExpirySeconds: 600, messagesPerHour: 120, wakes: 1 } as const;
    const result = await rest(short);
    // The first 60 filled the queue in half an hour and were stale an hour later; the fresh ones found no place.
    expect(result.away.storedMessages).toBe(12_000);
    expect(result).toMatchObject({ sent: 24_000, dropped: 12_000, delivered: 0 });
  });

  it('F22 the end of the sessions frees everything', async () => {
    const result = await rest({ protocolVersion: '5.0', sessionExpirySeconds: 600, awaySeconds: 1_800, wakes: 1 });
    expect(result.away).toMatchObject({ sessions: 0, storedMessages: 0 });
    expect(result).toMatchObject({ delivered: 0, sessionsPresent: 0, wakeUps: 200 });
  });

  it('F96 1,000 sessions with 5 subscriptions and 10 messages take about 5 MB here, not 50', async () => {
    const result = await fleetResult(fleetAtRest({ devices: 1_000, subscriptionsEach: 5, messagesPerHour: 10 }));
    const grown = result.away.heapBytes - result.empty.heapBytes;
    expect(grown).toBeGreaterThan(4_500_000);
    expect(grown).toBeLessThan(6_000_000);
  });

  it('sleeps and wakes at times of its own, and loses nothing', async () => {
    const result = await rest({ wakes: 6, wakeSpreadSeconds: 3_600 });
    expect(result.wakeUps).toBe(1_200);
    expect(result.sessionsPresent).toBe(1_200);
    expect(result.delivered + result.end.storedMessages).toBe(result.sent);
  });

  it('gives the same again', async () => {
    expect(await rest({ wakes: 2 })).toEqual(await rest({ wakes: 2 }));
  });
});

describe('what is asked of a tab', () => {
  it('is twice as much where the broker saves itself', () => {
    const storm = reconnectStorm({ broker: 'stopped' });
    expect(roughTabBytes(storm)).toBe(2 * roughHeapBytes(storm));
    expect(roughTabBytes(reconnectStorm({ broker: 'killed' }))).toBe(roughHeapBytes(storm));
  });

  it('is reckoned before the run, above what it comes to, not far above', async () => {
    for (const setting of [{}, { shared: true }, { subscriptionsEach: 5, payloadBytes: 500 }, { subscriptionsEach: 0 }]) {
      const scenario = fleetAtRest({ devices: 300, ...setting });
      const result = await fleetResult(scenario);
      const grown = result.away.heapBytes - result.empty.heapBytes;
      expect(roughHeapBytes(scenario)).toBeGreaterThan(grown * 0.98);
      expect(roughHeapBytes(scenario)).toBeLessThan(grown * 1.5);
    }
  });

  it.each([
    [{ devices: 20_001 }, 'sessions.devices', 'must be at most 20000'],
    [{ devices: 0 }, 'sessions.devices', 'must be at least 1'],
    [{ devices: 20_000, awaySeconds: 86_400 }, 'sessions.devices', /would need about .* GB/],
    [{ topicBytes: 5 }, 'sessions.topicBytes', 'must be at least 17'],
    [{ wakes: 1, wakeSpreadSeconds: 7_200 }, 'wakeSpreadSeconds', /longer than the time away/],
    [{ devices: 20_000, wakes: 1_000 }, 'wakes', /wake-ups of all devices/],
    [{ messagesPerHour: Number.NaN }, 'messagesPerHour', 'must be a number'],
  ] as const)('refuses %o with its place and reason', (setting, path, problem) => {
    const found = checkFleet(fleetAtRest(setting)).find((one) => one.path === path);
    expect(found?.problem).toMatch(problem);
  });
});
