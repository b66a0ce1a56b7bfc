// X20: when the broker sends again. Not on a timer: only when the client comes back to its session [v3.1.1 MQTT-4.4.0-1] [v5.0 MQTT-4.4.0-1]. Then with the same packet ids,
// PUBLISH with DUP; and where PUBREC had come already, PUBREL alone.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { lasting, OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface SilentSubscriberSetting {
  readonly protocolVersion: ProtocolVersion;
  /** How long the subscriber stays connected and says nothing. Seconds, 1 to 80 (its keep alive of 60 s ends the connection after 90). */
  readonly silentSeconds: number;
}

export const SILENT_SUBSCRIBER_DEFAULTS: SilentSubscriberSetting = { protocolVersion: '3.1.1', silentSeconds: 25 };

/** When the two messages are published; the silence begins then. Milliseconds. */
export const SILENCE_BEGINS_MS = 1_000;

/** When `mute` comes back for the first time, when it answers the QoS 2 message with PUBREC, when it comes back again. Milliseconds. */
export function silenceEndsMs(silentSeconds: number): {
  readonly firstReturn: number;
  readonly pubrec: number;
  readonly secondReturn: number;
} {
  const firstReturn = SILENCE_BEGINS_MS + silentSeconds * 1_000;
  return { firstReturn, pubrec: firstReturn + 1_000, secondReturn: firstReturn + 2_000 };
}

/** `mute` has a session, a subscription at QoS 2, and never answers, but for one PUBREC; `publisher` sends `one` at QoS 1 (packet id 1) and `two` at QoS 2 (packet id 2). */
export function silentSubscriber(setting: Partial<SilentSubscriberSetting> = {}): Scenario {
  const { protocolVersion, silentSeconds } = { ...SILENT_SUBSCRIBER_DEFAULTS, ...setting };
  const connect = lasting('mute', protocolVersion);
  const { firstReturn, pubrec, secondReturn } = silenceEndsMs(silentSeconds);
  const publish = { client: 'publisher', do: 'publish', topicName: 'lab/speak' } as const;
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [scriptedClient('mute', protocolVersion), scriptedClient('publisher', protocolVersion)],
    script: [
      { atMs: 0, client: 'publisher', do: 'connect', connect: passing('publisher') },
      { atMs: 0, client: 'mute', do: 'connect', connect },
      { atMs: 0, client: 'mute', do: 'answer', answers: false },
      { atMs: 100, client: 'mute', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/speak', qos: 2 }] },
      { atMs: SILENCE_BEGINS_MS, ...publish, payload: 'one', qos: 1 },
      { atMs: SILENCE_BEGINS_MS, ...publish, payload: 'two', qos: 2 },
      { atMs: firstReturn - 100, client: 'mute', do: 'drop' },
      { atMs: firstReturn, client: 'mute', do: 'connect', connect },
      { atMs: pubrec, client: 'mute', do: 'send', packet: { type: 'PUBREC', packetId: 2 } },
      { atMs: secondReturn - 100, client: 'mute', do: 'drop' },
      { atMs: secondReturn, client: 'mute', do: 'connect', connect },
    ],
    lastsMs: secondReturn + 1_000,
  });
}
