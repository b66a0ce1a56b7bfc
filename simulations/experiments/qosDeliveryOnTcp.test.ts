// X30: what a real network showed with 20 % of TCP segments dropped both ways: all of 100 messages at every level, none twice, and only later (1.5 to 4.3 s instead of 1 s).
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StartBroker } from '../broker/mosquittoBroker.ts';
import { digest } from '../digest.ts';
import { fromMilliseconds, toSeconds } from '../engine/time.ts';
import type { DeviceFigures } from '../measures/figures.ts';
import { performForFigures } from '../worker/performRun.ts';
import { QOS_DELIVERY_DEFAULTS, type QosDeliveryKnobs, qosDeliveryScenario } from './qosDelivery.ts';
import { eventsOf } from './runOnBroker.test-data.ts';

let start: StartBroker;

beforeAll(async () => {
  const module = await loadMosquitto();
  start = (options) => startBroker({ ...options, module });
});

const onTcp = (change: Partial<QosDeliveryKnobs>) => qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, transport: 'tcp', ...change });
const figuresOf = (change: Partial<QosDeliveryKnobs>): Promise<DeviceFigures[]> =>
  performForFigures(onTcp(change), { startBroker: start, breathe: () => undefined });

const LEVELS = [0, 1, 2] as const;
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe.each(['3.1.1', '5.0'] as const)('MQTT %s', (protocolVersion) => {
  it('X30 20 % of segments lost each way: 100 of 100 at every level, exactly once, only later', async () => {
    const runs = await Promise.all(SEEDS.map((seed) => figuresOf({ protocolVersion, seed })));
    for (const level of LEVELS) {
      const seconds = runs.map((run) => toSeconds(run[level]?.settledAfter ?? fromMilliseconds(0)));
      for (const run of runs)
        expect(run[level]).toMatchObject({ sent: 100, delivered: 100, duplicates: 0, lost: 0, gaveUp: 0, packetsLost: 0 });
      expect(Math.min(...seconds)).toBeGreaterThan(1.5);
      expect(Math.max(...seconds)).toBeLessThan(120);
    }
    const medians = LEVELS.map((level) => median(runs.map((run) => toSeconds(run[level]?.settledAfter ?? fromMilliseconds(0)))));
    // lwIP's shortest wait is over a second, Linux's a fifth of one: slower than the measured network, the more so the more packets wait for each other.
    for (const seconds of medians) expect(seconds).toBeLessThan(30);
    expect(medians[0]).toBeLessThan(medians[2] ?? 0);
  });

  it('without loss it is as fast, and counts the same packets, as where packets vanish', async () => {
    const plain = { protocolVersion, lossRatio: 0 };
    const vanishing = await figuresOf({ ...plain, transport: 'vanishingPackets' });
    expect(await figuresOf(plain)).toEqual(vanishing);
  });
});

it('sends nothing twice in MQTT: no DUP, one PUBLISH a message', async () => {
  const events = await eventsOf(onTcp({}));
  const published = events.filter((event) => event.kind === 'packetSent' && event.type === 'PUBLISH' && event.direction === 'uplink');
  expect(published).toHaveLength(300);
  expect(published.some((event) => event.kind === 'packetSent' && event.dup)).toBe(false);
  expect(events.filter((event) => event.kind === 'segmentResent').length).toBeGreaterThan(100);
});

it('tells events in the order of time, every packet with the end that it has', async () => {
  const events = await eventsOf(onTcp({}));
  const ends = new Map<number, number>();
  let before = 0;
  for (const event of events) {
    expect(event.at).toBeGreaterThanOrEqual(before);
    before = event.at;
    if (event.kind === 'packetSent') ends.set(event.packet, event.endsAt);
    if (event.kind === 'packetArrived') {
      expect(event.at).toBe(ends.get(event.packet));
      ends.delete(event.packet);
    }
  }
  expect(ends.size).toBe(0);
});

it('the same scenario gives the same events; another seed gives others', async () => {
  const first = digest(await eventsOf(onTcp({})));
  expect(digest(await eventsOf(onTcp({})))).toBe(first);
  expect(digest(await eventsOf(onTcp({ seed: 2 })))).not.toBe(first);
});
