// X5: a client asks for a longer keep alive than the broker allows, or for none (0). A 5.0 client is told the broker's own (Server Keep Alive) and goes by it; 3.1.1 has no
// word for that, so Mosquitto (since 2.0.12) refuses with 0x02, which has nothing to do with the client id. [v5.0 §3.2.2.3.14]
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface KeepAliveLimitSetting {
  readonly protocolVersion: ProtocolVersion;
  /** What CONNECT asks for. Seconds, 0 (none) to 65,535. */
  readonly keepAliveSeconds: number;
  /** The broker's `max_keepalive`. Seconds, 1 to 65,535; 0: no limit. */
  readonly longestSeconds: number;
  /** Milliseconds, 1,000 to 3,600,000: long enough to see the pings of who was let in. */
  readonly lastsMs: number;
}

export const KEEP_ALIVE_LIMIT_DEFAULTS: KeepAliveLimitSetting = {
  protocolVersion: '3.1.1',
  keepAliveSeconds: 120,
  longestSeconds: 60,
  lastsMs: 200_000,
};

/** One client, `patient`, connects and then has nothing to say. */
export function keepAliveLimit({ protocolVersion, keepAliveSeconds, longestSeconds, lastsMs }: KeepAliveLimitSetting): Scenario {
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, `max_keepalive ${longestSeconds}`],
    clients: [scriptedClient('patient', protocolVersion)],
    script: [{ atMs: 0, client: 'patient', do: 'connect', connect: { ...passing('patient'), keepAliveSeconds } }],
    lastsMs,
  });
}
