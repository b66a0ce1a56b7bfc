// The formulas of the keep-alive calculator, in symbols and with the learner's numbers.
import { PING_BYTES } from '#simulations';
import type { FormulaLine } from '../../calculator/FormulaList.tsx';
import { equals, type Maths, mi, mn, mo, plus, row, subscript, times } from '../../ui/mathml.ts';

const K = mi('K');
const p = mi('p');
const q = mi('q');
const n = mi('n');
const W = mi('W');
const t = (of: string) => subscript(mi('t'), mi(of));
const floor = (inner: Maths) => row(mo('⌊'), inner, mo('⌋'));
const upTo = mo('≤');

export const SYMBOLS = { K, p, q, W, n } as const;

export interface FormulaNumbers {
  readonly keepAlive: string;
  readonly brokerLatest: string;
  readonly patience: string;
  readonly shares: readonly [string, string];
  readonly deviceLatest: string;
  readonly delay: string;
  readonly willLatest: string;
  readonly pings: string;
  readonly bytes: string;
}

type Key = 'broker' | 'device' | 'will' | 'bytes';

export function formulasOf(values: FormulaNumbers): Readonly<Record<Key, Pick<FormulaLine, 'symbols' | 'numbers'>>> {
  const { keepAlive, brokerLatest, patience, shares, deviceLatest, delay, willLatest, pings, bytes } = values;
  const [after, answer] = shares;
  return {
    broker: {
      symbols: row(t('broker'), upTo, floor(row(mn('1.5'), times, K)), plus, mn('1')),
      numbers: row(
        floor(row(mn('1.5'), times, mn(keepAlive))),
        plus,
        mn('1'),
        equals,
        mn(patience),
        plus,
        mn('1'),
        equals,
        mn(brokerLatest),
      ),
    },
    device: {
      symbols: row(t('device'), upTo, row(mo('('), p, plus, q, mo(')')), times, K),
      numbers: row(mo('('), mn(after), plus, mn(answer), mo(')'), times, mn(keepAlive), equals, mn(deviceLatest)),
    },
    will: {
      symbols: row(t('will'), equals, t('broker'), plus, W),
      numbers: row(mn(brokerLatest), plus, mn(delay), equals, mn(willLatest)),
    },
    bytes: {
      symbols: row(n, times, row(mo('('), mn('2'), times, row(mo('('), mn('2'), plus, mn('40'), mo(')')), plus, mn('40'), mo(')'))),
      numbers: row(mn(pings), times, mn(String(PING_BYTES)), equals, mn(bytes)),
    },
  };
}
