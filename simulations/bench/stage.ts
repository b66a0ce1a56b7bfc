// What the stage asks of the engine: one virtual hour of ten devices with a bad Wi-Fi and a broker that restarts, and going to any instant of it.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { fromMicroseconds } from '../engine/time.ts';
import { OPEN_TO_ALL, sessionScenario } from '../experiments/sessions/sessionScenario.ts';
import type { ProgramScenario } from '../program.ts';
import type { LinkScenario, Scenario } from '../scenario.ts';
import { performRun } from '../worker/performRun.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 5;
const DEVICES = 10;
const HOUR_MS = 3_600_000;
const INSTANTS = 200;
/** What the page asks for around the playhead. */
const WINDOW_MICROSECONDS = 5_000_000;
const LINK: LinkScenario = { delayMs: 20, jitterMs: 10, lossRatio: 0.02, rateBitsPerSecond: null };

/** Ten ESP32 with esp-mqtt, each with a reading a minute at QoS 1 and a subscription; every ten minutes one loses its Wi-Fi for a minute; after half an hour the broker is killed. */
export function hourOfTen(): Scenario {
  const names = Array.from({ length: DEVICES }, (_, place) => `node ${place}`);
  return sessionScenario({
    protocolVersion: '5.0',
    config: [...OPEN_TO_ALL, 'persistence true'],
    clients: [],
    programs: names.map(programOf),
    script: [
      ...names
        .slice(0, 5)
        .flatMap((client, place) => [
          { atMs: (place + 1) * 600_000, client, do: 'loseWifi' } as const,
          { atMs: (place + 1) * 600_000 + 60_000, client, do: 'restoreWifi' } as const,
        ]),
      { atMs: HOUR_MS / 2, do: 'killBroker' },
      { atMs: HOUR_MS / 2 + 10_000, do: 'startBroker' },
    ],
    lastsMs: HOUR_MS,
  });
}

function programOf(name: string, place: number): ProgramScenario {
  return {
    name,
    protocolVersion: '5.0',
    link: LINK,
    library: 'espMqtt',
    runsOn: { hardware: 'esp32', macAddress: `24:0a:c4:00:01:0${place}`, join: 'knownChannel' },
    clientId: { from: 'mac', prefix: 'node-', form: 'wholeMac' },
    cleanStart: false,
    sessionExpirySeconds: 3_600,
    keepAliveSeconds: 60,
    wipesAtStart: false,
    subscriptions: [{ topicFilter: `cmd/${place}/#`, qos: 1 }],
    subscribes: 'newSession',
    publishing: { topicName: `tele/${place}`, payload: 'reading {n}', qos: 1, firstAfterMs: place * 1_000, everyMs: 60_000, count: 100 },
    reconnect: { kind: 'backoff', baseMs: 1_000, capMs: 60_000, jitter: 'full' },
    offlineBuffer: { place: 'flash', slots: 100, whenFull: 'dropOldest', drainEveryMs: 100 },
    sleep: null,
    startsAtMs: place * 500,
  };
}

export async function stageFigures(): Promise<Figure[]> {
  const module = await loadMosquitto();
  const scenario = hourOfTen();
  const seconds: number[] = [];
  let slowestMs = 0;
  let events = 0;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const { recording } = await performRun(scenario, {
      startBroker: (options) => startBroker({ ...options, module }),
      breathe: () => undefined,
    });
    seconds.push((performance.now() - started) / 1_000);
    events = recording.length;
    for (let index = 0; index <= INSTANTS; index++) {
      const at = fromMicroseconds(Math.floor((recording.now * index) / INSTANTS));
      const asked = performance.now();
      recording.view({
        at,
        from: fromMicroseconds(Math.max(0, at - WINDOW_MICROSECONDS)),
        to: fromMicroseconds(at + WINDOW_MICROSECONDS),
        logLines: 200,
      });
      slowestMs = Math.max(slowestMs, performance.now() - asked);
    }
  }
  return [
    { name: 'one virtual hour of ten devices, Node', value: median(seconds), unit: 's', aim: '<= 0.5' },
    { name: 'events in it', value: events, unit: '', aim: null },
    { name: `going to any of ${INSTANTS + 1} instants of it, the slowest`, value: slowestMs, unit: 'ms', aim: '<= 100' },
  ];
}
