// X19: what waits for a subscriber that is away. The standard leaves QoS 0 to the broker; Mosquitto drops it unless `queue_qos0_messages` is on. Then it waits in
// the same queue: a full one takes it no more than another, but what counts towards the limit is QoS 1 and 2 alone. Left out: those limits (see waitingMessages.ts).
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { lasting, OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface SleepingSubscriberSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Of the subscription. */
  readonly qos: QoS;
  readonly queueQos0Messages: boolean;
}

export const SLEEPING_SUBSCRIBER_DEFAULTS: SleepingSubscriberSetting = { protocolVersion: '3.1.1', qos: 1, queueQos0Messages: false };

/** `sleeper` subscribes and goes; while it is away `publisher` says `zero`, `one` and `two`, each at its level; then `sleeper` is back. */
export function sleepingSubscriber(setting: Partial<SleepingSubscriberSetting> = {}): Scenario {
  const { protocolVersion, qos, queueQos0Messages } = { ...SLEEPING_SUBSCRIBER_DEFAULTS, ...setting };
  const connect = lasting('sleeper', protocolVersion);
  const say = (atMs: number, payload: string, level: QoS): ScriptStep => ({
    atMs,
    client: 'publisher',
    do: 'publish',
    topicName: 'lab/night',
    payload,
    qos: level,
  });
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, `queue_qos0_messages ${queueQos0Messages}`],
    clients: [scriptedClient('sleeper', protocolVersion), scriptedClient('publisher', protocolVersion)],
    script: [
      { atMs: 0, client: 'publisher', do: 'connect', connect: passing('publisher') },
      { atMs: 0, client: 'sleeper', do: 'connect', connect },
      { atMs: 100, client: 'sleeper', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/night', qos }] },
      { atMs: 1_000, client: 'sleeper', do: 'disconnect' },
      say(2_000, 'zero', 0),
      say(2_100, 'one', 1),
      say(2_200, 'two', 2),
      { atMs: 4_000, client: 'sleeper', do: 'connect', connect },
    ],
    lastsMs: 5_000,
  });
}
