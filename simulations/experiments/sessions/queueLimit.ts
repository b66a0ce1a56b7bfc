// X9, X10, X11: more messages than a session may hold. The broker keeps the oldest, drops the newest, and still acknowledges every one to its publisher, in 5.0 too
// without a reason. X9: the subscriber is away. X10: it is there but acknowledges nothing, so that the in-flight window fills first; 2.0.21 then lets the queue grow by the
// window once more (20 in flight and 30 queued at a limit of 10, where earlier 2.0 brokers queued 10). X11: the broker's own limit, 1000.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { COUNTER_READER, lasting, OPEN_TO_ALL, passing, readCounter, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface QueueLimitSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `max_queued_messages`, 1 to 10,000; 0: no limit; `null`: not set, so the broker's own. */
  readonly queueLimit: number | null;
  /** QoS 1 messages that the publisher sends, 1 to 5,000, with payloads 0, 1, 2, ... */
  readonly messages: number;
  /** `away`: disconnected while they come, back afterwards. `silent`: connected, but it acknowledges only afterwards. */
  readonly subscriberIs: 'away' | 'silent';
  /** `max_inflight_messages`, 1 to 65,535: what the broker sends a client before the first acknowledgement. */
  readonly inFlightLimit: number;
}

export const QUEUE_LIMIT_DEFAULTS: QueueLimitSetting = {
  protocolVersion: '3.1.1',
  queueLimit: 10,
  messages: 25,
  subscriberIs: 'away',
  inFlightLimit: 20,
};

export const DROPPED_TOPIC = '$SYS/broker/publish/messages/dropped';
const TOPIC = 'valve/07/command';
const PUBLISH_AT_MS = 3_000;

/** When the subscriber comes back, or begins to acknowledge: two seconds after the last message, so that `$SYS` has counted. Milliseconds. */
export function returnAtMs({ messages }: QueueLimitSetting): number {
  return PUBLISH_AT_MS + messages + 2_000;
}

/** Clients `valve`, whose session it is, `sender`, and the counter reader on `DROPPED_TOPIC`. */
export function queueLimit(setting: QueueLimitSetting): Scenario {
  const { protocolVersion, messages, subscriberIs } = setting;
  const limit = setting.queueLimit === null ? [] : [`max_queued_messages ${setting.queueLimit}`];
  const valve = { client: 'valve' } as const;
  const goes: ScriptStep = { atMs: 2_000, ...valve, ...(subscriberIs === 'away' ? { do: 'drop' } : { do: 'answer', answers: false }) };
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, 'sys_interval 1', `max_inflight_messages ${setting.inFlightLimit}`, ...limit],
    clients: ['valve', 'sender', COUNTER_READER].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      ...readCounter(DROPPED_TOPIC),
      { atMs: 0, ...valve, do: 'connect', connect: lasting('valve-07', protocolVersion) },
      { atMs: 100, ...valve, do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: 1 }] },
      { atMs: 100, client: 'sender', do: 'connect', connect: passing('sender') },
      goes,
      {
        atMs: PUBLISH_AT_MS,
        client: 'sender',
        do: 'publish',
        topicName: TOPIC,
        payload: '{n}',
        first: 0,
        qos: 1,
        count: messages,
        everyMs: 1,
      },
      ...comesBack(setting),
    ],
    lastsMs: returnAtMs(setting) + 5_000,
  });
}

function comesBack(setting: QueueLimitSetting): readonly ScriptStep[] {
  const at = { atMs: returnAtMs(setting), client: 'valve' } as const;
  if (setting.subscriberIs === 'away') return [{ ...at, do: 'connect', connect: lasting('valve-07', setting.protocolVersion) }];
  // The broker numbers what it sends from 1.
  const open = Array.from({ length: Math.min(setting.messages, setting.inFlightLimit) }, (_, index) => index + 1);
  return [
    { ...at, do: 'answer', answers: true },
    ...open.map((packetId): ScriptStep => ({ ...at, do: 'send', packet: { type: 'PUBACK', packetId } })),
  ];
}
