// A device that publishes while its Wi-Fi is gone. The broker's session keeps what others send to the device; for what the device itself wants to send it does nothing: that
// is up to the client library, or to a buffer that the program keeps. What arrives in the end, in which order, and where the rest was lost?
import type { ClientLibrary, OfflineBufferScenario, ProgramScenario } from '../../program.ts';
import type { LinkScenario, QoS, Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, sessionScenario } from './sessionScenario.ts';

export interface OfflinePublisherSetting {
  /** What the program is written with; esp-mqtt and PubSubClient on an ESP32, the others on a computer, which loses its cable in place of its Wi-Fi. */
  readonly library: ClientLibrary;
  /** Clean session off: the broker keeps the device's session. 3.1.1. */
  readonly keepsSession: boolean;
  /** What the program asks for. */
  readonly qos: QoS;
  /** From one reading to the next. Milliseconds, 500 to 60,000. */
  readonly everyMs: number;
  /** Seconds, 1 to 600. */
  readonly outageSeconds: number;
  /** The program's own; `null`: it trusts its library. */
  readonly buffer: OfflineBufferScenario | null;
  /** In the middle of the outage the power fails for two seconds. */
  readonly powerFails: boolean;
}

export const OFFLINE_PUBLISHER_DEFAULTS: OfflinePublisherSetting = {
  library: 'pubSubClient',
  keepsSession: true,
  qos: 1,
  everyMs: 2_000,
  outageSeconds: 30,
  buffer: null,
  powerFails: false,
};

/** When the Wi-Fi goes. Milliseconds. */
export const OUTAGE_FROM_MS = 9_000;
/** The run goes on so long after the outage, so that what waits can come. */
const AFTERWARDS_MS = 20_000;

const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };

/** Runs on an ESP32, by library. */
export function runsOnChip(library: ClientLibrary): boolean {
  return library === 'pubSubClient' || library === 'espMqtt';
}

/** `sensor` publishes `reading 1`, `reading 2`, ... on `house/temp`, and is subscribed to `house/cmd`; `dashboard` listens at QoS 1 and sends one command meanwhile. */
export function offlinePublisher(setting: Partial<OfflinePublisherSetting> = {}): Scenario {
  const full = { ...OFFLINE_PUBLISHER_DEFAULTS, ...setting };
  const { library, outageSeconds, powerFails } = full;
  const [lose, restore] = runsOnChip(library) ? (['loseWifi', 'restoreWifi'] as const) : (['pullCable', 'plugCable'] as const);
  const outageMs = outageSeconds * 1_000;
  const backAtMs = OUTAGE_FROM_MS + outageMs;
  const middleMs = OUTAGE_FROM_MS + Math.round(outageMs / 2);
  const sensor = (atMs: number, action: 'loseWifi' | 'restoreWifi' | 'pullCable' | 'plugCable' | 'powerOff' | 'powerOn'): ScriptStep => ({
    atMs,
    client: 'sensor',
    do: action,
  });
  return sessionScenario({
    protocolVersion: '3.1.1',
    config: OPEN_TO_ALL,
    clients: [{ name: 'dashboard', protocolVersion: '3.1.1', link: LINK }],
    programs: [sensorOf(full, backAtMs)],
    script: [
      { atMs: 0, client: 'dashboard', do: 'connect', connect: passing('dashboard') },
      { atMs: 300, client: 'dashboard', do: 'subscribe', subscriptions: [{ topicFilter: 'house/temp', qos: 1 }] },
      sensor(OUTAGE_FROM_MS, lose),
      { atMs: middleMs, client: 'dashboard', do: 'publish', topicName: 'house/cmd', payload: 'report', qos: 1 },
      ...(powerFails ? [sensor(middleMs, 'powerOff'), sensor(middleMs + 2_000, 'powerOn')] : []),
      sensor(backAtMs, restore),
    ],
    lastsMs: backAtMs + AFTERWARDS_MS,
  });
}

function sensorOf({ library, keepsSession, qos, everyMs, buffer }: OfflinePublisherSetting, backAtMs: number): ProgramScenario {
  const firstAfterMs = 2_500;
  return {
    name: 'sensor',
    protocolVersion: '3.1.1',
    link: LINK,
    library,
    runsOn: runsOnChip(library) ? { hardware: 'esp32', macAddress: '24:0a:c4:00:00:07', join: 'knownChannel' } : { hardware: 'computer' },
    clientId: { from: 'fixed', text: 'sensor-07' },
    cleanStart: !keepsSession,
    sessionExpirySeconds: null,
    keepAliveSeconds: 15,
    wipesAtStart: false,
    subscriptions: [{ topicFilter: 'house/cmd', qos: 1 }],
    subscribes: 'everyConnection',
    // The last one some seconds after the return, so that the run can come to rest.
    publishing: {
      topicName: 'house/temp',
      payload: 'reading {n}',
      qos,
      firstAfterMs,
      everyMs,
      count: Math.floor((backAtMs + 8_000 - firstAfterMs) / everyMs),
    },
    reconnect: { kind: 'fixed', waitMs: 2_000 },
    offlineBuffer: buffer,
    sleep: null,
    startsAtMs: 500,
  };
}
