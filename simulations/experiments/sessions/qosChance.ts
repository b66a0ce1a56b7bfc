// The nine pairs on links that lose packets by chance, on both hops, many messages each: the model of calculators/twoHops.ts, made real. Whole packets vanish, and what is
// unanswered is sent again after a reconnection only; so everybody's connection is cut and made anew again and again, the publishers' and the readers' in turn, each time
// when all is quiet: a cut takes nothing by itself.
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ScriptedClientScenario, ScriptStep } from '../../script.ts';
import { QOS_LEVELS } from './effectiveQos.ts';
import { MATRIX_TOPICS, matrixPublisher, matrixReader } from './qosMatrix.ts';
import { LISTENER, lasting, sessionScenario } from './sessionScenario.ts';

export interface QosChanceSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `upgrade_outgoing_qos` in mosquitto.conf. */
  readonly upgradeOutgoingQos: boolean;
  /** `max_qos` in mosquitto.conf. Publishers above it are left out: the broker would end their connections again and again. */
  readonly maxQos: QoS;
  /** Share of the packets that is lost, in each direction on every link. 0 to 0.25: with more, the reconnections would not suffice. */
  readonly lossRatio: number;
  /** Names the run. Whole number, 0 to 4,294,967,295. */
  readonly seed: number;
}

export const QOS_CHANCE_DEFAULTS: QosChanceSetting = {
  protocolVersion: '3.1.1',
  upgradeOutgoingQos: false,
  maxQos: 2,
  lossRatio: 0.2,
  seed: 1,
};

/** Messages at each level: as many as the events of a whole run can still be looked at together. */
export const QOS_CHANCE_MESSAGES = 20;

const DELAY_MS = 50;
const FIRST_MESSAGE_MS = 1_000;
const PUBLISH_EVERY_MS = 150;
const FIRST_CUT_MS = 4_500;
/** From a cut until all is quiet again takes less than half of it. Milliseconds. */
const ROUND_MS = 2_000;
/** So many that, at the largest loss, one message in a hundred thousand is left unfinished. */
const ROUNDS = 14;
const BACK_AFTER_MS = 200;

/** `publisher0` to `publisher2` send their messages side by side; `reader0` to `reader2` have subscribed to all, each at its level. */
export function qosChance(setting: Partial<QosChanceSetting> = {}): Scenario {
  const { protocolVersion, upgradeOutgoingQos, maxQos, lossRatio, seed } = { ...QOS_CHANCE_DEFAULTS, ...setting };
  const link: LinkScenario = { delayMs: DELAY_MS, jitterMs: 0, lossRatio, rateBitsPerSecond: null };
  const client = (name: string): ScriptedClientScenario => ({
    name,
    protocolVersion,
    link,
    keepsSession: true,
    reconnect: { afterMs: BACK_AFTER_MS, connect: null },
  });
  const connects = (name: string): ScriptStep => ({ atMs: 0, client: name, do: 'connect', connect: lasting(name, protocolVersion) });
  const cut = (name: string, atMs: number): ScriptStep => ({ atMs, client: name, do: 'cutConnection' });
  const publishes = (qos: QoS): ScriptStep => ({
    atMs: FIRST_MESSAGE_MS,
    client: matrixPublisher(qos),
    do: 'publish',
    topicName: `lab/qos/${qos}`,
    payload: '{n}',
    qos,
    count: QOS_CHANCE_MESSAGES,
    everyMs: PUBLISH_EVERY_MS,
  });
  const publishers = QOS_LEVELS.filter((qos) => qos <= maxQos);
  const round = (number: number): ScriptStep[] => {
    const startsMs = FIRST_CUT_MS + number * ROUND_MS;
    return [
      ...publishers.map((qos) => cut(matrixPublisher(qos), startsMs)),
      ...QOS_LEVELS.map((qos) => cut(matrixReader(qos), startsMs + ROUND_MS / 2)),
    ];
  };
  return sessionScenario({
    protocolVersion,
    seed,
    // The log of every packet would be most of the run; and Mosquitto 2.0 loses QoS 2 messages beyond its limit of messages in flight.
    config: [
      ...LISTENER,
      'allow_anonymous true',
      'max_inflight_messages 0',
      `upgrade_outgoing_qos ${upgradeOutgoingQos}`,
      ...(maxQos < 2 ? [`max_qos ${maxQos}`] : []),
    ],
    clients: [...publishers.map((qos) => client(matrixPublisher(qos))), ...QOS_LEVELS.map((qos) => client(matrixReader(qos)))],
    script: [
      ...QOS_LEVELS.flatMap((qos): ScriptStep[] => [
        connects(matrixReader(qos)),
        { atMs: 300, client: matrixReader(qos), do: 'subscribe', subscriptions: [{ topicFilter: MATRIX_TOPICS, qos }] },
      ]),
      ...publishers.map((qos) => connects(matrixPublisher(qos))),
      ...publishers.map(publishes),
      ...Array.from({ length: ROUNDS }, (_, number) => round(number)).flat(),
    ],
    lastsMs: FIRST_CUT_MS + ROUNDS * ROUND_MS,
  });
}
