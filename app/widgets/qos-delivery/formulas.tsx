// The closed forms as they stand beside the expected values, and what their symbols mean. What they compute is `expectedDelivery` in the simulation.
import type { ReactNode } from 'react';
import type { QoS } from '#simulations';
import {
  equals,
  formula,
  fraction,
  inBrackets,
  type Maths,
  mi,
  minus,
  mn,
  mo,
  plus,
  power,
  row,
  subscript,
  times,
} from '../../ui/mathml.ts';
import type { FigureName } from './figures.ts';

const [a, b, c, m, n, p, q, s, t] = ['a', 'b', 'c', 'm', 'n', 'p', 'q', 's', 't'].map((symbol) => mi(symbol));
const done = mi('P');
const energyOf = (label: Maths) => subscript(mi('E'), label);
const one = mn('1');
const arrivesAtAll = row(one, minus, power(p, n));

/** `null`: nothing to compute. */
const FORMULAS: Partial<Record<FigureName, readonly [Maths | null, Maths | null, Maths | null]>> = {
  delivered: [row(m, times, q), row(m, times, inBrackets(arrivesAtAll)), row(m, times, done, times, inBrackets(arrivesAtAll))],
  lost: [row(m, times, p), row(m, times, power(p, n)), row(m, times, inBrackets(one, minus, done, times, inBrackets(arrivesAtAll)))],
  duplicates: [null, row(m, times, inBrackets(q, times, a, minus, inBrackets(arrivesAtAll))), null],
  packets: [
    m,
    row(m, times, a, times, inBrackets(one, plus, q)),
    row(m, times, a, times, inBrackets(one, plus, q), times, inBrackets(one, plus, done)),
  ],
  bytes: [
    row(m, times, b),
    row(m, times, a, times, inBrackets(b, plus, q, times, c)),
    row(m, times, a, times, inBrackets(b, plus, q, times, c, plus, done, times, c, times, inBrackets(one, plus, q))),
  ],
  settled: [last(), last(), last()],
  energy: [spent(), spent(), spent()],
  energyPercent: [ratio('0'), ratio('1'), ratio('2')],
};

/** The mean of the time by which the last message is settled. */
function last(): Maths {
  return row(mi('max'), mo('⁡'), inBrackets(mi('i'), times, subscript(t, mi('Δ')), plus, subscript(t, mi('i'))));
}

function spent(): Maths {
  return row(energyOf(mi('wake')), plus, energyOf(mi('listen')), plus, energyOf(mi('send')));
}

function ratio(level: string): Maths {
  return row(energyOf(mn(level)), mo('/'), energyOf(mn('0')));
}

export function Formula({ figure, qos }: { readonly figure: FigureName; readonly qos: QoS }): ReactNode {
  const maths = FORMULAS[figure]?.[qos];
  return maths === undefined || maths === null ? null : formula(maths);
}

/** Each symbol with the key of its explanation, in the order in which one needs them. */
export const SYMBOLS = [
  ['m', formula(m)],
  ['p', formula(p)],
  ['q', formula(q, equals, one, minus, p)],
  ['n', formula(n)],
  ['s', formula(s, equals, power(q, mn('2')))],
  ['a', formula(a, equals, fraction(row(one, minus, power(inBrackets(one, minus, s), n)), s))],
  ['P', formula(done, equals, one, minus, power(inBrackets(one, minus, s), n))],
  ['b', formula(b)],
  ['c', formula(c)],
  ['t', formula(subscript(t, mi('Δ')), mo(','), subscript(t, mi('i')))],
  ['E', formula(energyOf(mi('wake')), mo(','), energyOf(mi('listen')), mo(','), energyOf(mi('send')))],
] as const satisfies readonly (readonly [string, Maths])[];
