// X17: the one flag of 3.1.1 does two things. Clean session 1 wipes what was there, and what it leaves behind ends with its connection; so a session is present only where
// this CONNECT and the one before both said 0. In 5.0 clean start is about the beginning alone, and the session expiry interval about the end.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface CleanSessionSequenceSetting {
  /** The flag of each CONNECT in turn, 1 to 100 of them. */
  readonly cleanStarts: readonly boolean[];
  readonly protocolVersion: ProtocolVersion;
  /** 5.0 only: how long the session outlives its connection. Seconds, 0 to 4,294,967,295; `null`: not said, which means 0. */
  readonly sessionExpirySeconds: number | null;
}

export const CLEAN_SESSION_SEQUENCE_DEFAULTS: CleanSessionSequenceSetting = {
  protocolVersion: '3.1.1',
  cleanStarts: [false, false, true, false],
  sessionExpirySeconds: null,
};

/** `pump` connects once a second with the id `pump-3`, and says goodbye half a second later each time. */
export function cleanSessionSequence(setting: Partial<CleanSessionSequenceSetting> = {}): Scenario {
  const { cleanStarts, protocolVersion, sessionExpirySeconds } = { ...CLEAN_SESSION_SEQUENCE_DEFAULTS, ...setting };
  const expiry = protocolVersion === '5.0' && sessionExpirySeconds !== null ? { properties: { sessionExpirySeconds } } : {};
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [scriptedClient('pump', protocolVersion)],
    script: cleanStarts.flatMap((cleanStart, index): ScriptStep[] => [
      { atMs: index * 1_000, client: 'pump', do: 'connect', connect: { clientId: 'pump-3', cleanStart, keepAliveSeconds: 60, ...expiry } },
      { atMs: index * 1_000 + 500, client: 'pump', do: 'disconnect' },
    ]),
    lastsMs: cleanStarts.length * 1_000,
  });
}
