// The formulas of the queue memory calculator, in symbols and with the learner's numbers.
import { USUAL_TOPIC_BYTES } from '#simulations';
import { equals, inBrackets, type Maths, mi, minus, mn, mo, plus, row, times } from '../../ui/mathml.ts';

const [n, r, t, k, L, D, o, P, T, c, d, s, f, u, v] = ['n', 'r', 't', 'k', 'L', 'D', 'o', 'P', 'T', 'c', 'd', 's', 'f', 'u', 'v'].map(
  (symbol) => mi(symbol),
);
const least = (one: Maths, other: Maths) => row(mi('min'), inBrackets(one, mo(','), other));
/** The topic that is in the other bytes already. */
const usual = mn(`${USUAL_TOPIC_BYTES} B`);
const beyondUsual = inBrackets(T, minus, usual);
const floor = (of: Maths) => row(mo('⌊'), of, mo('⌋'));

export const SYMBOLS = { n, r, t, k, L, D, o, P, T, c, d, s, f, u, v } as const;

export interface MemoryNumbers {
  readonly devices: string;
  readonly rate: string;
  readonly away: string;
  readonly came: string;
  readonly kept: string;
  readonly limit: string;
  readonly message: string;
  readonly payload: string;
  readonly topic: string;
  readonly messageBytes: string;
}

export interface MemoryKind {
  readonly shared: boolean;
  readonly countsSubscriptions: boolean;
}

export function formulasOf({ shared, countsSubscriptions }: MemoryKind, numbers: MemoryNumbers) {
  const { devices, rate, away, came, kept, limit, message, payload, topic, messageBytes } = numbers;
  const topicsHeld = shared ? inBrackets(mn('2'), times, v, minus, mn('1')) : row(mn('2'), times, v);
  const session = [s, plus, f, plus, inBrackets(v, minus, mn('1')), times, u];
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
      ? { symbols: row(D, times, k, times, c, plus, k, times, inBrackets(d, plus, P, plus, T, minus, usual)) }
      : {
          symbols: row(D, times, k, times, inBrackets(o, plus, P, plus, T, minus, usual)),
          numbers: row(
            mn(devices),
            times,
            mn(kept),
            times,
            inBrackets(mn(message), plus, mn(payload), plus, mn(topic), minus, usual),
            equals,
            mn(messageBytes),
          ),
        },
    sessions: { symbols: row(D, times, inBrackets(...session, ...(countsSubscriptions ? [plus, topicsHeld, times, beyondUsual] : []))) },
  } as const satisfies Record<string, { readonly symbols: Maths; readonly numbers?: Maths }>;
}
