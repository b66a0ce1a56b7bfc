// The wait of each strategy in symbols. m is the exponential wait held at the cap, U an even chance between two numbers.
import type { BackoffKind } from '#simulations';
import { equals, inBrackets, type Maths, mi, mn, mo, plus, power, row, subscript, times } from '../../ui/mathml.ts';

const [w, b, c, n, m, j] = ['w', 'b', 'c', 'n', 'm', 'j'].map((symbol) => mi(symbol));
const comma = mo(',');
const even = (from: Maths, to: Maths) => row(mi('U'), inBrackets(from, comma, to));
const least = (one: Maths, other: Maths) => row(mi('min'), inBrackets(one, comma, other));
const half = row(m, mo('/'), mn('2'));

export const SYMBOLS = { b, c, n, j } as const;

export const HELD_WAIT: Maths = row(m, equals, least(c, row(b, times, power(mn('2'), n))));

export const WAITS: Readonly<Record<BackoffKind, Maths>> = {
  none: row(w, equals, mn('0')),
  fixed: row(w, equals, b),
  exponential: row(w, equals, m),
  additive: row(w, equals, m, plus, even(mn('0'), row(j, times, m))),
  full: row(w, equals, even(mn('0'), m)),
  equal: row(w, equals, half, plus, even(mn('0'), half)),
  decorrelated: row(w, equals, least(c, even(b, row(mn('3'), times, subscript(w, mi('before')))))),
};
