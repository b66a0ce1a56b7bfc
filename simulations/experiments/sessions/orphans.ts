// X23: a new random client id at each start, and a session that is to be kept. Nobody comes back for any of them: sessions pile up, and every message for them is queued.
// Figures of the heap are those of the in-page broker, whose pointers have 32 bits: an orphan with its hundred messages costs 6.6 kB
// here, 9.9 kB on a 64-bit machine; and the heap of the empty broker is larger here.
import { randomStream } from '../../engine/random.ts';
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import {
  COUNTER_READER,
  HEAP_TOPIC,
  lasting,
  OPEN_TO_ALL,
  passing,
  readCounter,
  scriptedClient,
  sessionScenario,
} from './sessionScenario.ts';

export interface OrphansSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `random`: drawn anew at each start. `stable`: always the same. */
  readonly clientIds: 'random' | 'stable';
  /** Hex digits of a random id, 1 to 8. MQTT.js draws eight; sketches often draw four, and among 200 of those two are the same about every fourth time. */
  readonly hexDigits: number;
  /** 1 to 1,000. */
  readonly starts: number;
  /** Published when all are gone, each for every session. 0 to 1,000. */
  readonly messages: number;
  /** 4 to 10,000. */
  readonly payloadBytes: number;
  /** Decides the ids. Whole number, 0 to 4,294,967,295. */
  readonly seed: number;
  /** 5.0 only: how long each session waits for its client. Seconds, 0 to 4,294,967,295 (for ever). */
  readonly sessionExpirySeconds: number;
  /** Lets a page show the broker's sessions; with hundreds of them it costs much. */
  readonly watchSessions: boolean;
}

export const ORPHANS_DEFAULTS: OrphansSetting = {
  protocolVersion: '3.1.1',
  clientIds: 'random',
  hexDigits: 8,
  starts: 200,
  messages: 100,
  payloadBytes: 100,
  seed: 1,
  sessionExpirySeconds: 0xffff_ffff,
  watchSessions: false,
};

/** How many sessions have no connection. */
export const DISCONNECTED_TOPIC = '$SYS/broker/clients/disconnected';

const FIRST_START_MS = 5_000;
const START_EVERY_MS = 100;

/** Instants worth a look, in milliseconds: before the first start, when the last device is gone, when all is published. */
export function orphansTimes({ starts, messages }: Pick<OrphansSetting, 'starts' | 'messages'>): {
  readonly empty: number;
  readonly gone: number;
  readonly published: number;
} {
  const gone = FIRST_START_MS + starts * START_EVERY_MS + 3_000;
  return { empty: FIRST_START_MS - 1, gone, published: gone + messages * 10 + 3_000 };
}

/** `ESP32-3fa0c2d1`, ...: the ids in the order of the starts. A stream of their own keeps them apart from other chances of the run. */
export function orphanIds(setting: Partial<OrphansSetting> = {}): string[] {
  const { clientIds, starts, hexDigits, seed } = { ...ORPHANS_DEFAULTS, ...setting };
  const chance = randomStream(seed, 'client ids');
  return Array.from({ length: starts }, () => {
    const drawn = Math.floor(chance.next() * 16 ** hexDigits);
    return `ESP32-${clientIds === 'random' ? drawn.toString(16).padStart(hexDigits, '0') : '24-0a-c4-00-00-01'}`;
  });
}

/** One `device` starts again and again, subscribes to `lab/fleet` at QoS 1 and drops off; then `publisher` publishes there; `counter reader` reads the counters. */
export function orphans(setting: Partial<OrphansSetting> = {}): Scenario {
  const knobs = { ...ORPHANS_DEFAULTS, ...setting };
  const { protocolVersion, messages, payloadBytes, seed, sessionExpirySeconds, watchSessions } = knobs;
  const times = orphansTimes(knobs);
  return sessionScenario({
    seed,
    protocolVersion,
    watchSessions,
    config: [...OPEN_TO_ALL, 'sys_interval 1'],
    clients: ['device', 'publisher', COUNTER_READER].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      ...readCounter(HEAP_TOPIC, DISCONNECTED_TOPIC),
      { atMs: 0, client: 'publisher', do: 'connect', connect: passing('publisher') },
      ...orphanIds(knobs).flatMap((clientId, index): ScriptStep[] => {
        const atMs = FIRST_START_MS + index * START_EVERY_MS;
        return [
          { atMs, client: 'device', do: 'connect', connect: lasting(clientId, protocolVersion, sessionExpirySeconds) },
          { atMs: atMs + 45, client: 'device', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/fleet', qos: 1 }] },
          { atMs: atMs + 80, client: 'device', do: 'drop' },
        ];
      }),
      ...(messages === 0
        ? []
        : [
            {
              atMs: times.gone,
              client: 'publisher',
              do: 'publish',
              topicName: 'lab/fleet',
              payload: '{n}'.padEnd(payloadBytes, '.'),
              qos: 1,
              count: messages,
              first: 100,
              everyMs: 10,
            } as const,
          ]),
    ],
    lastsMs: times.published,
  });
}
