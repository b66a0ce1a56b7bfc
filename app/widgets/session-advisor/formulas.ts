// How expiry, room and memory are reckoned, in symbols and with the learner's numbers.
import { equals, fraction, inBrackets, type Maths, mi, mn, mo, plus, row, times } from '../../ui/mathml.ts';

const [A, k, E, r, N, B, p] = ['A', 'k', 'E', 'r', 'N', 'B', 'p'].map((symbol) => mi(symbol));
export const SYMBOLS = { A, k, r, p } as const;

const larger = (first: Maths, second: Maths) => row(mi('max'), inBrackets(first, mo(','), second));
const roundedUp = (inner: Maths) => row(mo('⌈'), inner, mo('⌉'));

export interface RoomNumbers {
  readonly away: string;
  readonly absences: string;
  readonly expiry: string;
  readonly rate: string;
  readonly queued: string;
  readonly payload: string;
  readonly bytes: string;
}

export function formulasOf(numbers: RoomNumbers) {
  const { away, absences, expiry, rate, queued, payload, bytes } = numbers;
  const memory = (count: Maths, payloadBytes: Maths) => row(mn('2040'), plus, count, times, inBrackets(mn('206'), plus, payloadBytes));
  return {
    expiry: {
      symbols: row(E, equals, larger(mn('60'), roundedUp(row(k, times, A)))),
      numbers: row(larger(mn('60'), roundedUp(row(mn(absences), times, mn(away)))), equals, mn(expiry)),
    },
    queue: {
      symbols: row(N, equals, larger(mn('10'), roundedUp(fraction(row(mn('2'), times, r, times, E), mn('3600'))))),
      numbers: row(larger(mn('10'), roundedUp(fraction(row(mn('2'), times, mn(rate), times, mn(expiry)), mn('3600')))), equals, mn(queued)),
    },
    memory: {
      symbols: row(B, equals, memory(N, p)),
      numbers: row(memory(mn(queued), mn(payload)), equals, mn(bytes)),
    },
  };
}
