// X23 at the pace of a lab: one device that asks the broker to keep its session, and draws a new client id at each start. So it never comes back to the session that is kept.
// It starts, subscribes and drops off, again and again; messages for it are published; then it starts a last time, and stays. Left out: everything else that a fleet does.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptStep } from '../../script.ts';
import { DISCONNECTED_TOPIC, orphanIds } from './orphans.ts';
import { HEAP_TOPIC, LISTENER, lasting, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface RandomIdsSetting {
  readonly protocolVersion: ProtocolVersion;
  /** `random`: eight hex digits, drawn anew at each start. `stable`: always the same, from the MAC address. */
  readonly clientIds: 'random' | 'stable';
  /** Clean session (3.1.1), clean start (5.0). */
  readonly cleanStart: boolean;
  /** 5.0 only: how long a session is to wait for its client. Seconds, 0 to 4,294,967,295 (for ever). */
  readonly sessionExpirySeconds: number;
  /** As in mosquitto.conf: `1h`, `1d`, ...; `null`: not set. */
  readonly persistentClientExpiration: string | null;
  /** The last one included. 1 to 200. */
  readonly starts: number;
  /** Published before the last start. 0 to 200. */
  readonly messages: number;
  /** 10 to 10,000. */
  readonly payloadBytes: number;
  /** How long it goes on after the last start. Milliseconds, 0 to 47 hours. */
  readonly afterwardsMs: number;
  /** Decides the ids. Whole number, 0 to 4,294,967,295. */
  readonly seed: number;
}

export const RANDOM_IDS_DEFAULTS: RandomIdsSetting = {
  protocolVersion: '3.1.1',
  clientIds: 'random',
  cleanStart: false,
  sessionExpirySeconds: 0xffff_ffff,
  persistentClientExpiration: null,
  starts: 12,
  messages: 10,
  payloadBytes: 100,
  afterwardsMs: 4_000,
  seed: 1,
};

export const RANDOM_IDS_CLIENTS = { device: 'device', publisher: 'web app', watcher: 'watcher' } as const;
/** What all ids of the device begin with. */
export const DEVICE_ID_PREFIX = 'ESP32-';

const TOPIC = 'fleet/news';
const FIRST_START_MS = 3_500;
const LONGEST_START_MS = 700;
const SHORTEST_START_MS = 100;
const ALL_STARTS_MS = 12_000;
const PUBLISH_EVERY_MS = 100;
/** A line for each packet of hundreds of starts would drown the others. */
const LOG_WITHOUT_PACKETS = ['error', 'warning', 'notice', 'information'].map((type) => `log_type ${type}`);
/** Longer than any run: no ping comes between what is to be seen. Seconds. */
const KEEP_ALIVE_SECONDS = 65_535;

/** Instants worth a look, in milliseconds: the first start, when the device has dropped off for the last time, when all is published and it starts for the last time. */
export function randomIdsTimes({ starts, messages }: Pick<RandomIdsSetting, 'starts' | 'messages'>): {
  readonly first: number;
  readonly everyMs: number;
  readonly gone: number;
  readonly last: number;
} {
  const everyMs = Math.round(Math.min(LONGEST_START_MS, Math.max(SHORTEST_START_MS, ALL_STARTS_MS / starts)));
  const gone = FIRST_START_MS + (starts - 1) * everyMs + 1_500;
  // `$SYS` tells once a second: both before and after the messages it gets its turn.
  return { first: FIRST_START_MS, everyMs, gone, last: gone + messages * PUBLISH_EVERY_MS + 2_000 };
}

/** Clients `device`, `web app`, which publishes, and `watcher` on the broker's heap and its count of sessions without connection. */
export function randomIds(change: Partial<RandomIdsSetting> = {}): Scenario {
  const setting = { ...RANDOM_IDS_DEFAULTS, ...change };
  const { protocolVersion, messages, payloadBytes, persistentClientExpiration: expiration } = setting;
  const times = randomIdsTimes(setting);
  // A start takes four ways for CONNECT and CONNACK, two for SUBSCRIBE and SUBACK.
  const link = { delayMs: Math.min(50, Math.floor(times.everyMs / 10)), jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
  const { device, publisher, watcher } = RANDOM_IDS_CLIENTS;
  const subscribes = (atMs: number): ScriptStep => ({
    atMs,
    client: device,
    do: 'subscribe',
    subscriptions: [{ topicFilter: TOPIC, qos: 1 }],
  });
  const ids = orphanIds({ ...setting, hexDigits: 8 });
  return sessionScenario({
    seed: setting.seed,
    protocolVersion,
    config: [
      ...LISTENER,
      'allow_anonymous true',
      ...LOG_WITHOUT_PACKETS,
      'sys_interval 1',
      ...(expiration === null ? [] : [`persistent_client_expiration ${expiration}`]),
    ],
    clients: [publisher, watcher, device].map((name) => ({ ...scriptedClient(name, protocolVersion), link })),
    script: [
      ...watches(watcher),
      { atMs: 500, client: publisher, do: 'connect', connect: patient(passing('web-app')) },
      ...ids.flatMap((clientId, index): ScriptStep[] => {
        const isLast = index === ids.length - 1;
        const atMs = isLast ? times.last : times.first + index * times.everyMs;
        return [
          { atMs, client: device, do: 'connect', connect: connectOf(setting, clientId) },
          subscribes(atMs + 0.45 * times.everyMs),
          ...(isLast ? [] : [{ atMs: atMs + 0.8 * times.everyMs, client: device, do: 'drop' } as const]),
        ];
      }),
      ...Array.from({ length: messages }, (_, index): ScriptStep => {
        const payload = `news ${index + 1}`.padEnd(payloadBytes, '.');
        return { atMs: times.gone + index * PUBLISH_EVERY_MS, client: publisher, do: 'publish', topicName: TOPIC, payload, qos: 1 };
      }),
    ],
    lastsMs: times.last + setting.afterwardsMs,
  });
}

function watches(client: string): readonly ScriptStep[] {
  const subscriptions = [HEAP_TOPIC, DISCONNECTED_TOPIC].map((topicFilter) => ({ topicFilter, qos: 0 }) as const);
  return [
    { atMs: 0, client, do: 'connect', connect: patient(passing('watcher')) },
    { atMs: 300, client, do: 'subscribe', subscriptions },
  ];
}

function patient(connect: ConnectFields): ConnectFields {
  return { ...connect, keepAliveSeconds: KEEP_ALIVE_SECONDS };
}

function connectOf({ protocolVersion, cleanStart, sessionExpirySeconds }: RandomIdsSetting, clientId: string): ConnectFields {
  return patient({ ...lasting(clientId, protocolVersion, sessionExpirySeconds), cleanStart });
}
