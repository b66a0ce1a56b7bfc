// A program for tests: plain, but for the change.
import type { ProgramScenario } from '../../program.ts';
import type { Scenario } from '../../scenario.ts';

const LINK = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null } as const;

export const CHIP = { hardware: 'esp32', macAddress: '24:0a:c4:00:00:01', join: 'everythingKept' } as const;

export function someProgram(change: Partial<ProgramScenario> = {}): ProgramScenario {
  return {
    name: 'node',
    protocolVersion: '3.1.1',
    link: LINK,
    library: 'espMqtt',
    runsOn: { hardware: 'computer' },
    clientId: { from: 'fixed', text: 'node-1' },
    cleanStart: false,
    sessionExpirySeconds: null,
    keepAliveSeconds: 10,
    wipesAtStart: false,
    subscriptions: [],
    subscribes: 'everyConnection',
    publishing: null,
    reconnect: { kind: 'fixed', waitMs: 1_000 },
    offlineBuffer: null,
    sleep: null,
    startsAtMs: 0,
    ...change,
  };
}

/** The program beside `reader`, who subscribes to all of `lab/#` at QoS 1 from the start on. */
export function withReader(program: ProgramScenario, change: Partial<Scenario> = {}): Scenario {
  return {
    seed: 1,
    protocolVersion: program.protocolVersion,
    brokerConfig: 'listener 1883\nallow_anonymous true\nlog_type all\n',
    devices: [],
    subscribers: [],
    clients: [{ name: 'reader', protocolVersion: program.protocolVersion, link: LINK }],
    programs: [{ ...program, startsAtMs: 1_000 }],
    watchSessions: true,
    lastsMs: 60_000,
    ...change,
    script: [
      { atMs: 0, client: 'reader', do: 'connect', connect: { clientId: 'reader', cleanStart: true, keepAliveSeconds: 60 } },
      { atMs: 100, client: 'reader', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/#', qos: 1 }] },
      ...(change.script ?? []),
    ],
  };
}
