import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.ts';

describe('agreement of many runs with what is expected', () => {
  it('has nothing to say without runs', () => {
    expect(agreement([], { mean: 1, standardDeviation: 1 })).toBeNull();
  });

  it('measures the distance in standard errors', () => {
    // Mean 26 of four runs; standard error 6 / 2 = 3; one away from 25 is a third.
    expect(agreement([20, 24, 28, 32], { mean: 25, standardDeviation: 6 })).toEqual({
      runs: 4,
      mean: 26,
      lowest: 20,
      highest: 32,
      standardErrors: 1 / 3,
      verdict: 'agrees',
    });
  });

  it.each([
    [26, 'agrees'],
    [27, 'agrees'],
    [28, 'strays'],
    [29, 'strays'],
    [29.1, 'disagrees'],
  ] as const)('with a standard error of 1, a mean of %d where 25 is expected: %s', (mean, verdict) => {
    expect(agreement([mean], { mean: 25, standardDeviation: 1 })?.verdict).toBe(verdict);
  });

  it('wants the very value where nothing is left to chance', () => {
    expect(agreement([0, 0, 0], { mean: 0, standardDeviation: 0 })).toMatchObject({ standardErrors: 0, verdict: 'agrees' });
    expect(agreement([0, 0, 1], { mean: 0, standardDeviation: 0 })).toMatchObject({
      standardErrors: Number.POSITIVE_INFINITY,
      verdict: 'disagrees',
    });
  });
});
