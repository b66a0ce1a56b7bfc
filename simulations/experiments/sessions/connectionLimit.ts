// X6: `max_connections` of a listener is reached. Whoever comes then is cut off before the broker has read a byte: no CONNACK, so no 0x03 either, and an id that is already
// connected cannot take over its own connection. Those inside notice nothing.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface ConnectionLimitSetting {
  readonly protocolVersion: ProtocolVersion;
  /** The listener's `max_connections`, 1 to 40; as many clients are let in first. */
  readonly limit: number;
  /** One of those inside leaves before another newcomer tries. */
  readonly oneLeaves: boolean;
}

export const CONNECTION_LIMIT_DEFAULTS: ConnectionLimitSetting = { protocolVersion: '3.1.1', limit: 2, oneLeaves: false };

/**
 * Clients `inside 1`, `inside 2`, ... fill the listener; `newcomer` has an id of its own, `double` that of `inside 1`, which then pings. With `oneLeaves` the last one
 * inside goes and `newcomer` tries again.
 */
export function connectionLimit({ protocolVersion, limit, oneLeaves }: ConnectionLimitSetting): Scenario {
  const inside = Array.from({ length: limit }, (_, index) => `inside ${index + 1}`);
  const leaving = `inside ${limit}`;
  const room: ScriptStep[] = [
    { atMs: 5_000, client: leaving, do: 'disconnect' },
    { atMs: 6_000, client: 'newcomer', do: 'connect', connect: passing('newcomer') },
  ];
  return sessionScenario({
    protocolVersion,
    // Behind `listener`, because it belongs to that listener.
    config: [...OPEN_TO_ALL, `max_connections ${limit}`],
    clients: [...inside, 'newcomer', 'double'].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      ...inside.map((client, index): ScriptStep => ({ atMs: index * 10, client, do: 'connect', connect: passing(client) })),
      { atMs: 2_000, client: 'newcomer', do: 'connect', connect: passing('newcomer') },
      { atMs: 3_000, client: 'double', do: 'connect', connect: passing('inside 1') },
      { atMs: 4_000, client: 'inside 1', do: 'send', packet: { type: 'PINGREQ' } },
      ...(oneLeaves ? room : []),
    ],
    lastsMs: 7_000,
  });
}
