// The formulas of the collision calculator, in symbols and with the learner's numbers.
import {
  approximately,
  equals,
  fraction,
  inBrackets,
  type Maths,
  mi,
  minus,
  mn,
  mo,
  power,
  row,
  times,
  underOver,
} from '../../ui/mathml.ts';

const [n, N, P, i, A, L, S] = ['n', 'N', 'P', 'i', 'A', 'L', 'S'].map((symbol) => mi(symbol));
const one = mn('1');
const minusOne = (of: Maths) => row(of, minus, one);

export const SYMBOLS = { n, N, A, L, S } as const;

function product(last: Maths, of: Maths): Maths {
  return row(one, minus, underOver(mo('∏'), row(i, equals, mn('0')), last), inBrackets(one, minus, fraction(i, of)));
}

function pairsOf(devices: Maths, ids: Maths): Maths {
  return fraction(row(devices, inBrackets(minusOne(devices))), row(mn('2'), ids));
}

const pairsWith = (devices: string, ids: string) =>
  fraction(row(mn(devices), times, inBrackets(minusOne(mn(devices)))), row(mn('2'), times, mn(ids)));

export interface FormulaNumbers {
  readonly devices: string;
  readonly lastIndex: string;
  readonly ids: string;
  readonly chance: string;
  readonly approximateChance: string;
  readonly pairs: string;
  readonly sharing: string;
  readonly alphabet: string;
  readonly characters: string;
  readonly outcomes: string;
}

export interface FormulaPair {
  readonly symbols: Maths;
  readonly numbers: Maths;
}

export function formulasOf(values: FormulaNumbers): Readonly<Record<'ids' | 'exact' | 'approximate' | 'pairs' | 'sharing', FormulaPair>> {
  const { devices, ids } = values;
  const smaller = (first: Maths, second: Maths) => row(mi('min'), inBrackets(first, mo(','), second));
  return {
    ids: {
      symbols: row(N, equals, smaller(power(A, L), S)),
      numbers: row(smaller(power(mn(values.alphabet), mn(values.characters)), mn(values.outcomes)), equals, mn(ids)),
    },
    exact: {
      symbols: row(P, equals, product(minusOne(n), N)),
      numbers: row(product(mn(values.lastIndex), mn(ids)), equals, mn(values.chance)),
    },
    approximate: {
      symbols: row(P, approximately, one, minus, mi('exp'), inBrackets(minus, pairsOf(n, N))),
      numbers: row(one, minus, mi('exp'), inBrackets(minus, pairsWith(devices, ids)), equals, mn(values.approximateChance)),
    },
    pairs: { symbols: pairsOf(n, N), numbers: row(pairsWith(devices, ids), equals, mn(values.pairs)) },
    sharing: {
      symbols: row(n, inBrackets(one, minus, power(inBrackets(one, minus, fraction(one, N)), minusOne(n)))),
      numbers: row(
        mn(devices),
        times,
        inBrackets(one, minus, power(inBrackets(one, minus, fraction(one, mn(ids))), mn(values.lastIndex))),
        equals,
        mn(values.sharing),
      ),
    },
  };
}
