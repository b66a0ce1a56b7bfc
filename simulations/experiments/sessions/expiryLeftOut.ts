// X15: clean start off is not enough in 5.0. Without a Session Expiry Interval the session ends with its connection, and the second connect finds nothing; with one it is
// there. In 3.1.1 clean session off alone keeps it. [v3.1.1 §3.1.2.4] [v5.0 §3.1.2.4, §3.1.2.11.2]
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface ExpiryLeftOutSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Seconds, 0 to 4,294,967,295 (never); `null`: left out. Only 5.0 can give one. */
  readonly expirySeconds: number | null;
  readonly cleanStart: boolean;
  /** How the first connection ends: in order, with DISCONNECT, or not. */
  readonly ends: 'disconnect' | 'drop';
}

export const EXPIRY_LEFT_OUT_DEFAULTS: ExpiryLeftOutSetting = {
  protocolVersion: '5.0',
  expirySeconds: null,
  cleanStart: false,
  ends: 'drop',
};

/** One client, `valve`, connects, subscribes, goes, and connects again two seconds later in the same way. */
export function expiryLeftOut({ protocolVersion, expirySeconds, cleanStart, ends }: ExpiryLeftOutSetting): Scenario {
  const expiry = expirySeconds === null ? {} : { properties: { sessionExpirySeconds: expirySeconds } };
  const connect = { ...passing('valve-07'), cleanStart, ...expiry };
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [scriptedClient('valve', protocolVersion)],
    script: [
      { atMs: 0, client: 'valve', do: 'connect', connect },
      { atMs: 100, client: 'valve', do: 'subscribe', subscriptions: [{ topicFilter: 'valve/07/command', qos: 1 }] },
      { atMs: 1_000, client: 'valve', do: ends },
      { atMs: 3_000, client: 'valve', do: 'connect', connect },
    ],
    lastsMs: 4_000,
  });
}
