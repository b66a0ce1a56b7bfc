// All nine pairs of a publisher's and a reader's level at once, and what a cut connection does to each: on the publisher's hop, on the readers', or on both, at a chosen
// point of the exchange. Whoever is cut off comes back to its session, and what was left unanswered is sent again, as MQTT asks [v3.1.1 MQTT-4.4.0-1].
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ScriptedClientScenario, ScriptStep } from '../../script.ts';
import { QOS_LEVELS } from './effectiveQos.ts';
import { lasting, OPEN_TO_ALL, sessionScenario } from './sessionScenario.ts';

/**
 * Which packet of the exchange the cut takes, on a hop with QoS 2. `publish`: PUBLISH. `answer`: the answer to it, PUBREC; with QoS 1 PUBACK. `release`: PUBREL. `complete`:
 * PUBCOMP. Where the level has no such packet, the exchange is over when the cut falls.
 */
export type CutPlace = 'none' | 'publish' | 'answer' | 'release' | 'complete';

export interface QosMatrixSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `upgrade_outgoing_qos` in mosquitto.conf. */
  readonly upgradeOutgoingQos: boolean;
  /** On the link of the publisher whose message it is. */
  readonly publisherCut: CutPlace;
  /** On the links of all three readers, at the first delivery of each message. */
  readonly readerCut: CutPlace;
}

export const QOS_MATRIX_DEFAULTS: QosMatrixSetting = {
  protocolVersion: '3.1.1',
  upgradeOutgoingQos: false,
  publisherCut: 'none',
  readerCut: 'none',
};

/** One-way delay of every link. Milliseconds. */
const DELAY_MS = 100;
const LINK: LinkScenario = { delayMs: DELAY_MS, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };

const FIRST_ROUND_MS = 1_500;
/** From one publisher's message to the next one's: the exchanges, or also the way back of all who were cut off. Milliseconds. */
const ROUND_MS = { undisturbed: 1_500, withCuts: 5_000 };
/** The readers are back before a publisher is, so that they are there for a second copy. Milliseconds. */
const BACK_AFTER_MS = { publisher: 1_500, reader: 700 };

export const MATRIX_TOPICS = 'lab/qos/+';

export function matrixPublisher(qos: QoS): string {
  return `publisher${qos}`;
}

export function matrixReader(qos: QoS): string {
  return `reader${qos}`;
}

/** The number that the message of a level carries, from which its packets are known on every link. */
export function matrixMessage(qos: QoS): number {
  return qos + 1;
}

/** When the cut falls, from the moment at which the PUBLISH leaves its sender: in the middle of the flight before the packet that it is to take. Milliseconds. */
const CUT_AT_MS: Readonly<Record<Exclude<CutPlace, 'none'>, number>> = {
  publish: -0.5 * DELAY_MS,
  answer: 0.5 * DELAY_MS,
  release: 1.5 * DELAY_MS,
  complete: 2.5 * DELAY_MS,
};

/** From the publisher's PUBLISH to the first instant at which the broker passes the message on. Milliseconds. */
function passedOnAfterMs(qos: QoS, cut: CutPlace): number {
  const takesRelease = qos === 2 ? 2 * DELAY_MS : 0;
  const undisturbed = DELAY_MS + takesRelease;
  if (cut === 'none' || qos === 0 || cut === 'complete') return undisturbed;
  if (cut !== 'publish' && qos === 1) return undisturbed;
  // Told of the cut, waited, TCP and CONNECT there and back: then it sends again, PUBREL where it has had its PUBREC.
  const resentAfterMs = CUT_AT_MS[cut] + DELAY_MS + BACK_AFTER_MS.publisher + 4 * DELAY_MS;
  return resentAfterMs + (cut === 'release' ? DELAY_MS : undisturbed);
}

/** `publisher0` to `publisher2` send one message each, one after the other; `reader0` to `reader2` have subscribed to all, each at its level. */
export function qosMatrix(setting: Partial<QosMatrixSetting> = {}): Scenario {
  const { protocolVersion, upgradeOutgoingQos, publisherCut, readerCut } = { ...QOS_MATRIX_DEFAULTS, ...setting };
  const client = (name: string, role: 'publisher' | 'reader'): ScriptedClientScenario => ({
    name,
    protocolVersion,
    link: LINK,
    keepsSession: true,
    reconnect: { afterMs: BACK_AFTER_MS[role], connect: null },
  });
  const roundMs = publisherCut === 'none' && readerCut === 'none' ? ROUND_MS.undisturbed : ROUND_MS.withCuts;
  const round = (qos: QoS): ScriptStep[] => {
    const startsMs = FIRST_ROUND_MS + qos * roundMs;
    const cut = (name: string, place: CutPlace, sentMs: number): ScriptStep[] =>
      place === 'none' ? [] : [{ atMs: sentMs + CUT_AT_MS[place], client: name, do: 'cutConnection' }];
    return [
      {
        atMs: startsMs,
        client: matrixPublisher(qos),
        do: 'publish',
        topicName: `lab/qos/${qos}`,
        payload: '{n}',
        first: matrixMessage(qos),
        qos,
      },
      ...cut(matrixPublisher(qos), publisherCut, startsMs),
      ...QOS_LEVELS.flatMap((level) => cut(matrixReader(level), readerCut, startsMs + passedOnAfterMs(qos, publisherCut))),
    ];
  };
  const connects = (name: string): ScriptStep => ({ atMs: 0, client: name, do: 'connect', connect: lasting(name, protocolVersion) });
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, `upgrade_outgoing_qos ${upgradeOutgoingQos}`],
    clients: [
      ...QOS_LEVELS.map((qos) => client(matrixPublisher(qos), 'publisher')),
      ...QOS_LEVELS.map((qos) => client(matrixReader(qos), 'reader')),
    ],
    script: [
      ...QOS_LEVELS.flatMap((qos): ScriptStep[] => [
        connects(matrixReader(qos)),
        { atMs: 500, client: matrixReader(qos), do: 'subscribe', subscriptions: [{ topicFilter: MATRIX_TOPICS, qos }] },
      ]),
      ...QOS_LEVELS.map((qos) => connects(matrixPublisher(qos))),
      ...QOS_LEVELS.flatMap(round),
    ],
    lastsMs: FIRST_ROUND_MS + QOS_LEVELS.length * roundMs,
  });
}
