// Five ways to ask for a session, side by side. All five subscribe to the same topic and live through the same two gaps: a cable that is out for a while, after which each
// program *reconnects*, and a loss of power, after which each *starts anew*. A command of the first gap is still wanted when it comes late; one of the second was for a
// program that is gone: who gets it acts on something that it knows nothing of.
import type { ProgramScenario } from '../../program.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, sessionScenario } from './sessionScenario.ts';

export interface ClientStrategiesSetting {
  /** What the two clients of 5.0 ask for. Seconds, 0 to 3,600; `null`: they ask for nothing, which is as good as 0. */
  readonly sessionExpirySeconds: number | null;
  /** When each program subscribes: at its start alone, or on each connection, as callbacks that run at every CONNACK do. */
  readonly subscribes: 'everyStart' | 'everyConnection';
}

export const CLIENT_STRATEGIES_DEFAULTS: ClientStrategiesSetting = { sessionExpirySeconds: 300, subscribes: 'everyStart' };

/** In the order of the stage. */
export const STRATEGIES = ['first-only', 'always-clean', 'new-id', 'connects-twice', 'never-clean'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** When what happens. Milliseconds. */
export const STRATEGY_TIMES = { cableOut: 5_000, cableIn: 27_000, powerOff: 38_000, powerOn: 46_000, end: 60_000 } as const;

/** Commands that are sent in each of the two gaps. */
export const COMMANDS_IN_GAP = 3;

/** Slow enough to be watched. */
const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const KEEP_ALIVE_SECONDS = 10;
const TOPIC = 'plant/cmd';

/** `commander` sends `first`, `late 1` to `late 3` while the cables are out, `between`, `stale 1` to `stale 3` while the power is off, and `last`. */
export function clientStrategies(setting: Partial<ClientStrategiesSetting> = {}): Scenario {
  const full = { ...CLIENT_STRATEGIES_DEFAULTS, ...setting };
  const { cableOut, cableIn, powerOff, powerOn, end } = STRATEGY_TIMES;
  const all = (atMs: number, action: 'pullCable' | 'plugCable' | 'powerOff' | 'powerOn'): ScriptStep[] =>
    STRATEGIES.map((client) => ({ atMs, client, do: action }));
  return sessionScenario({
    protocolVersion: '5.0',
    config: OPEN_TO_ALL,
    clients: [{ name: 'commander', protocolVersion: '3.1.1', link: LINK }],
    programs: STRATEGIES.map((strategy) => programOf(strategy, full)),
    script: [
      { atMs: 0, client: 'commander', do: 'connect', connect: passing('commander') },
      ...command(3_500, 'first'),
      ...all(cableOut, 'pullCable'),
      ...command(cableOut + 3_000, 'late {n}', COMMANDS_IN_GAP),
      ...all(cableIn, 'plugCable'),
      ...command(cableIn + 8_000, 'between'),
      ...all(powerOff, 'powerOff'),
      ...command(powerOff + 2_000, 'stale {n}', COMMANDS_IN_GAP),
      ...all(powerOn, 'powerOn'),
      ...command(powerOn + 6_000, 'last'),
    ],
    lastsMs: end,
  });
}

function command(atMs: number, payload: string, count = 1): ScriptStep[] {
  return [{ atMs, client: 'commander', do: 'publish', topicName: TOPIC, payload, qos: 1, count, everyMs: 1_500 }];
}

/** What the five have in common, and then what makes each what it is. */
function programOf(strategy: Strategy, setting: ClientStrategiesSetting): ProgramScenario {
  const common = {
    name: strategy,
    link: LINK,
    keepAliveSeconds: KEEP_ALIVE_SECONDS,
    wipesAtStart: false,
    subscriptions: [{ topicFilter: TOPIC, qos: 1 }],
    subscribes: setting.subscribes,
    publishing: null,
    reconnect: { kind: 'fixed', waitMs: 1_000 },
    offlineBuffer: null,
    sleep: null,
    sessionExpirySeconds: null,
    startsAtMs: 500,
  } as const satisfies Partial<ProgramScenario>;
  const five = { protocolVersion: '5.0', runsOn: { hardware: 'computer' }, sessionExpirySeconds: setting.sessionExpirySeconds } as const;
  const chip = (place: number) =>
    ({
      protocolVersion: '3.1.1',
      library: 'espMqtt',
      runsOn: { hardware: 'esp32', macAddress: `24:0a:c4:00:00:0${place}`, join: 'everythingKept' },
      cleanStart: false,
    }) as const;
  const fixed = { from: 'fixed', text: strategy } as const;
  switch (strategy) {
    case 'first-only':
      return { ...common, ...five, library: 'pahoPython', clientId: fixed, cleanStart: 'library' };
    case 'always-clean':
      return { ...common, ...five, library: 'mosquittoSub', clientId: fixed, cleanStart: 'library' };
    case 'new-id':
      return { ...common, ...chip(3), clientId: { from: 'random', prefix: 'start-', hexDigits: 6, drawn: 'everyStart' } };
    case 'connects-twice':
      return { ...common, ...chip(4), clientId: fixed, wipesAtStart: true };
    case 'never-clean':
      return { ...common, ...chip(5), clientId: fixed };
  }
}
