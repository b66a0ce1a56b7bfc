// What the session experiments share: links of 10 ms without loss, a broker open to everybody that logs everything, and its sessions watched. The experiments say the rest.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { ProgramScenario } from '../../program.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptedClientScenario, ScriptStep } from '../../script.ts';

/** What a stage can tell of one run and a learner can look through; where there are hundreds of sessions an experiment asks for more. */
const MOST_EVENTS = 100_000;

const LINK: LinkScenario = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };

/** The listener that every experiment uses, and the broker's log in full. */
export const LISTENER = ['listener 1883'];
export const OPEN_TO_ALL = [...LISTENER, 'allow_anonymous true', 'log_type all'];

/** Name and client id of the client that reads the broker's own counters. */
export const COUNTER_READER = 'counter reader';

/** The counter of the heap that the broker has in use. Bytes. */
export const HEAP_TOPIC = '$SYS/broker/heap/current';

/** An expiry that no experiment outlives, and yet an end: what a device that may vanish should ask for. Seconds. */
const LONG_EXPIRY_SECONDS = 3_600;

export interface SessionExperiment {
  /** Of the clients on the stage; where they differ, of the one that the experiment is about. */
  readonly protocolVersion: ProtocolVersion;
  /** Lines of mosquitto.conf. */
  readonly config: readonly string[];
  readonly clients: readonly ScriptedClientScenario[];
  readonly programs?: readonly ProgramScenario[];
  readonly script: readonly ScriptStep[];
  readonly lastsMs: number;
  readonly brokerFiles?: Readonly<Record<string, string>>;
  /** Default 1. */
  readonly seed?: number;
  /** Default 100,000. */
  readonly mostEvents?: number;
  /** Default `true`; where there are hundreds of sessions it costs much. */
  readonly watchSessions?: boolean;
}

export function sessionScenario({ config, ...experiment }: SessionExperiment): Scenario {
  return {
    seed: 1,
    brokerConfig: `${config.join('\n')}\n`,
    devices: [],
    subscribers: [],
    watchSessions: true,
    mostEvents: MOST_EVENTS,
    ...experiment,
  };
}

export function scriptedClient(name: string, protocolVersion: ProtocolVersion): ScriptedClientScenario {
  return { name, protocolVersion, link: LINK };
}

/** CONNECT of a client that wants nothing kept. */
export function passing(clientId: string): ConnectFields {
  return { clientId, cleanStart: true, keepAliveSeconds: 60 };
}

/** CONNECT of a client that wants its session kept: clean session off in 3.1.1; clean start off and an expiry in 5.0. */
export function lasting(
  clientId: string,
  protocolVersion: ProtocolVersion,
  sessionExpirySeconds: number = LONG_EXPIRY_SECONDS,
): ConnectFields {
  const connect = { clientId, cleanStart: false, keepAliveSeconds: 60 };
  return protocolVersion === '5.0' ? { ...connect, properties: { sessionExpirySeconds } } : connect;
}

/** Somebody who reads some of the broker's counters from the start on; needs `sys_interval 1` for an answer every second. */
export function readCounter(...topicFilters: readonly string[]): readonly ScriptStep[] {
  return [
    { atMs: 0, client: COUNTER_READER, do: 'connect', connect: passing(COUNTER_READER) },
    { atMs: 100, client: COUNTER_READER, do: 'subscribe', subscriptions: topicFilters.map((topicFilter) => ({ topicFilter, qos: 0 })) },
  ];
}
