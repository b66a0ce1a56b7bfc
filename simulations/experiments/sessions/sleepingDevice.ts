// A valve that sleeps: it wakes on a timer, joins its Wi-Fi, connects, publishes its state, listens for a moment, and goes back to deep sleep. Commands come when they come.
// Who keeps them for it, and what does the way there cost? Left out: what its program computes, TLS, and a battery that ages.
import type { ProgramScenario, WifiJoin } from '../../program.ts';
import type { LinkScenario, ProtocolVersion, Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, sessionScenario } from './sessionScenario.ts';

export interface SleepingDeviceSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Clean session or clean start off. */
  readonly keepsSession: boolean;
  /** 5.0 only. Seconds, 0 to 3,600. */
  readonly sessionExpirySeconds: number;
  /** Seconds, 1 to 3,600. */
  readonly sleepSeconds: number;
  /** Awake after the connection stands. Milliseconds, 0 to 10,000. */
  readonly listenMs: number;
  readonly join: WifiJoin;
  /** DISCONNECT before it sleeps; else it is simply gone. */
  readonly saysGoodbye: boolean;
}

export const SLEEPING_DEVICE_DEFAULTS: SleepingDeviceSetting = {
  protocolVersion: '3.1.1',
  keepsSession: true,
  sessionExpirySeconds: 300,
  sleepSeconds: 20,
  listenMs: 500,
  join: 'knownChannel',
  saysGoodbye: true,
};

export const SLEEPING_DEVICE = 'valve';

const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
/** The run sees so many sleeps. */
const SLEEPS = 4;
/** Boot, the slowest way into the Wi-Fi, the connection and some listening. Milliseconds. */
const AWAKE_AT_MOST_MS = 30_000;
/** The first subscription stands by then, however slowly it joined. */
const FIRST_COMMAND_MS = 7_000;
/** Three commands in each sleep. */
const COMMANDS_PER_SLEEP = 3;

/** `app` sends `open 1`, `open 2`, ... on `garden/valve/cmd`, spread over the sleeps, and reads `garden/valve/state`. */
export function sleepingDevice(setting: Partial<SleepingDeviceSetting> = {}): Scenario {
  const full = { ...SLEEPING_DEVICE_DEFAULTS, ...setting };
  const { protocolVersion, sleepSeconds } = full;
  const everyMs = Math.round((sleepSeconds * 1_000) / COMMANDS_PER_SLEEP);
  const commands = COMMANDS_PER_SLEEP * (SLEEPS - 1);
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [{ name: 'app', protocolVersion, link: LINK }],
    programs: [programOf(full)],
    script: [
      { atMs: 0, client: 'app', do: 'connect', connect: passing('app') },
      { atMs: 200, client: 'app', do: 'subscribe', subscriptions: [{ topicFilter: 'garden/valve/state', qos: 1 }] },
      {
        atMs: FIRST_COMMAND_MS,
        client: 'app',
        do: 'publish',
        topicName: 'garden/valve/cmd',
        payload: 'open {n}',
        qos: 1,
        count: commands,
        everyMs,
      },
    ],
    lastsMs: FIRST_COMMAND_MS + SLEEPS * (sleepSeconds * 1_000 + 4_000),
  });
}

function programOf(setting: SleepingDeviceSetting): ProgramScenario {
  const { protocolVersion, keepsSession, sessionExpirySeconds, sleepSeconds, listenMs, join, saysGoodbye } = setting;
  return {
    name: SLEEPING_DEVICE,
    protocolVersion,
    link: LINK,
    library: 'espMqtt',
    runsOn: { hardware: 'esp32', macAddress: '24:0a:c4:00:00:0a', join },
    clientId: { from: 'mac', prefix: 'valve-', form: 'wholeMac' },
    cleanStart: !keepsSession,
    sessionExpirySeconds: protocolVersion === '5.0' ? sessionExpirySeconds : null,
    keepAliveSeconds: 30,
    wipesAtStart: false,
    subscriptions: [{ topicFilter: 'garden/valve/cmd', qos: 1 }],
    // With a session it subscribes when CONNACK says that there is none; without one, each time.
    subscribes: 'newSession',
    publishing: { topicName: 'garden/valve/state', payload: 'wake-up {n}', qos: 1, firstAfterMs: 0, everyMs: 3_600_000, count: 1_000 },
    reconnect: { kind: 'fixed', waitMs: 1_000 },
    offlineBuffer: null,
    sleep: { sleepMs: sleepSeconds * 1_000, listenMs, awakeAtMostMs: AWAKE_AT_MOST_MS, saysGoodbye },
    startsAtMs: 500,
  };
}
