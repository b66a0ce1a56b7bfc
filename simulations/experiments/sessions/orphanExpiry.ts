// X24: who clears up after a client that never comes back. By default nobody. `persistent_client_expiration` counts the time away and applies to every version; in 5.0 the
// smaller of it and the client's own interval counts. 2.0 takes whole hours and longer (h, d, w, m for month, y), and refuses seconds with a message of its own.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_BROKER, passing, quietClient, scriptedScenario, staying } from './setUp.ts';

export interface OrphanExpirySetting {
  readonly protocolVersion: ProtocolVersion;
  /** As in mosquitto.conf: `1h`, `2d`, ...; `null`: not set. */
  readonly persistentClientExpiration: string | null;
  /** 5.0 only. Seconds, 0 to 4,294,967,295 (for ever). Default for ever, as a 3.1.1 client with clean session 0 has it. */
  readonly sessionExpirySeconds?: number;
  /** How long the client stays away. Hours, 0.01 to 47. */
  readonly awayHours: number;
}

/** The client that reads how many sessions have expired, and where. */
export const EXPIRY_WITNESS = 'witness';
export const EXPIRED_TOPIC = '$SYS/broker/clients/expired';

/** When the client goes. Milliseconds. */
export const GONE_AT_MS = 1_000;

/** `roamer` subscribes, drops off, and is back after its absence. */
export function orphanExpiry(setting: OrphanExpirySetting): Scenario {
  const { protocolVersion, persistentClientExpiration, sessionExpirySeconds = 0xffff_ffff, awayHours } = setting;
  const connect = staying(protocolVersion, 'roamer', { sessionExpirySeconds });
  const backAtMs = GONE_AT_MS + awayHours * 3_600_000;
  return scriptedScenario({
    protocolVersion,
    brokerConfig: `${OPEN_BROKER}sys_interval 10\n${
      persistentClientExpiration === null ? '' : `persistent_client_expiration ${persistentClientExpiration}\n`
    }`,
    clients: [quietClient('roamer', protocolVersion), quietClient(EXPIRY_WITNESS, protocolVersion)],
    script: [
      { atMs: 0, client: EXPIRY_WITNESS, do: 'connect', connect: passing(EXPIRY_WITNESS) },
      { atMs: 100, client: EXPIRY_WITNESS, do: 'subscribe', subscriptions: [{ topicFilter: EXPIRED_TOPIC, qos: 0 }] },
      { atMs: 0, client: 'roamer', do: 'connect', connect },
      { atMs: 100, client: 'roamer', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/road', qos: 1 }] },
      { atMs: GONE_AT_MS, client: 'roamer', do: 'drop' },
      { atMs: backAtMs, client: 'roamer', do: 'connect', connect },
    ],
    lastsMs: backAtMs + 1_000,
  });
}
