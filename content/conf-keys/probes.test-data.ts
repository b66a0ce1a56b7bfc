// For the claims on keys: runs in which every key of mosquitto.conf that does anything shows what it does, so that two configurations can be told apart, or held equal.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import {
  type ConfigAnswer,
  checkConfig,
  checkScenario,
  fromMilliseconds,
  type ProtocolVersion,
  type RunEvent,
  type Scenario,
  type ScriptStep,
  simulate,
  startMosquitto,
} from '#simulations';

export const OPEN = 'listener 1883\nallow_anonymous true\n';
export const FILES = { passwords: 'anna:secret\n', acl: 'topic read q/#\ntopic write q/#\n' };

const link = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const text = (word: string): Uint8Array => new TextEncoder().encode(word);
const lasting = (clientId: string) => ({ clientId, cleanStart: false, keepAliveSeconds: 600 });
const passing = (clientId: string, more = {}) => ({ clientId, cleanStart: true, keepAliveSeconds: 600, ...more });

interface Cast {
  readonly [name: string]: ProtocolVersion;
}

export function probe(cast: Cast, script: readonly ScriptStep[], lastsMs: number): (config: string) => Scenario {
  const clients = Object.entries(cast).map(([name, protocolVersion]) => ({ name, protocolVersion, link }));
  return (brokerConfig) => ({
    seed: 1,
    protocolVersion: '3.1.1',
    brokerConfig,
    brokerFiles: FILES,
    devices: [],
    subscribers: [],
    clients,
    script,
    lastsMs,
  });
}

/** A busy minute: somebody away, somebody silent, everybody with a wish of their own, a queue that overflows, and a crash at the end. */
export const busyMinute = probe(
  { away: '3.1.1', silent: '3.1.1', talker: '3.1.1', nameless: '3.1.1', tireless: '3.1.1', five: '5.0', anna: '3.1.1', watcher: '3.1.1' },
  [
    { atMs: 0, client: 'away', do: 'connect', connect: lasting('away') },
    { atMs: 100, client: 'away', do: 'subscribe', subscriptions: [{ topicFilter: 'q/#', qos: 1 }] },
    { atMs: 500, client: 'away', do: 'drop' },
    { atMs: 0, client: 'silent', do: 'connect', connect: lasting('silent') },
    { atMs: 100, client: 'silent', do: 'subscribe', subscriptions: [{ topicFilter: 's/#', qos: 1 }] },
    { atMs: 200, client: 'silent', do: 'answer', answers: false },
    { atMs: 0, client: 'talker', do: 'connect', connect: passing('talker') },
    { atMs: 0, client: 'watcher', do: 'connect', connect: passing('watcher') },
    { atMs: 100, client: 'watcher', do: 'subscribe', subscriptions: [{ topicFilter: '$SYS/broker/uptime', qos: 0 }] },
    { atMs: 0, client: 'nameless', do: 'connect', connect: passing('') },
    { atMs: 0, client: 'tireless', do: 'connect', connect: passing('tireless', { keepAliveSeconds: 0 }) },
    { atMs: 0, client: 'five', do: 'connect', connect: passing('') },
    { atMs: 0, client: 'anna', do: 'connect', connect: passing('a', { userName: 'anna', password: text('secret') }) },
    { atMs: 1_000, client: 'talker', do: 'publish', topicName: 'q/zero', payload: 'zero {n}', qos: 0, count: 3 },
    { atMs: 2_000, client: 'talker', do: 'publish', topicName: 'q/one', payload: 'one {n}', qos: 1, count: 1_100, everyMs: 1 },
    { atMs: 4_000, client: 'talker', do: 'publish', topicName: 's/one', payload: 'one {n}', qos: 1, count: 40, everyMs: 10 },
    { atMs: 5_000, client: 'talker', do: 'publish', topicName: 'r', payload: 'kept', qos: 1, retain: true },
    { atMs: 6_000, client: 'watcher', do: 'subscribe', subscriptions: [{ topicFilter: 'r', qos: 0 }] },
    { atMs: 20_000, client: 'away', do: 'connect', connect: lasting('away') },
    { atMs: 30_000, client: 'five', do: 'publish', topicName: 'q/two', payload: 'two', qos: 2 },
    { atMs: 40_000, do: 'stopBroker' },
    { atMs: 41_000, do: 'startBroker' },
    { atMs: 42_000, client: 'away', do: 'connect', connect: lasting('away') },
  ],
  45_000,
);

/** Half an hour with two messages for somebody away, 3 s and 1,780 s after the start, and a crash at 1,830 s. */
export const halfAnHour = probe(
  { away: '3.1.1', talker: '3.1.1' },
  [
    { atMs: 0, client: 'away', do: 'connect', connect: lasting('away') },
    { atMs: 100, client: 'away', do: 'subscribe', subscriptions: [{ topicFilter: 'q', qos: 1 }] },
    { atMs: 500, client: 'away', do: 'drop' },
    { atMs: 0, client: 'talker', do: 'connect', connect: passing('talker') },
    { atMs: 3_000, client: 'talker', do: 'publish', topicName: 'q', payload: 'early', qos: 1 },
    { atMs: 1_780_000, client: 'talker', do: 'publish', topicName: 'q', payload: 'late', qos: 1 },
    { atMs: 1_830_000, do: 'killBroker' },
    { atMs: 1_831_000, do: 'startBroker' },
    { atMs: 1_832_000, client: 'away', do: 'connect', connect: lasting('away') },
  ],
  1_835_000,
);

async function starter() {
  const module = await loadMosquitto();
  return (options: Parameters<Parameters<typeof startMosquitto>[0]['startBroker']>[0]) => startBroker({ ...options, module });
}

export async function answerTo(config: string): Promise<ConfigAnswer> {
  return checkConfig({ config, files: FILES }, await starter());
}

export async function eventsOf(scenario: Scenario): Promise<RunEvent[]> {
  const problems = checkScenario(scenario);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const { brokerConfig: config, brokerFiles: files = {}, seed } = scenario;
  const broker = startMosquitto({ startBroker: await starter(), config, files, seed });
  try {
    return [...simulate(scenario, broker)];
  } finally {
    broker.stop();
  }
}

/** All that happens, as one text. The log of a start is left out: a key may be remarked upon there. */
export async function storyOf(scenario: Scenario): Promise<string> {
  const starts = [0, ...(scenario.script ?? []).flatMap((step) => (step.do === 'startBroker' ? [fromMilliseconds(step.atMs)] : []))];
  return (await eventsOf(scenario))
    .filter((event) => event.kind !== 'brokerLog' || !starts.includes(event.at))
    .map((event) => JSON.stringify(event, (_, value) => (value instanceof Uint8Array ? [...value].join(' ') : value)))
    .join('\n');
}
