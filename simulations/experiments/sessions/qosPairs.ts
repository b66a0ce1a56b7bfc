// One message at each level to one reader at each, over links that lose nothing: level, packets and bytes of all nine pairs, with a topic and payload of one's own and under the
// broker's `max_qos` and `upgrade_outgoing_qos`. A publisher above `max_qos` loses its connection and does not come back: it would only be refused again.
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { QOS_LEVELS } from './effectiveQos.ts';
import { matrixMessage, matrixPublisher, matrixReader } from './qosMatrix.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface QosPairsSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `max_qos` in mosquitto.conf. */
  readonly maxQos: QoS;
  /** `upgrade_outgoing_qos` in mosquitto.conf. */
  readonly upgradeOutgoingQos: boolean;
  /** Without wildcards. */
  readonly topicName: string;
  /** Bytes, 1 to 60,000: the last one is the message's number. */
  readonly payloadBytes: number;
}

export const QOS_PAIRS_DEFAULTS: QosPairsSetting = {
  protocolVersion: '3.1.1',
  maxQos: 2,
  upgradeOutgoingQos: false,
  topicName: 'lab/qos/1',
  payloadBytes: 15,
};

const FIRST_MESSAGE_MS = 1_000;
const PUBLISH_EVERY_MS = 500;

/** `publisher0` to `publisher2` send one message each, numbered 1 to 3, one after the other; `reader0` to `reader2` have subscribed, each at its level. */
export function qosPairs(setting: Partial<QosPairsSetting> = {}): Scenario {
  const { protocolVersion, maxQos, upgradeOutgoingQos, topicName, payloadBytes } = { ...QOS_PAIRS_DEFAULTS, ...setting };
  const payload = `${'-'.repeat(payloadBytes - 1)}{n}`;
  const connects = (client: string): ScriptStep => ({ atMs: 0, client, do: 'connect', connect: passing(client) });
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, `max_qos ${maxQos}`, `upgrade_outgoing_qos ${upgradeOutgoingQos}`],
    clients: [...QOS_LEVELS.map(matrixPublisher), ...QOS_LEVELS.map(matrixReader)].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      ...QOS_LEVELS.flatMap((qos): ScriptStep[] => [
        connects(matrixReader(qos)),
        { atMs: 200, client: matrixReader(qos), do: 'subscribe', subscriptions: [{ topicFilter: topicName, qos }] },
      ]),
      ...QOS_LEVELS.map((qos) => connects(matrixPublisher(qos))),
      ...QOS_LEVELS.map(
        (qos): ScriptStep => ({
          atMs: FIRST_MESSAGE_MS + PUBLISH_EVERY_MS * qos,
          client: matrixPublisher(qos),
          do: 'publish',
          topicName,
          payload,
          first: matrixMessage(qos),
          qos,
        }),
      ),
    ],
    lastsMs: FIRST_MESSAGE_MS + PUBLISH_EVERY_MS * QOS_LEVELS.length,
  });
}
