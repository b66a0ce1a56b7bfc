// X13: messages with a lifetime (5.0) wait for a subscriber that is away. What has expired is not delivered; what has not tells how many seconds are left. A subscriber
// that speaks 3.1.1 gets the same ones and is told no lifetime. The broker counts whole seconds. [v5.0 §3.3.2.3.3, MQTT-3.3.2-5, MQTT-3.3.2-6]
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { lasting, OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface MessageExpirySetting {
  /** Of the subscriber; the publisher speaks 5.0. */
  readonly subscriberVersion: ProtocolVersion;
  /** A message each. Seconds, 1 to 3,600; `null`: without a lifetime. At most 100. */
  readonly lifetimesSeconds: readonly (number | null)[];
  /** From the messages until the subscriber is back. Milliseconds, 0 to 3,600,000. */
  readonly awayMs: number;
}

export const MESSAGE_EXPIRY_DEFAULTS: MessageExpirySetting = { subscriberVersion: '5.0', lifetimesSeconds: [3, 60, null], awayMs: 7_000 };

const TOPIC = 'valve/07/command';
const PUBLISH_AT_MS = 2_000;

/** Clients `valve`, which goes and comes back, and `sender`. A message's payload is its lifetime, or `none`. */
export function messageExpiry({ subscriberVersion, lifetimesSeconds, awayMs }: MessageExpirySetting): Scenario {
  const connect = lasting('valve-07', subscriberVersion);
  return sessionScenario({
    protocolVersion: subscriberVersion,
    config: OPEN_TO_ALL,
    clients: [scriptedClient('valve', subscriberVersion), scriptedClient('sender', '5.0')],
    script: [
      { atMs: 0, client: 'valve', do: 'connect', connect },
      { atMs: 100, client: 'valve', do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: 1 }] },
      { atMs: 100, client: 'sender', do: 'connect', connect: passing('sender') },
      { atMs: 1_000, client: 'valve', do: 'drop' },
      ...lifetimesSeconds.map((lifetime) => message(lifetime)),
      { atMs: PUBLISH_AT_MS + awayMs, client: 'valve', do: 'connect', connect },
    ],
    lastsMs: PUBLISH_AT_MS + awayMs + 1_000,
  });
}

function message(lifetimeSeconds: number | null): ScriptStep {
  const fields = { atMs: PUBLISH_AT_MS, client: 'sender', do: 'publish', topicName: TOPIC, qos: 1 } as const;
  if (lifetimeSeconds === null) return { ...fields, payload: 'none' };
  return { ...fields, payload: `${lifetimeSeconds} s`, properties: { messageExpirySeconds: lifetimeSeconds } };
}
