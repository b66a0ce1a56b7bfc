// The formulas of the buffer calculator, in symbols and with the learner's numbers.
import type { FormulaLine } from '../../calculator/FormulaList.tsx';
import { equals, fraction, inBrackets, type Maths, mi, minus, mn, mo, plus, row, times } from '../../ui/mathml.ts';

const [r, t, N, b, S, H, d, w, e] = ['r', 't', 'N', 'b', 'S', 'H', 'd', 'w', 'e'].map((symbol) => mi(symbol));
const P = mi('P');
const c = mi('c');
const ceiling = (...inner: Maths[]) => row(mo('⌈'), ...inner, mo('⌉'));
const larger = (...inner: Maths[]) => row(mi('max'), inBrackets(mn('0'), mo(','), ...inner));

export const SYMBOLS = { r, t, N, b, S, H, d, w, e, P, c } as const;

export interface FormulaNumbers {
  readonly rate: string;
  readonly outage: string;
  readonly readings: string;
  readonly record: string;
  readonly bytes: string;
  readonly slots: string;
  readonly lost: string;
  readonly held: string;
  readonly drainRate: string;
  /** `null`: it never empties. */
  readonly drain: string | null;
  readonly cycles: string;
  readonly sectors: string;
  readonly entries: string;
  readonly records: string;
  /** `null`: nothing is in flash. */
  readonly years: string | null;
}

type Key = 'readings' | 'bytes' | 'lost' | 'drain' | 'flash';

export function formulasOf(values: FormulaNumbers): Readonly<Record<Key, Pick<FormulaLine, 'symbols' | 'numbers'>>> {
  const { rate, outage, readings, record, bytes, slots, lost, held, drainRate, drain, cycles, sectors, entries, records, years } = values;
  return {
    readings: {
      symbols: row(N, equals, ceiling(r, times, t)),
      numbers: row(ceiling(mn(rate), times, mn(outage)), equals, mn(readings)),
    },
    bytes: { symbols: row(N, times, b), numbers: row(mn(readings), times, mn(record), equals, mn(bytes)) },
    lost: {
      symbols: larger(N, minus, S),
      numbers: row(larger(mn(readings), minus, mn(slots)), equals, mn(lost)),
    },
    drain: {
      symbols: fraction(row(H, minus, mn('1')), row(d, minus, r)),
      ...(drain === null
        ? {}
        : { numbers: row(fraction(row(mn(held), minus, mn('1')), row(mn(drainRate), minus, mn(rate))), equals, mn(drain)) }),
    },
    flash: {
      symbols: fraction(row(mn('126'), times, P, times, inBrackets(c, plus, mn('1'))), row(e, times, w)),
      ...(years === null
        ? {}
        : {
            numbers: row(
              fraction(
                row(mn('126'), times, mn(sectors), times, inBrackets(mn(cycles), plus, mn('1'))),
                row(mn(entries), times, mn(records)),
              ),
              equals,
              mn(years),
            ),
          }),
    },
  };
}
