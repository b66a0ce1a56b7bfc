// Worked examples of the closed forms. Figures for p and n as in the table of the model (delivered at least once, duplicates a hundred messages, packets a message).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QOS_DELIVERY_DEFAULTS, qosDeliveryScenario } from '../experiments/qosDelivery.ts';
import type { QoS } from '../mqtt/packet.ts';
import { exchangeOutcomes } from './exchange.ts';
import { type ExpectedDelivery, expectedDelivery } from './expectedDelivery.ts';
import { lastToFinish } from './lastToFinish.ts';
import { messageOutcomes } from './messageOutcomes.ts';

/** For 100 messages. */
function expected(qos: QoS, lossRatio: number, attempts: number, change: Partial<typeof QOS_DELIVERY_DEFAULTS> = {}): ExpectedDelivery {
  const scenario = qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, lossRatio, attempts, ...change });
  const device = scenario.devices[qos];
  if (device === undefined) throw new Error('one device a level');
  return expectedDelivery(device, scenario.protocolVersion);
}

describe('exchange', () => {
  it('has outcomes that add up to certainty, and the mean number of attempts a = (1 - (1 - s)^n) / s', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.integer({ min: 1, max: 30 }), (p, n) => {
        const outcomes = exchangeOutcomes(p, n);
        const sum = outcomes.reduce((total, { probability }) => total + probability, 0);
        expect(sum).toBeCloseTo(1, 12);
        const s = (1 - p) ** 2;
        const attempts = outcomes.reduce((total, { probability, attempts: tries }) => total + probability * tries, 0);
        expect(attempts).toBeCloseTo((1 - (1 - s) ** n) / s, 9);
      }),
      { seed: 11 },
    );
  });
});

describe('expected delivery', () => {
  it('QoS 0 at 20 %: 80 of 100, standard deviation 4', () => {
    const { delivered, duplicates, packets, lost } = expected(0, 0.2, 1);
    expect(delivered.mean).toBeCloseTo(80, 9);
    expect(delivered.standardDeviation).toBeCloseTo(4, 9);
    expect(lost.mean).toBeCloseTo(20, 9);
    expect(duplicates).toEqual({ mean: 0, standardDeviation: 0 });
    expect(packets.mean).toBeCloseTo(100, 9);
  });

  it.each([
    { p: 0.2, n: 1, once: 0.8, duplicates: 0, packets: 1.8 },
    { p: 0.2, n: 3, once: 0.992, duplicates: 19.97, packets: 2.681 },
    { p: 0.2, n: 6, once: 0.9999, duplicates: 24.73, packets: 2.806 },
    { p: 0.05, n: 50, once: 1, duplicates: 5.26, packets: 2.161 },
    { p: 0.1, n: 50, once: 1, duplicates: 11.11, packets: 2.346 },
    { p: 0.2, n: 50, once: 1, duplicates: 25, packets: 2.813 },
    { p: 0.3, n: 50, once: 1, duplicates: 42.86, packets: 3.469 },
    { p: 0.5, n: 50, once: 1, duplicates: 100, packets: 6 },
  ])('QoS 1 with p = $p, n = $n', ({ p, n, once, duplicates, packets }) => {
    const result = expected(1, p, n);
    expect(result.delivered.mean / 100).toBeCloseTo(once, 4);
    expect(Math.abs(result.duplicates.mean - duplicates)).toBeLessThan(0.006);
    expect(Math.abs(result.packets.mean / 100 - packets)).toBeLessThan(0.0006);
  });

  it('QoS 1 without limit: the spread of duplicates is the root of m p over q', () => {
    expect(expected(1, 0.2, 50).duplicates.standardDeviation).toBeCloseTo(Math.sqrt(100 * 0.2) / 0.8, 3);
  });

  it.each([
    { p: 0.2, n: 1, once: 0.512, packets: 2.952 },
    { p: 0.2, n: 3, once: 0.9457, packets: 5.238 },
    { p: 0.2, n: 6, once: 0.9978, packets: 5.607 },
    { p: 0.1, n: 50, once: 1, packets: 4.691 },
    { p: 0.2, n: 50, once: 1, packets: 5.625 },
    { p: 0.5, n: 50, once: 1, packets: 12 },
  ])('QoS 2 with p = $p, n = $n', ({ p, n, once, packets }) => {
    const result = expected(2, p, n);
    expect(Math.abs(result.delivered.mean / 100 - once)).toBeLessThan(0.00006);
    expect(Math.abs(result.packets.mean / 100 - packets)).toBeLessThan(0.0006);
    expect(result.duplicates.mean).toBe(0);
  });

  it('counts MQTT bytes: 28, 34 and 42 for a loss-free message of 15 bytes on a topic of 9', () => {
    for (const [qos, bytes] of [28, 34, 42].entries()) expect(expected(qos as QoS, 0, 1).bytes.mean / 100).toBeCloseTo(bytes, 9);
  });

  it('says when a formula does not describe the setting', () => {
    expect(expected(1, 0.2, 10, { resendAfterMs: 20, delayMs: 10 }).caveats).toEqual({
      counts: 'resendBeforeAnswer',
      traffic: 'resendBeforeAnswer',
      time: 'resendBeforeAnswer',
    });
    expect(expected(0, 0.2, 10, { resendAfterMs: 20, delayMs: 10 }).caveats).toEqual({ counts: null, traffic: null, time: null });
    expect(expected(1, 0.2, 10, { resendAfterMs: 1_000 }).caveats).toEqual({ counts: null, traffic: null, time: 'inFlightLimit' });
    expect(expected(1, 0, 10).caveats).toEqual({ counts: null, traffic: null, time: null });
    expect(expected(2, 0.2, 10, { publishIntervalMs: 100 }).caveats).toEqual({
      counts: null,
      traffic: 'brokerCloses',
      time: 'brokerCloses',
    });
  });

  it('tells how often Mosquitto closes: at 20 % about p^2 of the messages reach it a third time', () => {
    const { brokerCloses } = expected(2, 0.2, 50);
    // Every arrival but the last goes unanswered with probability p, and with attempts without end each message arrives until it is answered.
    expect(brokerCloses).toBeCloseTo(100 * 0.2 ** 2, 6);
    expect(expected(1, 0.2, 50).brokerCloses).toBe(0);
    expect(expected(2, 0.2, 2).brokerCloses).toBe(0);
  });

  it('without loss takes the last message two link delays, or four at QoS 2, after its start', () => {
    expect(expected(0, 0, 1).settledAfter.mean).toBeCloseTo(990_000 + 20_000, 3);
    expect(expected(1, 0, 1).settledAfter.mean).toBeCloseTo(990_000 + 20_000, 3);
    expect(expected(2, 0, 1).settledAfter.mean).toBeCloseTo(990_000 + 40_000, 3);
  });
});

describe('message outcomes', () => {
  it('add up to certainty at every level', () => {
    for (const qos of [0, 1, 2] as const) {
      const sum = messageOutcomes(qos, 0.37, 12).reduce((total, { probability }) => total + probability, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });
});

describe('last to finish', () => {
  const coin = [
    { value: 1, probability: 0.5 },
    { value: 2, probability: 0.5 },
  ];
  it('is the worked example', () => {
    expect(lastToFinish(coin, 2, 0).mean).toBeCloseTo(1.75, 12);
  });
  it('agrees with counting every case of four jobs that start one after the other', () => {
    let mean = 0;
    for (let cases = 0; cases < 16; cases++) {
      const ends = [0, 1, 2, 3].map((job) => job * 0.4 + ((cases >> job) & 1 ? 2 : 1));
      mean += Math.max(...ends) / 16;
    }
    expect(lastToFinish(coin, 4, 0.4).mean).toBeCloseTo(mean, 12);
  });
});
