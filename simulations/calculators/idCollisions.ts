// How likely it is that of n devices, each with an id drawn evenly from N, two have the same one (the birthday problem), and how many it concerns.
//   P = 1 - product over i from 0 to n-1 of (1 - i/N)          usual approximation: 1 - exp(-n(n-1)/2N)
//   pairs with the same id, mean:           n(n-1)/2N
//   devices that share theirs, mean:        n (1 - (1 - 1/N)^(n-1))
//   take-overs when all connect once, mean: n - N (1 - (1 - 1/N)^n): every device but the first of each id
// Symbols: n devices, N ids, both without unit. Computed as P = -expm1(sum of log1p(-i/N)), so that it is right from the smallest double to 1: one by one up to `SUMMED` devices,
// beyond that by the sum formula of Euler and Maclaurin. Source: W. Feller, An Introduction to Probability Theory and Its Applications, vol. 1, chapter II.
// Left out: ids that are not drawn evenly. Worked example: 1,000 devices, 4 hex digits (65,536 ids): P = 0.9995, 7.6 pairs.
import { assert } from '../engine/assert.ts';

export interface IdFleet {
  /** n, at least 0, at most 9,007,199,254,740,991. */
  readonly devices: number;
  /** N, whole and at least 1; `Infinity` where no two can be the same. */
  readonly ids: number;
}

/** Up to so many terms are added one by one; more would cost a frame where a whole curve is drawn. */
const SUMMED = 1_000;
/** Below, series take the place of differences that would lose digits. */
const SMALL = 0.05;

function check({ devices, ids }: IdFleet): void {
  assert(Number.isSafeInteger(devices) && devices >= 0, `devices out of range: ${devices}`);
  assert(ids >= 1, `ids out of range: ${ids}`);
}

/** Natural logarithm of the probability that all ids differ; minus infinity where there are more devices than ids. */
export function logAllDiffer(fleet: IdFleet): number {
  check(fleet);
  const { devices: n, ids: N } = fleet;
  if (n <= 1 || N === Number.POSITIVE_INFINITY) return 0;
  if (n > N) return Number.NEGATIVE_INFINITY;
  return n <= SUMMED ? oneByOne(n, N) : inOneGo(n, N);
}

function oneByOne(n: number, N: number): number {
  let sum = 0;
  for (let i = 1; i < n; i++) sum += Math.log1p(-i / N);
  return sum;
}

/** Integral, half of the ends' difference, and a twelfth of that of their slopes; what is left is below 1e-13 of it for so many devices. */
function inOneGo(n: number, N: number): number {
  // Nothing but "surely" is left of it in a double.
  if (n > N / 2) return Number.NEGATIVE_INFINITY;
  const x = n / N;
  return -N * area(x) - Math.log1p(-x) / 2 - x / (12 * (N - n));
}

/** (1 - x) ln(1 - x) + x: the area under -ln(1 - t) from 0 to x. */
function area(x: number): number {
  if (x >= SMALL) return (1 - x) * Math.log1p(-x) + x;
  let sum = 0;
  let power = x;
  for (let k = 2; k <= 20; k++) {
    power *= x;
    sum += power / (k * (k - 1));
  }
  return sum;
}

/** P, 0 to 1. */
export function collisionProbability(fleet: IdFleet): number {
  return 0 - Math.expm1(logAllDiffer(fleet));
}

/** The usual short form of P. */
export function approximateCollisionProbability(fleet: IdFleet): number {
  return 0 - Math.expm1(-collidingPairs(fleet));
}

/** Mean number of pairs with the same id. */
export function collidingPairs(fleet: IdFleet): number {
  check(fleet);
  const { devices: n, ids: N } = fleet;
  return n <= 1 ? 0 : (n / N) * ((n - 1) / 2);
}

/** Mean number of devices that share their id with another one. */
export function sharingDevices(fleet: IdFleet): number {
  check(fleet);
  const { devices: n, ids: N } = fleet;
  if (n <= 1) return 0;
  return N === 1 ? n : -n * Math.expm1((n - 1) * Math.log1p(-1 / N));
}

/** Mean number of take-overs when every device connects once and stays. */
export function expectedTakeOvers(fleet: IdFleet): number {
  check(fleet);
  const { devices: n, ids: N } = fleet;
  if (n <= 1 || N === Number.POSITIVE_INFINITY) return 0;
  if (N === 1) return n - 1;
  const y = n * Math.log1p(-1 / N);
  if (-y >= SMALL) return n + N * Math.expm1(y);
  // n + N (y + y^2/2 + ...), where n + N y is n (1 + N ln(1 - 1/N)): both in series, since each difference would lose all its digits.
  return n * onePlus(N) + N * beyondFirst(y);
}

/** 1 + N ln(1 - 1/N) = -1/2N - 1/3N^2 - ... */
function onePlus(N: number): number {
  if (N < 1_000) return 1 + N * Math.log1p(-1 / N);
  let sum = 0;
  for (let k = 6; k >= 1; k--) sum = (sum - 1 / (k + 1)) / N;
  return sum;
}

/** exp(y) - 1 - y. */
function beyondFirst(y: number): number {
  let sum = 0;
  let term = y;
  for (let k = 2; k <= 14; k++) {
    term *= y / k;
    sum += term;
  }
  return sum;
}
