// Mean and standard deviation of the take-overs when n devices with ids drawn evenly from N connect once each and stay: n - D, where D is the number of different ids among them.
//   variance of D = N(N-1)(1-2/N)^n + N(1-1/N)^n - N^2 (1-1/N)^2n      (each of the N ids is left out by all with (1-1/N)^n, two of them with (1-2/N)^n)
// Source: N. L. Johnson and S. Kotz, Urn Models and Their Application, chapter 3 (occupancy). For small fleets: the differences lose digits where N is large, so n and N are held to
// `MOST_IDS`. Worked example: 48 devices, 256 ids: 4.15 +- 1.80 take-overs.
import { assert } from '../engine/assert.ts';
import { expectedTakeOvers, type IdFleet } from './idCollisions.ts';
import type { Spread } from './spread.ts';

export const MOST_IDS = 100_000;

export function takeOverSpread(fleet: IdFleet): Spread {
  const { devices: n, ids: N } = fleet;
  assert(n <= MOST_IDS && N <= MOST_IDS, `too many for the differences: ${n} of ${N}`);
  const mean = expectedTakeOvers(fleet);
  if (n <= 1 || N === 1) return { mean, standardDeviation: 0 };
  const without = (left: number) => Math.exp(n * Math.log1p(-left / N));
  const one = without(1);
  const two = N === 2 ? 0 : without(2);
  // N^2 (two - one^2) + N (one - two), with two/one^2 = (1 - 1/(N-1)^2)^n taken by itself, since two and one^2 nearly agree.
  const ratio = N === 2 ? -1 : Math.expm1(n * Math.log1p(-1 / (N - 1) ** 2));
  const variance = N * N * one * one * ratio + N * (one - two);
  return { mean, standardDeviation: Math.sqrt(Math.max(0, variance)) };
}
