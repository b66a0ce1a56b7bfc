// X12: messages whose lifetime is over still hold their places in the queue of a subscriber that is away, until it comes back: a queue full of them takes no fresh message,
// and in the end nothing arrives at all. Without a limit (`max_queued_messages 0`) the fresh ones do. The memory comes back at the return, too. Left out: retained messages,
// which expire by themselves.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { COUNTER_READER, lasting, OPEN_TO_ALL, passing, readCounter, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface ExpiredMessagesSetting {
  /** Of the subscriber; the publisher speaks 5.0. */
  readonly subscriberVersion: ProtocolVersion;
  /** `max_queued_messages`, 1 to 10,000; 0: no limit. */
  readonly queueLimit: number;
  /** How many with a lifetime come first, and how many without come when it is over; 1 to 1,000 each. */
  readonly stale: number;
  readonly fresh: number;
  /** Seconds, 1 to 3,600. */
  readonly lifetimeSeconds: number;
}

export const EXPIRED_MESSAGES_DEFAULTS: ExpiredMessagesSetting = {
  subscriberVersion: '5.0',
  queueLimit: 5,
  stale: 5,
  fresh: 5,
  lifetimeSeconds: 2,
};

export const HEAP_TOPIC = '$SYS/broker/heap/current';
const TOPIC = 'valve/07/command';
const STALE_AT_MS = 2_000;

/** When the fresh ones are sent: two and a half seconds after the others have expired. Milliseconds. */
export function freshAtMs({ lifetimeSeconds }: ExpiredMessagesSetting): number {
  return STALE_AT_MS + lifetimeSeconds * 1_000 + 2_500;
}

/** When the subscriber comes back. Milliseconds. */
export function returnAtMs(setting: ExpiredMessagesSetting): number {
  return freshAtMs(setting) + 2_000;
}

/** Clients `valve`, which goes and comes back, `sender`, and the counter reader on `HEAP_TOPIC`. Payloads are `stale 1`, `fresh 1`, ... */
export function expiredMessagesKeepPlace(setting: ExpiredMessagesSetting): Scenario {
  const connect = lasting('valve-07', setting.subscriberVersion);
  const message = { client: 'sender', do: 'publish', topicName: TOPIC, qos: 1 } as const;
  const properties = { messageExpirySeconds: setting.lifetimeSeconds };
  return sessionScenario({
    protocolVersion: setting.subscriberVersion,
    config: [...OPEN_TO_ALL, 'sys_interval 1', `max_queued_messages ${setting.queueLimit}`],
    clients: [scriptedClient('valve', setting.subscriberVersion), scriptedClient('sender', '5.0'), scriptedClient(COUNTER_READER, '3.1.1')],
    script: [
      ...readCounter(HEAP_TOPIC),
      { atMs: 0, client: 'valve', do: 'connect', connect },
      { atMs: 100, client: 'valve', do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: 1 }] },
      { atMs: 100, client: 'sender', do: 'connect', connect: passing('sender') },
      { atMs: 1_000, client: 'valve', do: 'drop' },
      { ...message, atMs: STALE_AT_MS, payload: 'stale {n}', count: setting.stale, properties },
      { ...message, atMs: freshAtMs(setting), payload: 'fresh {n}', count: setting.fresh },
      { atMs: returnAtMs(setting), client: 'valve', do: 'connect', connect },
    ],
    lastsMs: returnAtMs(setting) + 3_000,
  });
}
