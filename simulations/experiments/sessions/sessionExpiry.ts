// X14: a 5.0 session that outlives its connection by a set time. Who comes back within it finds the session, and it counts from the new end of the connection again; who
// comes later finds nothing. The broker looks at whole seconds, so the last one may still be granted. [v5.0 §3.1.2.11.2]
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface SessionExpirySetting {
  /** Session Expiry Interval. Seconds, 0 to 3,600. */
  readonly expirySeconds: number;
  /** How long it stays away each time. Milliseconds, 100 to 3,600,000; at most 40 times. */
  readonly absencesMs: readonly number[];
}

export const SESSION_EXPIRY_DEFAULTS: SessionExpirySetting = { expirySeconds: 2, absencesMs: [1_000, 2_000, 3_000] };

const STAYS_MS = 500;

/** One client, `valve`, on MQTT 5.0: connected for half a second, away, connected again, and so on. */
export function sessionExpiry({ expirySeconds, absencesMs }: SessionExpirySetting): Scenario {
  const connect = { ...passing('valve-07'), cleanStart: false, properties: { sessionExpirySeconds: expirySeconds } };
  const script: ScriptStep[] = [{ atMs: 0, client: 'valve', do: 'connect', connect }];
  let atMs = 0;
  for (const absence of absencesMs) {
    script.push({ atMs: atMs + STAYS_MS, client: 'valve', do: 'drop' });
    atMs += STAYS_MS + absence;
    script.push({ atMs, client: 'valve', do: 'connect', connect });
  }
  return sessionScenario({
    protocolVersion: '5.0',
    config: OPEN_TO_ALL,
    clients: [scriptedClient('valve', '5.0')],
    script,
    lastsMs: atMs + 1_000,
  });
}
