// X18: the level at which a message reaches its reader. The publisher's level is about the first hop, the granted one about the second: the smaller of the two is what the
// reader sees [v3.1.1 MQTT-3.8.4-6] [v5.0 MQTT-3.8.4-8]. `upgrade_outgoing_qos true` is Mosquitto's own exception: then the subscription alone decides.
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface EffectiveQosSetting {
  readonly protocolVersion: ProtocolVersion;
  readonly upgradeOutgoingQos: boolean;
  /** Messages at each level, 1 to 500. */
  readonly messages: number;
}

export const EFFECTIVE_QOS_DEFAULTS: EffectiveQosSetting = { protocolVersion: '3.1.1', upgradeOutgoingQos: false, messages: 1 };

/** Slow enough that the handshakes of QoS 2 keep up: a 2.0 broker loses what is sent while twenty of them are open. Milliseconds. */
const PUBLISH_EVERY_MS = 10;

export const QOS_LEVELS: readonly QoS[] = [0, 1, 2];

/** The topic of what is published at a level. */
export function topicOfLevel(qos: QoS): string {
  return `lab/qos/${qos}`;
}

/** `publisher` sends on a topic for each level; `reader0`, `reader1` and `reader2` have subscribed to all three, each at its level. */
export function effectiveQos(setting: Partial<EffectiveQosSetting> = {}): Scenario {
  const { protocolVersion, upgradeOutgoingQos, messages } = { ...EFFECTIVE_QOS_DEFAULTS, ...setting };
  const levelLastsMs = messages * PUBLISH_EVERY_MS + 1_000;
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, `upgrade_outgoing_qos ${upgradeOutgoingQos}`],
    clients: [scriptedClient('publisher', protocolVersion), ...QOS_LEVELS.map((qos) => scriptedClient(`reader${qos}`, protocolVersion))],
    script: [
      { atMs: 0, client: 'publisher', do: 'connect', connect: passing('publisher') },
      ...QOS_LEVELS.flatMap((qos): ScriptStep[] => [
        { atMs: 0, client: `reader${qos}`, do: 'connect', connect: passing(`reader${qos}`) },
        { atMs: 100, client: `reader${qos}`, do: 'subscribe', subscriptions: [{ topicFilter: 'lab/qos/+', qos }] },
      ]),
      ...QOS_LEVELS.map(
        (qos): ScriptStep => ({
          atMs: 1_000 + levelLastsMs * qos,
          client: 'publisher',
          do: 'publish',
          topicName: topicOfLevel(qos),
          payload: '{n}',
          qos,
          count: messages,
          everyMs: PUBLISH_EVERY_MS,
        }),
      ),
    ],
    lastsMs: 1_000 + levelLastsMs * QOS_LEVELS.length,
  });
}
