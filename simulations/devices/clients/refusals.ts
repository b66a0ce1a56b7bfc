// What a client library itself does not let a program ask for: it raises, exits or gives the connection up before the broker could say anything.
// What the broker refuses is left to the broker.
import type { ClientLibrary } from '../../program.ts';
import type { Problem } from '../../scenario.ts';
import type { ConnectWish } from './connectFields.ts';
import { habitsOf } from './habitsOf.ts';

/** Smallest keep alive that mosquitto_sub takes. Seconds. */
const MOSQUITTO_SUB_LEAST_SECONDS = 5;

/** The session never ends. [v5.0 §3.1.2.11.2] */
const NEVER_ENDS = 0xffff_ffff;

type Refusal = (wish: ConnectWish, clientId: string) => Problem | null;

const REFUSALS: Readonly<Record<ClientLibrary, Refusal>> = {
  pubSubClient: ({ keepAliveSeconds }) =>
    keepAliveSeconds !== 0
      ? null
      : {
          path: 'keepAliveSeconds',
          problem:
            'PubSubClient cannot do without keep alive: with 0 it closes each connection a moment after it was opened; give it at least 1 s',
        },

  espMqtt: () => null,

  pahoPython: ({ protocolVersion, cleanStart }, clientId) =>
    protocolVersion !== '3.1.1' || cleanStart !== false || clientId !== ''
      ? null
      : {
          path: 'clientId',
          problem:
            'Paho Python itself refuses this with a ValueError: a session that stays needs a client id; give it one, or a clean session',
        },

  mosquittoSub: ({ cleanStart, keepAliveSeconds, sessionExpirySeconds, protocolVersion }, clientId) => {
    if (keepAliveSeconds !== null && keepAliveSeconds < MOSQUITTO_SUB_LEAST_SECONDS)
      return { path: 'keepAliveSeconds', problem: 'mosquitto_sub itself refuses this and ends: its option -k takes 5 s or more' };
    if (clientId !== '') return null;
    if (cleanStart === false)
      return {
        path: 'clientId',
        problem: 'mosquitto_sub itself refuses this and ends: its option -c (a session that stays) needs -i (a client id)',
      };
    if (protocolVersion === '5.0' && sessionExpirySeconds === NEVER_ENDS)
      return { path: 'clientId', problem: 'mosquitto_sub itself refuses this and ends: a session that never ends needs -i (a client id)' };
    return null;
  },

  mqttJs: ({ cleanStart }, clientId) =>
    cleanStart !== false || clientId !== ''
      ? null
      : {
          path: 'clientId',
          problem:
            'MQTT.js itself refuses this: it throws “Missing clientId for unclean clients”, and the id that it would draw does not count; give it one, or clean',
        },
};

/**
 * Why the library does not even connect with this, at the field that is to blame; `null`: it does.
 * @param clientId what the program gives; empty where it leaves the id to the library
 */
export function problemOf(library: ClientLibrary, wish: ConnectWish, clientId: string): Problem | null {
  const { name, protocolVersions } = habitsOf(library);
  if (!protocolVersions.includes(wish.protocolVersion))
    return { path: 'protocolVersion', problem: `${name} speaks MQTT ${protocolVersions.join(' and ')} only` };
  return REFUSALS[library](wish, clientId);
}

/** Why a program with this library cannot publish; `null`: it can. */
export function publishingProblemOf(library: ClientLibrary): Problem | null {
  return library !== 'mosquittoSub'
    ? null
    : { path: 'publishing', problem: 'mosquitto_sub only listens; what publishes is mosquitto_pub, a program of its own' };
}
