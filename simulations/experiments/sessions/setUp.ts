// What the session experiments have in common: a quiet link, an open broker, and CONNECT said in a few words for either version.
import type { ConnectPacket, ProtocolVersion } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptedClientScenario } from '../../script.ts';

/** Ten milliseconds each way, nothing lost: what happens here happens for another reason than the network. */
export const QUIET_LINK: LinkScenario = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };

/** Everybody may come in, nothing is kept on disk, everything is logged: Mosquitto as it is without further settings. */
export const OPEN_BROKER = 'listener 1883\nallow_anonymous true\nlog_type all\n';

export function quietClient(name: string, protocolVersion: ProtocolVersion): ScriptedClientScenario {
  return { name, protocolVersion, link: QUIET_LINK };
}

/** CONNECT of a client whose session ends with its connection, in either version. Keep alive: 60 s. */
export function passing(clientId: string, more: Partial<ConnectPacket> = {}): ConnectFields {
  return { clientId, cleanStart: true, keepAliveSeconds: 60, ...more };
}

/**
 * CONNECT of a client that takes up its session and leaves it behind when it goes: 3.1.1 clean session 0; 5.0 clean start 0 and a session expiry interval.
 * @param sessionExpirySeconds of effect in 5.0 only. Default one hour.
 */
export function staying(
  protocolVersion: ProtocolVersion,
  clientId: string,
  { sessionExpirySeconds = 3_600, ...more }: Partial<ConnectFields> & { readonly sessionExpirySeconds?: number } = {},
): ConnectFields {
  return {
    clientId,
    cleanStart: false,
    keepAliveSeconds: 60,
    ...more,
    ...(protocolVersion === '5.0' ? { properties: { sessionExpirySeconds, ...more.properties } } : {}),
  };
}

/** A run of scripted clients alone, with the broker's own sessions watched. */
export function scriptedScenario(
  parts: Pick<Scenario, 'protocolVersion'> & Required<Pick<Scenario, 'clients' | 'script' | 'lastsMs'>> & Partial<Scenario>,
): Scenario {
  return { seed: 1, brokerConfig: OPEN_BROKER, devices: [], subscribers: [], watchSessions: true, ...parts };
}
