// X16: DISCONNECT may change the Session Expiry Interval (5.0), but who said 0 or nothing at CONNECT may not ask for a session now: a protocol error, answered with
// DISCONNECT 0x82, and nothing is kept. [v5.0 MQTT-3.14.2-2, §3.14.2.2.2]

import type { DisconnectPacket } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface ExpiryAtDisconnectSetting {
  /** Of CONNECT, and of DISCONNECT. Seconds, 0 to 4,294,967,295 (never); `null`: left out. */
  readonly atConnectSeconds: number | null;
  readonly atDisconnectSeconds: number | null;
}

export const EXPIRY_AT_DISCONNECT_DEFAULTS: ExpiryAtDisconnectSetting = { atConnectSeconds: null, atDisconnectSeconds: 300 };

/** One client, `valve`, on MQTT 5.0 connects, sends DISCONNECT, waits for the broker to close, and connects again two seconds later. */
export function expiryAtDisconnect({ atConnectSeconds, atDisconnectSeconds }: ExpiryAtDisconnectSetting): Scenario {
  const expiry = (seconds: number | null) => (seconds === null ? {} : { properties: { sessionExpirySeconds: seconds } });
  const connect = { ...passing('valve-07'), cleanStart: false, ...expiry(atConnectSeconds) };
  const packet: DisconnectPacket = { type: 'DISCONNECT', ...expiry(atDisconnectSeconds) };
  return sessionScenario({
    protocolVersion: '5.0',
    config: OPEN_TO_ALL,
    clients: [scriptedClient('valve', '5.0')],
    script: [
      { atMs: 0, client: 'valve', do: 'connect', connect },
      { atMs: 1_000, client: 'valve', do: 'send', packet },
      { atMs: 3_000, client: 'valve', do: 'connect', connect },
    ],
    lastsMs: 4_000,
  });
}
