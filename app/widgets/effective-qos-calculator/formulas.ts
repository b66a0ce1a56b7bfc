// The formulas of the calculator, in symbols and with the learner's numbers.
import type { QoS } from '#simulations';
import { equals, fraction, inBrackets, type Maths, mi, mn, plus, power, row, subscript, times } from '../../ui/mathml.ts';
import type { Reckoning } from './reckoning.ts';

const [p, q, E, P, c, n, B, H, T, L] = ['p', 'q', 'E', 'P', 'c', 'n', 'B', 'H', 'T', 'L'].map((symbol) => mi(symbol));
const one = mn('1');
const two = mn('2');
const first = (of: Maths) => subscript(of, one);
const second = (of: Maths) => subscript(of, two);

export const SYMBOLS = { p, q, H, T, L } as const;

/** Copies that one hop makes of one message: q, 1/q or 1. */
const COPIES: Readonly<Record<QoS, Maths>> = { 0: q, 1: fraction(one, q), 2: one };
/** Answers and PUBREL of a message that crosses a hop without loss. */
const ANSWERS: Readonly<Record<QoS, number>> = { 0: 0, 1: 1, 2: 3 };

function packets(qos: QoS, kept: Maths): Maths {
  if (qos === 0) return one;
  const above = inBrackets(one, plus, kept);
  return fraction(qos === 1 ? above : row(two, times, above), power(kept, two));
}

function bytes(qos: QoS, header: Maths, topic: Maths, payload: Maths): Maths {
  const publish = row(header, plus, two, plus, topic, plus, payload);
  if (qos === 0) return publish;
  return row(publish, plus, two, plus, ...(qos === 1 ? [] : [mn(String(ANSWERS[qos])), times]), mn('4'));
}

function arrives(published: QoS, passedOn: QoS): Maths {
  if (published === 0) return passedOn === 0 ? power(q, two) : q;
  if (passedOn > 0) return one;
  return published === 1 ? fraction(one, row(one, plus, p)) : q;
}

/** The first byte and the length of a PUBLISH; in 5.0 also the byte that counts its properties. */
export function headerBytes({ hops: [hop] }: Reckoning, topicBytes: number, payloadBytes: number): number {
  return hop.lossless.publishBytes - 2 - topicBytes - payloadBytes - (hop.qos === 0 ? 0 : 2);
}

export interface FormulaValues {
  readonly lossRatio: number;
  readonly topicBytes: number;
  readonly payloadBytes: number;
  readonly number: (value: number) => string;
}

export interface FormulaPart {
  readonly key: 'copies' | 'arrives' | 'packets' | 'bytes';
  readonly symbols: Maths;
  readonly numbers: Maths;
}

/** None where the message is not taken. */
export function formulasOf(reckoned: Reckoning, { lossRatio, topicBytes, payloadBytes, number }: FormulaValues): readonly FormulaPart[] {
  const { own, hops } = reckoned;
  const { passedOnQos } = own.agreement;
  if (passedOnQos === null || own.outcome === null) return [];
  const [hop] = hops;
  const value = (amount: number) => mn(number(amount));
  const kept = value(1 - lossRatio);
  const factor = (qos: QoS) => value(qos === 0 ? 1 - lossRatio : qos === 1 ? 1 / (1 - lossRatio) : 1);
  const header = value(headerBytes(reckoned, topicBytes, payloadBytes));
  return [
    {
      key: 'copies',
      symbols: row(E, equals, first(c), times, second(c), equals, COPIES[own.published], times, COPIES[passedOnQos]),
      numbers: row(E, equals, factor(own.published), times, factor(passedOnQos), equals, value(own.outcome.copies)),
    },
    {
      key: 'arrives',
      symbols: row(P, equals, arrives(own.published, passedOnQos)),
      numbers: row(P, equals, value(own.outcome.atLeastOnce)),
    },
    {
      key: 'packets',
      symbols: row(first(n), equals, packets(own.published, q)),
      numbers: row(first(n), equals, packets(own.published, kept), equals, value(hop.packets.mean)),
    },
    {
      key: 'bytes',
      symbols: row(first(B), equals, bytes(own.published, H, T, L)),
      numbers: row(
        first(B),
        equals,
        bytes(own.published, header, value(topicBytes), value(payloadBytes)),
        equals,
        value(hop.lossless.bytes.mean),
      ),
    },
  ];
}
