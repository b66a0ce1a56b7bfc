// X31: mosquitto_sub after a broken connection. Without -c it sets clean start on every CONNECT, reconnects included, and so wipes with its own hand the session that
// -x asked the broker to keep; with -c it never does. Left out: -c without -x in 5.0, where it asks for a session that never ends.
import type { Scenario } from '../../scenario.ts';
import type { ConnectFields } from '../../script.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface MosquittoSubReconnectSetting {
  /** Its option -c: clean start 0 each time. */
  readonly keepsSession: boolean;
  /** Its option -x. Seconds, 0 to 4,294,967,295. */
  readonly sessionExpirySeconds: number;
}

export const MOSQUITTO_SUB_RECONNECT_DEFAULTS: MosquittoSubReconnectSetting = { keepsSession: false, sessionExpirySeconds: 300 };

/** It comes back this long after it lost the connection. Milliseconds. */
const RECONNECT_AFTER_MS = 1_000;

/** `mosquitto_sub -V mqttv5 -i dev1 -q 1 -t lab/news`; `publisher` says `before`, `during` (while it is away) and `after`. */
export function mosquittoSubReconnect(setting: Partial<MosquittoSubReconnectSetting> = {}): Scenario {
  const { keepsSession, sessionExpirySeconds } = { ...MOSQUITTO_SUB_RECONNECT_DEFAULTS, ...setting };
  const connect: ConnectFields = {
    clientId: 'dev1',
    cleanStart: !keepsSession,
    keepAliveSeconds: 60,
    properties: { sessionExpirySeconds, receiveMaximum: 20 },
  };
  const say = (atMs: number, payload: string) =>
    ({ atMs, client: 'publisher', do: 'publish', topicName: 'lab/news', payload, qos: 1 }) as const;
  const subscribe = (atMs: number) =>
    ({ atMs, client: 'mosquitto_sub', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/news', qos: 1 }] }) as const;
  return sessionScenario({
    protocolVersion: '5.0',
    config: OPEN_TO_ALL,
    clients: [
      { ...scriptedClient('mosquitto_sub', '5.0'), reconnect: { afterMs: RECONNECT_AFTER_MS, connect: null } },
      scriptedClient('publisher', '5.0'),
    ],
    script: [
      { atMs: 0, client: 'publisher', do: 'connect', connect: passing('publisher') },
      { atMs: 0, client: 'mosquitto_sub', do: 'connect', connect },
      // The program subscribes after each CONNACK, whether a session was present or not.
      subscribe(100),
      say(1_000, 'before'),
      { atMs: 2_000, client: 'mosquitto_sub', do: 'cutConnection' },
      say(2_500, 'during'),
      subscribe(3_100),
      say(4_000, 'after'),
    ],
    lastsMs: 5_000,
  });
}
