// Everything that the page says of one setting, reckoned at once: the level on each hop, what comes of both, and what each hop costs. No React.
import {
  compounded,
  copiesOfHop,
  type HopTraffic,
  hopTraffic,
  QOS_LEVELS,
  type QoS,
  type QosAgreement,
  qosAgreement,
  type Spread,
  TCP_IP_HEADER_BYTES,
  type TwoHopsOutcome,
  twoHops,
} from '#simulations';
import { asQos, type QosValues } from './knobs.ts';

export interface Pair {
  readonly published: QoS;
  readonly subscribed: QoS;
  readonly agreement: QosAgreement;
  /** `null`: the broker does not take the message. */
  readonly outcome: TwoHopsOutcome | null;
}

/** One hop of the learner's own pair. */
export interface Hop {
  readonly qos: QoS;
  /** Of one message without loss. */
  readonly lossless: HopTraffic;
  /** For one published message with the loss: on the second hop as many copies as come to the broker. */
  readonly packets: Spread;
  readonly bytes: Spread;
}

export interface Reckoning {
  readonly own: Pair;
  /** Row by row: published at 0, 1, 2, and in each row subscribed at 0, 1, 2. */
  readonly pairs: readonly Pair[];
  /** Publisher to broker; then broker to reader, `null` where the message is not taken. */
  readonly hops: readonly [Hop, Hop | null];
}

function pairOf(values: QosValues, published: QoS, subscribed: QoS): Pair {
  const agreement = qosAgreement({
    publishedQos: published,
    subscribedQos: subscribed,
    maxQos: asQos(values.maxQos),
    upgradeOutgoingQos: values.upgrade === 'on',
  });
  const { passedOnQos } = agreement;
  const outcome = passedOnQos === null ? null : twoHops({ publishedQos: published, passedOnQos, lossRatio: values.lossRatio });
  return { published, subscribed, agreement, outcome };
}

function hopOf(values: QosValues, qos: QoS, times: { readonly mean: number; readonly variance: number }): Hop {
  const { topicName, payloadBytes, protocolVersion, lossRatio } = values;
  const message = { qos, topicBytes: topicName.length, payloadBytes, protocolVersion };
  const lossy = hopTraffic({ ...message, lossRatio });
  return {
    qos,
    lossless: hopTraffic({ ...message, lossRatio: 0 }),
    packets: compounded(times, lossy.packets),
    bytes: compounded(times, lossy.bytes),
  };
}

export function reckon(values: QosValues): Reckoning {
  const published = asQos(values.published);
  const own = pairOf(values, published, asQos(values.subscribed));
  const { passedOnQos } = own.agreement;
  const first = hopOf(values, published, { mean: 1, variance: 0 });
  const second = passedOnQos === null ? null : hopOf(values, passedOnQos, copiesOfHop(published, values.lossRatio));
  return {
    own,
    pairs: QOS_LEVELS.flatMap((publishedAt) => QOS_LEVELS.map((subscribedAt) => pairOf(values, publishedAt, subscribedAt))),
    hops: [first, second],
  };
}

/** MQTT bytes and at least so many of TCP and IP around them. */
export function withHeaders({ bytes, packets }: { readonly bytes: Spread; readonly packets: Spread }): number {
  return bytes.mean + TCP_IP_HEADER_BYTES * packets.mean;
}

export interface LossCurves {
  readonly xs: readonly number[];
  readonly copies: readonly number[];
  readonly atLeastOnce: readonly number[];
}

const STEPS = 60;

/** Over losses from 0 to `to`; `null` where the message is not taken. */
export function lossCurves({ published, agreement: { passedOnQos } }: Pair, own: number, to: number): LossCurves | null {
  if (passedOnQos === null) return null;
  const xs = [...new Set([...Array.from({ length: STEPS + 1 }, (_, index) => (to * index) / STEPS), own])].sort((a, b) => a - b);
  const outcomes = xs.map((lossRatio) => twoHops({ publishedQos: published, passedOnQos, lossRatio }));
  return { xs, copies: outcomes.map(({ copies }) => copies), atLeastOnce: outcomes.map(({ atLeastOnce }) => atLeastOnce) };
}
