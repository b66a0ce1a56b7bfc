// The wait of each strategy, in symbols or with the numbers as they stand. m is the exponential wait held at the cap, U an even chance between two numbers.
import type { BackoffKind } from '#simulations';
import { equals, inBrackets, type Maths, mi, mn, mo, plus, power, row, subscript, times } from '../../ui/mathml.ts';

/** What stands for base, cap and most jitter. */
export interface Terms {
  readonly b: Maths;
  readonly c: Maths;
  readonly j: Maths;
}

const [w, n, m] = ['w', 'n', 'm'].map((symbol) => mi(symbol));
const comma = mo(',');
const even = (from: Maths, to: Maths) => row(mi('U'), inBrackets(from, comma, to));
const least = (one: Maths, other: Maths) => row(mi('min'), inBrackets(one, comma, other));
const half = row(m, mo('/'), mn('2'));

export const SYMBOLS: Terms & { readonly n: Maths } = { b: mi('b'), c: mi('c'), j: mi('j'), n };

export function heldWait({ b, c }: Terms): Maths {
  return row(m, equals, least(c, row(b, times, power(mn('2'), n))));
}

/** @param pastCap jitter on top goes past the cap */
export function waitOf(kind: BackoffKind, { b, c, j }: Terms, { pastCap }: { readonly pastCap: boolean }): Maths {
  const onTop = row(m, plus, even(mn('0'), row(j, times, m)));
  const waits: Readonly<Record<BackoffKind, Maths>> = {
    none: mn('0'),
    fixed: b,
    exponential: m,
    additive: pastCap ? onTop : least(c, onTop),
    full: even(mn('0'), m),
    equal: row(half, plus, even(mn('0'), half)),
    decorrelated: least(c, even(b, row(mn('3'), times, subscript(w, mi('before'))))),
  };
  return row(w, equals, waits[kind]);
}

/** What stands in a strategy's formula, `m` counted as what it is made of. */
export const TERMS_OF: Readonly<Record<BackoffKind, readonly (keyof typeof SYMBOLS)[]>> = {
  none: [],
  fixed: ['b'],
  exponential: ['b', 'c', 'n'],
  additive: ['b', 'c', 'n', 'j'],
  full: ['b', 'c', 'n'],
  equal: ['b', 'c', 'n'],
  decorrelated: ['b', 'c'],
};
