import { describe, expect, it } from 'vitest';
import { habitsOf } from '../devices/clients/habitsOf.ts';
import { received } from '../experiments/observe.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { DEAD_LINK_DEFAULTS, type DeadLinkSetting, deadLinkOnBroker } from '../experiments/sessions/deadLink.ts';
import { brokerPatience, type Detection, deadLink, keepAliveForDetection, willWaitsSeconds } from './deadLink.ts';
import type { KeepAliveSetting } from './keepAliveTimetable.ts';

const IDLE = { publishSeconds: null, qos: 0 } as const;
const SECONDS_PER_DAY = 86_400;

describe('an idle device', () => {
  it('the worked example', () => {
    const { broker, device, pingsPerDay } = deadLink(habitsOf('pubSubClient'), { keepAliveSeconds: 60, ...IDLE });
    expect([broker.earliest, broker.latest, broker.mean]).toEqual([30, 91, 60.5]);
    expect([device.earliest, device.latest, device.mean]).toEqual([60, 120, 90]);
    expect(pingsPerDay).toBeCloseTo(1_440, 6);
  });

  it.each([
    ['espMqtt', 2, 30, 60],
    ['mqttJs', 1, 30, 90],
    ['pahoPython', 1, 60, 120],
    ['mosquittoSub', 1, 60, 120],
  ] as const)('with %s pings %d times a keep alive and notices after %d to %d s', (library, pings, earliest, latest) => {
    const { device, pingsPerDay } = deadLink(habitsOf(library), { keepAliveSeconds: 60, ...IDLE });
    expect([device.earliest, device.latest]).toEqual([earliest, latest]);
    expect(pingsPerDay).toBeCloseTo((pings * SECONDS_PER_DAY) / 60, 6);
  });
});

describe('a device that publishes', () => {
  const of = (library: Parameters<typeof habitsOf>[0], setting: Partial<KeepAliveSetting>) =>
    deadLink(habitsOf(library), { keepAliveSeconds: 60, publishSeconds: 10, qos: 1, ...setting });

  it('often enough and is answered needs no pings, but with esp-mqtt it pings all the same', () => {
    expect(of('pubSubClient', {}).pingsPerDay).toBe(0);
    expect(of('mqttJs', {}).pingsPerDay).toBe(0);
    expect(of('espMqtt', {}).pingsPerDay).toBeCloseTo(2_880, 6);
  });

  it('at QoS 0 pings as often as an idle one, however long the keep alive', () => {
    for (const keepAliveSeconds of [5, 600, 65_535])
      for (const publishSeconds of [1, 10, 86_400])
        expect(of('mqttJs', { keepAliveSeconds, publishSeconds, qos: 0 }).pingsPerDay).toBeCloseTo(SECONDS_PER_DAY / keepAliveSeconds, 6);
  });

  it('makes the broker wait longer, for the last packet is younger; never longer than 1.5 times the keep alive and a second', () => {
    for (const library of ['pubSubClient', 'espMqtt', 'mqttJs'] as const)
      for (const publishSeconds of [1, 7, 10, 59, 61, 600, 86_400])
        for (const qos of [0, 1] as const) {
          const { broker, device, pingsPerDay } = of(library, { publishSeconds, qos });
          expect(broker.latest).toBe(91);
          expect(broker.mean).toBeGreaterThanOrEqual(deadLink(habitsOf(library), { keepAliveSeconds: 60, ...IDLE }).broker.mean - 1e-9);
          for (const { earliest, mean, latest } of [broker, device]) {
            expect(earliest).toBeLessThanOrEqual(mean);
            expect(mean).toBeLessThanOrEqual(latest);
          }
          expect(pingsPerDay).toBeLessThanOrEqual(2_880 + 1e-6);
        }
  });
});

describe('a shorter keep alive', () => {
  it('is noticed sooner and pings more, for every library', () => {
    for (const library of ['pubSubClient', 'espMqtt', 'pahoPython', 'mosquittoSub', 'mqttJs'] as const) {
      const all = [5, 10, 30, 60, 120, 600, 3_600, 65_535].map((keepAliveSeconds) =>
        deadLink(habitsOf(library), { keepAliveSeconds, ...IDLE }),
      );
      for (const [index, { broker, device, pingsPerDay }] of all.entries()) {
        const shorter = all[index - 1];
        if (shorter === undefined) continue;
        expect(broker.mean).toBeGreaterThan(shorter.broker.mean);
        expect(device.mean).toBeGreaterThan(shorter.device.mean);
        expect(pingsPerDay).toBeLessThan(shorter.pingsPerDay);
      }
    }
  });

  it('the longest one for a time is found, and one more would be too long', () => {
    for (const within of [3, 10, 16, 91, 300, 3_601]) {
      const seconds = keepAliveForDetection(within) ?? 0;
      expect(brokerPatience(seconds) + 1).toBeLessThanOrEqual(within);
      expect(brokerPatience(seconds + 1) + 1).toBeGreaterThan(within);
    }
    expect(keepAliveForDetection(1)).toBeNull();
  });
});

/** Seconds from the break. */
async function measured(setting: Partial<DeadLinkSetting>): Promise<{ broker: number; device: number; will: number }> {
  const full = { ...DEAD_LINK_DEFAULTS, ...setting };
  const events = await eventsOf(deadLinkOnBroker(full));
  const pulledMs = full.startsAtMs + full.pulledAfterMs;
  const since = (at: number | undefined) => (at === undefined ? Number.NaN : at / 1_000_000 - pulledMs / 1_000);
  return {
    broker: since(events.find((event) => event.kind === 'brokerLog' && event.text.includes('exceeded timeout'))?.at),
    device: since(events.find((event) => event.kind === 'connection' && event.client === 'sensor' && event.step === 'lost')?.at),
    will: since(received(events, 'witness')[0]?.at),
  };
}

/** The way to the broker and back, and the broker's own steps. Seconds. */
const ON_THE_WAY = 0.05;
const RUNS = 12;

function within(values: readonly number[], { earliest, latest, mean, standardDeviation }: Detection): void {
  for (const value of values) {
    expect(value).toBeGreaterThan(earliest - ON_THE_WAY);
    expect(value).toBeLessThan(latest + ON_THE_WAY);
  }
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(average - mean)).toBeLessThan((3 * standardDeviation) / Math.sqrt(values.length) + ON_THE_WAY);
}

describe.each([
  { library: 'pubSubClient', keepAliveSeconds: 15, publishEveryMs: null, qos: 0 },
  { library: 'espMqtt', keepAliveSeconds: 20, publishEveryMs: null, qos: 0 },
  { library: 'mqttJs', keepAliveSeconds: 13, publishEveryMs: null, qos: 0 },
  { library: 'pubSubClient', keepAliveSeconds: 15, publishEveryMs: 4_000, qos: 0 },
  { library: 'pahoPython', keepAliveSeconds: 15, publishEveryMs: 4_000, qos: 1 },
  { library: 'mqttJs', keepAliveSeconds: 10, publishEveryMs: 25_000, qos: 1 },
] as const)('on the broker: %o', ({ publishEveryMs, qos, library, keepAliveSeconds }) => {
  it('every break is noticed within the bounds, and on average when reckoned', async () => {
    const expected = deadLink(habitsOf(library), {
      keepAliveSeconds,
      publishSeconds: publishEveryMs === null ? null : publishEveryMs / 1_000,
      qos,
    });
    const spanMs = Math.max(2 * keepAliveSeconds * 1_000, publishEveryMs ?? 0) * 2;
    const runs = [];
    for (let seed = 1; seed <= RUNS; seed++) {
      const startsAtMs = 500 + ((seed * 618) % 1_000);
      const pulledAfterMs = 60_000 + Math.round(((seed - 0.5) / RUNS) * spanMs);
      runs.push(await measured({ library, keepAliveSeconds, publishEveryMs, qos, startsAtMs, pulledAfterMs }));
    }
    within(
      runs.map(({ broker }) => broker),
      expected.broker,
    );
    within(
      runs.map(({ device }) => device),
      expected.device,
    );
    for (const { broker, will } of runs) expect(will - broker).toBeLessThan(ON_THE_WAY);
  });
});

it('with a will delay the will comes so much later than the broker notices, and one second more', async () => {
  for (const willDelaySeconds of [0, 5, 30]) {
    const { broker, will } = await measured({ library: 'espMqtt', protocolVersion: '5.0', keepAliveSeconds: 10, willDelaySeconds });
    expect(will - broker).toBeGreaterThanOrEqual(willWaitsSeconds(willDelaySeconds));
    expect(will - broker).toBeLessThan(willWaitsSeconds(willDelaySeconds) + ON_THE_WAY);
  }
});
