// X1, X2: a second client with the same client id. The broker lets the new one in and closes the old one; only 5.0 tells the old one why.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';

export interface TakeOverSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Clean start (5.0), clean session (3.1.1), of the client that was there first and of the one that comes. */
  readonly firstCleanStart: boolean;
  readonly secondCleanStart: boolean;
}

const LINK: LinkScenario = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };

/** Clients `first` and `second` share the id `valve-07`; `witness` subscribes to the will of the first. */
export function takeOver({ protocolVersion, firstCleanStart, secondCleanStart }: TakeOverSetting): Scenario {
  const client = (name: string) => ({ name, protocolVersion, link: LINK });
  const connect = { clientId: 'valve-07', keepAliveSeconds: 60 };
  const expiry = protocolVersion === '5.0' ? { properties: { sessionExpirySeconds: 300 } } : {};
  return {
    seed: 1,
    protocolVersion,
    brokerConfig: 'listener 1883\nallow_anonymous true\nlog_type all\n',
    devices: [],
    subscribers: [],
    watchSessions: true,
    clients: [client('first'), client('second'), client('witness')],
    script: [
      { atMs: 0, client: 'witness', do: 'connect', connect: { clientId: 'witness', cleanStart: true, keepAliveSeconds: 60 } },
      { atMs: 100, client: 'witness', do: 'subscribe', subscriptions: [{ topicFilter: 'valve/07/will', qos: 1 }] },
      {
        atMs: 1_000,
        client: 'first',
        do: 'connect',
        connect: {
          ...connect,
          ...(firstCleanStart ? {} : expiry),
          cleanStart: firstCleanStart,
          willMessage: { topicName: 'valve/07/will', payload: Uint8Array.of(0x67, 0x6f, 0x6e, 0x65), qos: 1, retain: false },
        },
      },
      {
        atMs: 2_000,
        client: 'second',
        do: 'connect',
        connect: { ...connect, ...(secondCleanStart ? {} : expiry), cleanStart: secondCleanStart },
      },
    ],
    lastsMs: 5_000,
  };
}
