import { expect, it } from 'vitest';
import type { QoS } from '../mqtt/packet.ts';
import { exchangeOutcomes } from './exchange.ts';
import { twoHops } from './twoHops.ts';

const LEVELS: readonly QoS[] = [0, 1, 2];
const matrix = (lossRatio: number, of: 'copies' | 'atLeastOnce') =>
  LEVELS.map((publishedQos) =>
    LEVELS.map((subscribed) =>
      Number(twoHops({ publishedQos, passedOnQos: Math.min(publishedQos, subscribed) as QoS, lossRatio })[of].toFixed(4)),
    ),
  );

it('gives the worked matrix for a loss of one in five', () => {
  expect(matrix(0.2, 'copies')).toEqual([
    [0.64, 0.64, 0.64],
    [1, 1.5625, 1.5625],
    [0.8, 1.25, 1],
  ]);
  expect(matrix(0.2, 'atLeastOnce')).toEqual([
    [0.64, 0.64, 0.64],
    [0.8333, 1, 1],
    [0.8, 1, 1],
  ]);
});

it('has one copy of everything where nothing is lost', () => {
  const one = [1, 1, 1];
  expect(matrix(0, 'copies')).toEqual([one, one, one]);
  expect(matrix(0, 'atLeastOnce')).toEqual([one, one, one]);
  expect(twoHops({ publishedQos: 1, passedOnQos: 1, lossRatio: 0 }).copiesVariance).toBe(0);
});

it('upgraded, a message of QoS 0 is lost on the first hop only', () => {
  expect(twoHops({ publishedQos: 0, passedOnQos: 2, lossRatio: 0.2 })).toMatchObject({ copies: 0.8, atLeastOnce: 0.8 });
});

it('agrees with every way that the exchanges can go, one by one', () => {
  const lossRatio = 0.3;
  // Fifty attempts are as good as no limit here.
  const hop = exchangeOutcomes(lossRatio, 50);
  const moments = (qos: 0 | 1) => {
    let [mean, square, nothing] = [0, 0, 0];
    for (const { probability, arrived } of hop) {
      // Copies behind the second hop, given those at the broker: a sum of independent ones.
      const each = qos === 0 ? { mean: 1 - lossRatio, variance: lossRatio * (1 - lossRatio) } : { mean: 1 / 0.7, variance: 0.3 / 0.49 };
      mean += probability * arrived * each.mean;
      square += probability * (arrived * each.variance + (arrived * each.mean) ** 2);
      nothing += probability * (qos === 0 ? lossRatio ** arrived : 0);
    }
    return { copies: mean, copiesVariance: square - mean ** 2, atLeastOnce: 1 - nothing };
  };
  for (const passedOnQos of [0, 1] as const) {
    const closed = twoHops({ publishedQos: 1, passedOnQos, lossRatio });
    const counted = moments(passedOnQos);
    expect(closed.copies).toBeCloseTo(counted.copies, 9);
    expect(closed.copiesVariance).toBeCloseTo(counted.copiesVariance, 9);
    expect(closed.atLeastOnce).toBeCloseTo(counted.atLeastOnce, 9);
  }
});
