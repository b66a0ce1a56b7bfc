import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encode } from '../mqtt/encode.ts';
import type { QoS } from '../mqtt/packet.ts';
import { compounded, type HopTrafficSetting, hopTraffic, publishBytes, TCP_IP_HEADER_BYTES } from './hopTraffic.ts';
import { messageOutcomes } from './messageOutcomes.ts';
import { spreadOf } from './spread.ts';

const LEVELS: readonly QoS[] = [0, 1, 2];
const SKETCH = { topicBytes: 9, payloadBytes: 15, protocolVersion: '3.1.1' } as const;
const at = (qos: QoS, lossRatio: number) => hopTraffic({ ...SKETCH, qos, lossRatio });

it('the sketch’s message without loss: 1, 2 and 4 packets, 28, 34 and 42 bytes, 68, 114 and 202 with TCP/IP', () => {
  expect(LEVELS.map((qos) => at(qos, 0).packets.mean)).toEqual([1, 2, 4]);
  expect(LEVELS.map((qos) => at(qos, 0).bytes.mean)).toEqual([28, 34, 42]);
  expect(LEVELS.map((qos) => at(qos, 0).bytes.mean + TCP_IP_HEADER_BYTES * at(qos, 0).packets.mean)).toEqual([68, 114, 202]);
  for (const qos of LEVELS) expect(at(qos, 0).packets.standardDeviation).toBe(0);
});

it.each([
  [0.05, 2.161, 4.321],
  [0.1, 2.346, 4.691],
  [0.2, 2.813, 5.625],
  [0.3, 3.469, 6.939],
  [0.5, 6, 12],
])('packets at a loss of %s', (lossRatio, one, two) => {
  expect(Math.abs(at(1, lossRatio).packets.mean - one)).toBeLessThan(0.0006);
  expect(Math.abs(at(2, lossRatio).packets.mean - two)).toBeLessThan(0.0006);
});

const version = fc.constantFrom('3.1.1' as const, '5.0' as const);

it('a PUBLISH has the bytes that the encoder gives it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LEVELS),
      fc.integer({ min: 1, max: 300 }),
      fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 16_000, max: 17_000 }), fc.constant(2_100_000)),
      version,
      (qos, topicBytes, payloadBytes, protocolVersion) => {
        const packet = encode(
          {
            type: 'PUBLISH',
            topicName: 't'.repeat(topicBytes),
            payload: new Uint8Array(payloadBytes),
            qos,
            retain: false,
            dup: false,
            ...(qos === 0 ? {} : { packetId: 7 }),
          },
          protocolVersion,
        );
        expect(publishBytes({ qos, topicBytes, payloadBytes, protocolVersion })).toBe(packet.length);
      },
    ),
    { seed: 3, numRuns: 60 },
  );
});

it('agrees with every way that the exchanges can go, one by one', () => {
  for (const qos of LEVELS)
    for (const lossRatio of [0, 0.05, 0.2, 0.3]) {
      const { packets, bytes, publishBytes: publish } = at(qos, lossRatio);
      // Fifty attempts are as good as no limit here.
      const ways = messageOutcomes(qos, lossRatio, 50);
      const counted = spreadOf(
        ways.map(({ probability, publishes, releases, answers }) => ({ probability, value: publishes + releases + answers })),
      );
      const weighed = spreadOf(
        ways.map(({ probability, publishes, releases, answers }) => ({
          probability,
          value: publishes * publish + 4 * (releases + answers),
        })),
      );
      expect(packets.mean).toBeCloseTo(counted.mean, 6);
      expect(packets.standardDeviation).toBeCloseTo(counted.standardDeviation, 5);
      expect(bytes.mean).toBeCloseTo(weighed.mean, 5);
      expect(bytes.standardDeviation).toBeCloseTo(weighed.standardDeviation, 4);
    }
});

it('grows with the loss, with the level, with topic and payload; 5.0 takes one byte more a PUBLISH', () => {
  const setting = fc.record({
    qos: fc.constantFrom(...LEVELS),
    lossRatio: fc.double({ min: 0, max: 0.85, noNaN: true }),
    topicBytes: fc.integer({ min: 1, max: 1_000 }),
    payloadBytes: fc.integer({ min: 0, max: 100_000 }),
    protocolVersion: version,
  });
  fc.assert(
    fc.property(setting, (one: HopTrafficSetting) => {
      const { packets, bytes } = hopTraffic(one);
      const worse = hopTraffic({ ...one, lossRatio: one.lossRatio + 0.1 });
      expect(worse.packets.mean).toBeGreaterThanOrEqual(packets.mean);
      expect(worse.bytes.mean).toBeGreaterThanOrEqual(bytes.mean);
      if (one.qos < 2) expect(hopTraffic({ ...one, qos: (one.qos + 1) as QoS }).bytes.mean).toBeGreaterThan(bytes.mean);
      expect(hopTraffic({ ...one, topicBytes: one.topicBytes + 1 }).bytes.mean).toBeGreaterThan(bytes.mean);
      expect(hopTraffic({ ...one, payloadBytes: one.payloadBytes + 1 }).bytes.mean).toBeGreaterThan(bytes.mean);
      expect(packets.mean).toBeGreaterThanOrEqual([1, 2, 4][one.qos] ?? 0);
    }),
    { seed: 5 },
  );
  expect(publishBytes({ ...SKETCH, qos: 1, protocolVersion: '5.0' })).toBe(31);
});

it('compounds: what happens a fixed number of times is simply multiplied', () => {
  expect(compounded({ mean: 4, variance: 0 }, { mean: 3, standardDeviation: 2 })).toEqual({ mean: 12, standardDeviation: 4 });
  expect(compounded({ mean: 2, variance: 3 }, { mean: 5, standardDeviation: 0 }).standardDeviation).toBeCloseTo(Math.sqrt(75), 12);
});

it('refuses a loss that leaves nothing', () => {
  expect(() => at(1, 1)).toThrow('loss ratio');
});
