// A message over two lossy hops, publisher to broker and broker to reader, each packet lost with probability p on its own, q = 1 - p, and sent again without limit, at
// most once a connection. Copies are copies that the reader's program is given:
//   copies of one hop   QoS 0: q (never sent again)   QoS 1: 1/q   QoS 2: 1        of both: their product
//   variance            QoS 0: p q                    QoS 1: p/q^2 QoS 2: 0        of both: E1 V2 + V1 E2^2
//   at least once       published at 0: q, at 1 and 2: 1, and where the second hop is at 0: q^2, 1/(1 + p), q
// The last: k copies at the broker have probability q p^(k-1), all of them are lost behind it with p^k. Worked example: p = 0.2, QoS 1 to QoS 0 gives 1 copy a message on
// average, and yet one message in six never arrives: for each that is lost another comes twice.
import { assert } from '../engine/assert.ts';
import type { QoS } from '../mqtt/packet.ts';

export interface TwoHopsSetting {
  readonly publishedQos: QoS;
  /** At which the broker passes it on: the smaller of published and granted, or the granted one with `upgrade_outgoing_qos`. */
  readonly passedOnQos: QoS;
  /** p, 0 to below 1, of every packet on either hop. */
  readonly lossRatio: number;
}

export interface TwoHopsOutcome {
  /** Copies of one message that the reader is given: mean and variance. */
  readonly copies: number;
  readonly copiesVariance: number;
  /** Probability that it is given at least one. */
  readonly atLeastOnce: number;
}

/** Copies that come out of one hop for one that goes in. */
export function copiesOfHop(qos: QoS, p: number): { readonly mean: number; readonly variance: number } {
  const q = 1 - p;
  if (qos === 0) return { mean: q, variance: p * q };
  return qos === 1 ? { mean: 1 / q, variance: p / q ** 2 } : { mean: 1, variance: 0 };
}

function arrives({ publishedQos, passedOnQos, lossRatio }: TwoHopsSetting): number {
  const kept = 1 - lossRatio;
  const atBroker = publishedQos === 0 ? kept : 1;
  if (passedOnQos > 0) return atBroker;
  return publishedQos === 1 ? 1 / (1 + lossRatio) : atBroker * kept;
}

export function twoHops(setting: TwoHopsSetting): TwoHopsOutcome {
  const { publishedQos, passedOnQos, lossRatio } = setting;
  assert(lossRatio >= 0 && lossRatio < 1, `loss ratio out of range: ${lossRatio}`);
  const first = copiesOfHop(publishedQos, lossRatio);
  const second = copiesOfHop(passedOnQos, lossRatio);
  return {
    copies: first.mean * second.mean,
    copiesVariance: first.mean * second.variance + first.variance * second.mean ** 2,
    atLeastOnce: arrives(setting),
  };
}
