// X24: who clears up after a client that never comes back. By default nobody. `persistent_client_expiration` counts the time away and applies to every version; in 5.0 the
// smaller of it and the client's own interval counts. 2.0 takes whole hours and longer (h, d, w, m for month, y), and refuses seconds with a message of its own.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { COUNTER_READER, lasting, OPEN_TO_ALL, readCounter, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface OrphanExpirySetting {
  readonly protocolVersion: ProtocolVersion;
  /** As in mosquitto.conf: `1h`, `2d`, ...; `null`: not set. */
  readonly persistentClientExpiration: string | null;
  /** 5.0 only. Seconds, 0 to 4,294,967,295 (for ever, as a 3.1.1 client with clean session 0 has it). */
  readonly sessionExpirySeconds: number;
  /** How long the client stays away. Hours, 0.01 to 47. */
  readonly awayHours: number;
}

export const ORPHAN_EXPIRY_DEFAULTS: OrphanExpirySetting = {
  protocolVersion: '3.1.1',
  persistentClientExpiration: '1h',
  sessionExpirySeconds: 0xffff_ffff,
  awayHours: 2.5,
};

/** How many sessions have expired. */
export const EXPIRED_TOPIC = '$SYS/broker/clients/expired';

/** When the client goes. Milliseconds. */
export const GONE_AT_MS = 1_000;

/** `roamer` subscribes, drops off, and is back after its absence. */
export function orphanExpiry(setting: Partial<OrphanExpirySetting> = {}): Scenario {
  const { protocolVersion, persistentClientExpiration, sessionExpirySeconds, awayHours } = { ...ORPHAN_EXPIRY_DEFAULTS, ...setting };
  const connect = lasting('roamer', protocolVersion, sessionExpirySeconds);
  const backAtMs = GONE_AT_MS + awayHours * 3_600_000;
  return sessionScenario({
    protocolVersion,
    config: [
      ...OPEN_TO_ALL,
      'sys_interval 10',
      ...(persistentClientExpiration === null ? [] : [`persistent_client_expiration ${persistentClientExpiration}`]),
    ],
    clients: [scriptedClient('roamer', protocolVersion), scriptedClient(COUNTER_READER, protocolVersion)],
    script: [
      ...readCounter(EXPIRED_TOPIC),
      { atMs: 0, client: 'roamer', do: 'connect', connect },
      { atMs: 100, client: 'roamer', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/road', qos: 1 }] },
      { atMs: GONE_AT_MS, client: 'roamer', do: 'drop' },
      { atMs: backAtMs, client: 'roamer', do: 'connect', connect },
    ],
    lastsMs: backAtMs + 1_000,
  });
}
