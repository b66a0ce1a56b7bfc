// The formulas of the queue memory calculator, in symbols and with the learner's numbers.
import { equals, inBrackets, type Maths, mi, minus, mn, mo, plus, row, times } from '../../ui/mathml.ts';

const [n, r, t, k, L, D, o, P, c, d, s, f, u, v] = ['n', 'r', 't', 'k', 'L', 'D', 'o', 'P', 'c', 'd', 's', 'f', 'u', 'v'].map((symbol) =>
  mi(symbol),
);
const least = (one: Maths, other: Maths) => row(mi('min'), inBrackets(one, mo(','), other));
const floor = (of: Maths) => row(mo('⌊'), of, mo('⌋'));

export const SYMBOLS = { n, r, t, k, L, D, o, P, c, d, s, f, u, v } as const;

export interface MemoryNumbers {
  readonly devices: string;
  readonly rate: string;
  readonly away: string;
  readonly came: string;
  readonly kept: string;
  readonly limit: string;
  readonly message: string;
  readonly payload: string;
  readonly messageBytes: string;
}

export function formulasOf(shared: boolean, numbers: MemoryNumbers) {
  const { devices, rate, away, came, kept, limit, message, payload, messageBytes } = numbers;
  return {
    came: {
      symbols: row(n, equals, floor(row(r, times, t))),
      numbers: row(floor(row(mn(rate), times, mn(away))), equals, mn(came)),
    },
    kept: {
      symbols: row(k, equals, least(n, L)),
      numbers: row(least(mn(came), mn(limit)), equals, mn(kept)),
    },
    messages: shared
      ? { symbols: row(D, times, k, times, c, plus, k, times, inBrackets(d, plus, P)) }
      : {
          symbols: row(D, times, k, times, inBrackets(o, plus, P)),
          numbers: row(mn(devices), times, mn(kept), times, inBrackets(mn(message), plus, mn(payload)), equals, mn(messageBytes)),
        },
    sessions: { symbols: row(D, times, inBrackets(s, plus, f, plus, inBrackets(v, minus, mn('1')), times, u)) },
  } as const satisfies Record<string, { readonly symbols: Maths; readonly numbers?: Maths }>;
}
