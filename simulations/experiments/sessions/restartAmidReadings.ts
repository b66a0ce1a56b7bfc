// X25 slow enough to be watched: one reading a second, retained, and queued for a logger that sleeps, while the broker comes to its end. What was written before it comes back.
// Left out: a file that is damaged or on a disk that is full, and a power failure in which the clients' TCP is told nothing.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import type { BrokerEnd } from './brokerRestart.ts';
import { lasting, OPEN_TO_ALL, passing, sessionScenario } from './sessionScenario.ts';

export interface RestartAmidReadingsSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `persistence` of mosquitto.conf; without it the three settings that follow have nothing to save. */
  readonly persistence: boolean;
  /** `autosave_interval` of mosquitto.conf. Seconds, or changes where `autosaveOnChanges`; 0 (never) to 86,400. Mosquitto's own default is 1,800. */
  readonly autosaveInterval: number;
  /** `autosave_on_changes` of mosquitto.conf. */
  readonly autosaveOnChanges: boolean;
  readonly end: BrokerEnd;
  /** For `saveThenKill`: SIGUSR1 comes half a second after this reading. 1 to `readings`; a larger one counts as the last. */
  readonly signalAfter: number;
  /** 5.0: clean start of the CONNECT with which the logger's session began. In 3.1.1 a clean session would not outlast its connection anyway. */
  readonly beganWithCleanStart: boolean;
  /** One a second. 1 to 500. */
  readonly readings: number;
}

export const RESTART_AMID_READINGS_DEFAULTS: RestartAmidReadingsSetting = {
  protocolVersion: '3.1.1',
  persistence: true,
  autosaveInterval: 1_800,
  autosaveOnChanges: false,
  end: 'kill',
  signalAfter: 4,
  beganWithCleanStart: false,
  readings: 8,
};

/** Slow enough to be watched. */
const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const TOPIC = 'tank/level';
const FIRST_READING_AT_MS = 2_500;
const DOWN_MS = 3_000;
/** The reading after everybody is back has this in front of its number, too. */
const PAYLOAD = 'level {n}';

/** What the reading with this number says. */
export function levelReading(number: number): string {
  return PAYLOAD.replace('{n}', String(number));
}

/** When the broker comes to its end, and when it is started again. Milliseconds. */
export function restartTimes(readings: number): { readonly endsAtMs: number; readonly startsAtMs: number } {
  const endsAtMs = FIRST_READING_AT_MS + readings * 1_000;
  return { endsAtMs, startsAtMs: endsAtMs + DOWN_MS };
}

/**
 * `sensor` publishes to `tank/level`, retained, at QoS 1; `logger` subscribes, goes to sleep, and is back after the restart; `display` shows the level before, and is
 * switched on again after. When all are back one more reading comes: the logger hears it if it still has its subscription.
 */
export function restartAmidReadings(setting: Partial<RestartAmidReadingsSetting> = {}): Scenario {
  const full = { ...RESTART_AMID_READINGS_DEFAULTS, ...setting };
  const { protocolVersion, readings } = full;
  const { endsAtMs, startsAtMs } = restartTimes(readings);
  const client = (name: string) => ({ name, protocolVersion, link: LINK });
  const subscribe = (name: string, atMs: number): ScriptStep => {
    return { atMs, client: name, do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: 1 }] };
  };
  const logger = (cleanStart: boolean) => ({ ...lasting('logger-1', protocolVersion), cleanStart });
  return sessionScenario({
    protocolVersion,
    config: configOf(full),
    clients: [{ ...client('sensor'), reconnect: { afterMs: 700, connect: null } }, client('logger'), client('display')],
    script: [
      { atMs: 0, client: 'sensor', do: 'connect', connect: passing('sensor-1') },
      { atMs: 200, client: 'display', do: 'connect', connect: passing('screen-1') },
      { atMs: 400, client: 'logger', do: 'connect', connect: logger(protocolVersion === '5.0' && full.beganWithCleanStart) },
      subscribe('display', 600),
      subscribe('logger', 800),
      { atMs: 1_500, client: 'logger', do: 'disconnect' },
      publish(FIRST_READING_AT_MS, 1, readings),
      ...endOf(full, endsAtMs),
      { atMs: startsAtMs, do: 'startBroker' },
      { atMs: startsAtMs + 1_500, client: 'display', do: 'connect', connect: passing('screen-1') },
      subscribe('display', startsAtMs + 2_000),
      { atMs: startsAtMs + 3_500, client: 'logger', do: 'connect', connect: logger(false) },
      publish(startsAtMs + 5_500, readings + 1, 1),
    ],
    lastsMs: startsAtMs + 7_000,
  });
}

function configOf({ persistence, autosaveInterval, autosaveOnChanges }: RestartAmidReadingsSetting): readonly string[] {
  return [
    ...OPEN_TO_ALL,
    `persistence ${persistence}`,
    ...(persistence ? [`autosave_interval ${autosaveInterval}`, `autosave_on_changes ${autosaveOnChanges}`] : []),
  ];
}

function publish(atMs: number, first: number, count: number): ScriptStep {
  return { atMs, client: 'sensor', do: 'publish', topicName: TOPIC, payload: PAYLOAD, qos: 1, retain: true, first, count, everyMs: 1_000 };
}

function endOf({ end, signalAfter, readings }: RestartAmidReadingsSetting, atMs: number): readonly ScriptStep[] {
  if (end === 'stop') return [{ atMs, do: 'stopBroker' }];
  const kill: ScriptStep = { atMs, do: 'killBroker' };
  if (end === 'kill') return [kill];
  const signalAtMs = FIRST_READING_AT_MS + (Math.min(signalAfter, readings) - 1) * 1_000 + 500;
  return [{ atMs: signalAtMs, do: 'saveBroker' }, kill];
}
