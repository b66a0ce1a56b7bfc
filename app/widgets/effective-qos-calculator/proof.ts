// The nine pairs on the broker: one message each where nothing is lost, or twenty each where packets vanish by chance; and what each run is expected to come to.
import {
  matrixMessage,
  matrixPublisher,
  matrixReader,
  type PacketSent,
  QOS_CHANCE_MESSAGES,
  QOS_LEVELS,
  type QoS,
  qosChance,
  qosPairs,
  type RunEvent,
  type Spread,
} from '#simulations';
import type { RunView } from '#simulations/worker';
import type { ProofPlan } from '../../calculator/useProof.ts';
import { asQos, type QosValues } from './knobs.ts';
import { type Reckoning, reckon } from './reckoning.ts';

export type ProofKind = 'pairs' | 'chance';

/** With more loss the reconnections of the run would not suffice. */
export const MOST_PROOF_LOSS = 0.25;
export const CHANCE_SEEDS = 12;
export { QOS_CHANCE_MESSAGES };

/** What was seen of one pair; keys of a run's values. */
export const pairKey = (what: 'level' | 'copies' | 'different', published: QoS, subscribed: QoS) => `${what} ${published} ${subscribed}`;

export function proofLoss({ lossRatio }: QosValues): number {
  return Math.min(MOST_PROOF_LOSS, Math.round(lossRatio * 10_000) / 10_000);
}

export function proofPlan(kind: ProofKind, values: QosValues): ProofPlan {
  const { protocolVersion, topicName, payloadBytes } = values;
  const broker = { protocolVersion, maxQos: asQos(values.maxQos), upgradeOutgoingQos: values.upgrade === 'on' };
  const own = { published: asQos(values.published), subscribed: asQos(values.subscribed) };
  const reckoned = reckon(values);
  if (kind === 'pairs')
    return {
      seeds: 1,
      looksAt: 'whole',
      scenarioOf: () => qosPairs({ ...broker, topicName, payloadBytes }),
      read: ({ events }) => readPairs(events, own, reckoned),
    };
  return {
    seeds: CHANCE_SEEDS,
    looksAt: 'whole',
    scenarioOf: (seed) => qosChance({ ...broker, lossRatio: proofLoss(values), seed }),
    read: ({ events }) => readChance(events, own),
  };
}

interface Own {
  readonly published: QoS;
  readonly subscribed: QoS;
}

type Values = Readonly<Record<string, number>>;

function weigh(packets: readonly PacketSent[]): { readonly count: number; readonly bytes: number } {
  return { count: packets.length, bytes: packets.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

function readPairs(events: RunView['events'], { published, subscribed }: Own, { pairs }: Reckoning): Values {
  const arrivals = (at: QoS, reader: QoS) =>
    events.flatMap((event) =>
      event.kind === 'received' && event.client === matrixReader(reader) && event.payload?.endsWith(String(matrixMessage(at)))
        ? [event.qos]
        : [],
    );
  const crossing = (client: string) =>
    weigh(
      events.filter(
        (event): event is PacketSent =>
          event.kind === 'packetSent' && event.client === client && event.message === matrixMessage(published),
      ),
    );
  const first = crossing(matrixPublisher(published));
  const second = crossing(matrixReader(subscribed));
  const seen = pairs.map((pair) => ({ pair, levels: arrivals(pair.published, pair.subscribed) }));
  return {
    asReckoned: seen.filter(({ pair, levels }) => levels.join() === String(pair.agreement.passedOnQos ?? '')).length,
    ended: QOS_LEVELS.filter((qos) => events.some((event) => isLost(event, matrixPublisher(qos)))).length,
    packets1: first.count,
    bytes1: first.bytes,
    packets2: second.count,
    bytes2: second.bytes,
    ...Object.fromEntries(
      seen.flatMap(({ pair, levels }) => [
        [pairKey('level', pair.published, pair.subscribed), levels[0] ?? -1],
        [pairKey('copies', pair.published, pair.subscribed), levels.length],
      ]),
    ),
  };
}

function isLost(event: RunEvent, client: string): boolean {
  return event.kind === 'connection' && event.client === client && event.step === 'lost';
}

const topicOf = (published: QoS) => `lab/qos/${published}`;
const decoder = new TextDecoder('latin1');

/** Packets of one level's messages on a reader's link: a PUBLISH names its topic, the rest of the exchange its packet id. */
function packetsOnReader(events: RunView['events'], reader: QoS, published: QoS): number {
  const topicOfId = new Map<number, boolean>();
  let count = 0;
  for (const event of events) {
    if (event.kind !== 'packetSent' || event.client !== matrixReader(reader) || event.message === null) continue;
    const own =
      event.type === 'PUBLISH' ? decoder.decode(event.bytes).includes(topicOf(published)) : (topicOfId.get(event.packetId ?? -1) ?? false);
    if (event.type === 'PUBLISH' && event.packetId !== null) topicOfId.set(event.packetId, own);
    if (own) count++;
  }
  return count;
}

function readChance(events: RunView['events'], { published, subscribed }: Own): Values {
  const given = (at: QoS, reader: QoS) =>
    events.flatMap((event) =>
      event.kind === 'received' && event.client === matrixReader(reader) && event.topicName === topicOf(at)
        ? [{ payload: event.payload, qos: event.qos }]
        : [],
    );
  const cells = QOS_LEVELS.flatMap((at) =>
    QOS_LEVELS.flatMap((reader): [string, number][] => {
      const copies = given(at, reader);
      return [
        [pairKey('level', at, reader), copies[0]?.qos ?? -1],
        [pairKey('copies', at, reader), copies.length],
        [pairKey('different', at, reader), new Set(copies.map(({ payload }) => payload)).size],
      ];
    }),
  );
  const values = Object.fromEntries(cells);
  const onPublisher = events.filter(
    (event) => event.kind === 'packetSent' && event.client === matrixPublisher(published) && event.message !== null,
  );
  return {
    ...values,
    copies: values[pairKey('copies', published, subscribed)] ?? 0,
    different: values[pairKey('different', published, subscribed)] ?? 0,
    packets1: onPublisher.length,
    packets2: packetsOnReader(events, subscribed, published),
  };
}

export type ExpectationKey = 'asReckoned' | 'ended' | 'packets1' | 'bytes1' | 'packets2' | 'bytes2' | 'copies' | 'different';

export interface Expectation {
  readonly key: ExpectationKey;
  readonly expected: Spread;
}

const sure = (mean: number): Spread => ({ mean, standardDeviation: 0 });

/** Of one run of the plan. */
export function expectations(kind: ProofKind, values: QosValues): readonly Expectation[] {
  const { own, pairs, hops } = reckon(kind === 'chance' ? { ...values, lossRatio: proofLoss(values) } : { ...values, lossRatio: 0 });
  const [first, second] = hops;
  if (kind === 'pairs') {
    const refused = QOS_LEVELS.filter((qos) => qos > asQos(values.maxQos)).length;
    const taken: Expectation[] =
      second === null
        ? []
        : [
            { key: 'packets1', expected: sure(first.lossless.packets.mean) },
            { key: 'bytes1', expected: sure(first.lossless.bytes.mean) },
            { key: 'packets2', expected: sure(second.lossless.packets.mean) },
            { key: 'bytes2', expected: sure(second.lossless.bytes.mean) },
          ];
    return [{ key: 'asReckoned', expected: sure(pairs.length) }, { key: 'ended', expected: sure(refused) }, ...taken];
  }
  const { outcome } = own;
  if (outcome === null || second === null) return [];
  const m = QOS_CHANCE_MESSAGES;
  const many = ({ mean, standardDeviation }: Spread): Spread => ({
    mean: m * mean,
    standardDeviation: standardDeviation * Math.sqrt(m),
  });
  const arrives = outcome.atLeastOnce;
  return [
    { key: 'copies', expected: many({ mean: outcome.copies, standardDeviation: Math.sqrt(outcome.copiesVariance) }) },
    { key: 'different', expected: many({ mean: arrives, standardDeviation: Math.sqrt(arrives * (1 - arrives)) }) },
    { key: 'packets1', expected: many(first.packets) },
    { key: 'packets2', expected: many(second.packets) },
  ];
}
