// X4: a client without an id of its own. Only with clean session off does 3.1.1 refuse it (0x02), because nobody could come back to such a session; 5.0 names the client
// itself and says so. MQTT 3.1 knows no empty id at all. [v3.1.1 MQTT-3.1.3-6, MQTT-3.1.3-8] [v5.0 MQTT-3.1.3-6]
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface EmptyClientIdSetting {
  readonly protocolVersion: '3.1' | '3.1.1' | '5.0';
  readonly cleanStart: boolean;
  /** The broker's `allow_zero_length_clientid`; its own default is `true`. */
  readonly allowed: boolean;
}

export const EMPTY_CLIENT_ID_DEFAULTS: EmptyClientIdSetting = { protocolVersion: '3.1.1', cleanStart: false, allowed: true };

/** One client, `nameless`, connects. */
export function emptyClientId({ protocolVersion, cleanStart, allowed }: EmptyClientIdSetting): Scenario {
  const version = protocolVersion === '5.0' ? '5.0' : '3.1.1';
  const level = protocolVersion === '3.1' ? { protocolLevel: 3 as const } : {};
  return sessionScenario({
    protocolVersion: version,
    config: [...OPEN_TO_ALL, `allow_zero_length_clientid ${allowed}`],
    clients: [scriptedClient('nameless', version)],
    script: [{ atMs: 0, client: 'nameless', do: 'connect', connect: { ...passing(''), cleanStart, ...level } }],
    lastsMs: 1_000,
  });
}
