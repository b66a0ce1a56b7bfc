// Every key, every default and every mistake that is told of, put to the broker.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { encode, fromMilliseconds, type Scenario, startMosquitto } from '#simulations';
import type { ConfKey, ConfMistake } from './key.ts';
import { CONF_KEYS, confKey } from './keys.ts';
import { NOT_KEYS } from './notKeys.ts';
import { answerTo, busyMinute, FILES, halfAnHour, OPEN, storyOf } from './probes.test-data.ts';

interface KeyProbe {
  readonly scenario: (config: string) => Scenario;
  /** Where the line of the key goes. */
  readonly config: (line: string) => string;
  /** Values other than the default; each must make another story. */
  readonly others: readonly string[];
}

const below = (line: string): string => `${OPEN}${line}\n`;
const inTheMinute = (...others: string[]): KeyProbe => ({ scenario: busyMinute, config: below, others });
const inHalfAnHour = (before: string, ...others: string[]): KeyProbe => ({
  scenario: halfAnHour,
  config: (line) => `${OPEN}sys_interval 0\npersistence true\n${before}${line}\n`,
  others,
});

const PROBES: Readonly<Record<string, KeyProbe>> = {
  listener: { scenario: busyMinute, config: (line) => `allow_anonymous true\n${line}\n`, others: ['1883', '1884'] },
  allow_anonymous: { scenario: busyMinute, config: (line) => `listener 1883\n${line}\n`, others: ['true'] },
  password_file: { scenario: busyMinute, config: (line) => `listener 1883\n${line}\n`, others: ['passwords'] },
  acl_file: inTheMinute('acl'),
  max_connections: inTheMinute('2'),
  allow_zero_length_clientid: inTheMinute('false'),
  auto_id_prefix: inTheMinute('lab-'),
  clientid_prefixes: inTheMinute('t'),
  use_username_as_clientid: inTheMinute('true'),
  per_listener_settings: {
    scenario: busyMinute,
    config: (line) => `${line}\nlistener 1883\nlistener 1884\nallow_anonymous true\n`,
    others: ['true'],
  },
  max_keepalive: inTheMinute('65535', '60'),
  max_queued_messages: inTheMinute('999', '1001', '0', '1', '2'),
  max_queued_bytes: inTheMinute('100', '1'),
  max_inflight_messages: inTheMinute('19', '21', '0', '1'),
  max_inflight_bytes: inTheMinute('10'),
  queue_qos0_messages: inTheMinute('true'),
  upgrade_outgoing_qos: inTheMinute('true'),
  max_qos: inTheMinute('0', '1'),
  max_packet_size: inTheMinute('60'),
  message_size_limit: inTheMinute('5'),
  retain_available: inTheMinute('false'),
  persistence: inTheMinute('true'),
  autosave_interval: inHalfAnHour('', '1750', '1850', '0'),
  autosave_on_changes: inHalfAnHour('autosave_interval 5\n', 'true'),
  log_type: inTheMinute('none', 'all'),
  connection_messages: inTheMinute('false'),
  sys_interval: inTheMinute('9', '11', '0', '1'),
};

/** Told of by other means below, or without any effect here. */
const WITHOUT_PROBE = ['persistent_client_expiration', 'persistence_file', 'persistence_location', 'set_tcp_nodelay'];

const line = ({ name }: ConfKey, value: string): string => `${name} ${value}`;

it('each key is there once, and has its proof', () => {
  const names = CONF_KEYS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect([...Object.keys(PROBES), ...WITHOUT_PROBE].sort()).toEqual([...names].sort());
});

describe.each(CONF_KEYS.filter(({ name }) => name in PROBES).map((key) => [key.name, key] as const))('%s', (name, key) => {
  const { scenario, config, others } = PROBES[name] ?? inTheMinute();
  const without = storyOf(scenario(config('')));

  it('is as if it were not there, at the value that is named as its default', async () => {
    if (key.standardValue !== null) expect((await storyOf(scenario(config(line(key, key.standardValue))))) === (await without)).toBe(true);
  });

  it('changes what happens, at another value', async () => {
    for (const other of others)
      expect([other, (await storyOf(scenario(config(line(key, other))))) === (await without)]).toEqual([other, false]);
  });
});

describe('an example', () => {
  it.each(CONF_KEYS.map((key) => [key.example, key] as const))('%s is taken', async (example, { name }) => {
    expect(example.split(' ')[0]).toBe(name);
    const config = name === 'per_listener_settings' ? `${example}\n${OPEN}` : name === 'listener' ? example : below(example);
    expect(await answerTo(config)).toMatchObject({ ok: true });
  });
});

const mistakes = CONF_KEYS.flatMap(({ mistakes: own }) => own.map((mistake) => [mistake.line, mistake] as const));
const only = (outcome: ConfMistake['outcome']) => mistakes.filter(([, mistake]) => mistake.outcome === outcome);

describe('a mistake that is refused', () => {
  it.each(only('refused'))('%s, at its line', async (wrong) => {
    expect(await answerTo(below(wrong))).toMatchObject({ ok: false, by: 'broker', line: 3 });
  });
});

describe('a mistake that is taken', () => {
  it.each(only('silent').filter(([, { line: wrong }]) => !wrong.startsWith('persistent_client')))(
    '%s means what is told',
    async (wrong, { means }) => {
      expect(await answerTo(below(wrong))).toMatchObject({ ok: true });
      const [name = ''] = wrong.split(' ');
      const { scenario, config } = PROBES[name] ?? inTheMinute();
      expect(means).toBeDefined();
      expect((await storyOf(scenario(config(wrong)))) === (await storyOf(scenario(config(means ?? ''))))).toBe(true);
    },
  );
});

describe('a word that is no key', () => {
  it.each(NOT_KEYS.map((word) => [word.name, word] as const))('%s is refused, and the key that is named is one', async (name, { use }) => {
    expect(await answerTo(below(`${name} 1`))).toMatchObject({
      ok: false,
      line: 3,
      message: `Error: Unknown configuration variable "${name}".`,
    });
    if (use !== null) expect(confKey(use)).not.toBeNull();
  });
});

describe('how long a session without its client is kept', () => {
  const HOUR_MS = 3_600_000;
  const DAY_MS = 24 * HOUR_MS;
  const CONNECT = encode({ type: 'CONNECT', clientId: 'roamer', cleanStart: false, keepAliveSeconds: 0 }, '3.1.1');

  async function keptAfter(config: string, awayMs: number): Promise<boolean> {
    const module = await loadMosquitto();
    const broker = startMosquitto({ startBroker: (options) => startBroker({ ...options, module }), config, seed: 1 });
    try {
      const connection = broker.connect('192.0.2.7');
      connection?.send(CONNECT);
      connection?.close();
      for (const ms of [1_000, awayMs - 5_000, awayMs]) {
        broker.advanceTo(fromMilliseconds(ms));
        broker.tick();
      }
      return broker.sessions().length === 1;
    } finally {
      broker.stop();
    }
  }

  it.each([
    ['persistent_client_expiration 1h', HOUR_MS],
    ['persistent_client_expiration 60d', 60 * DAY_MS],
    ['persistent_client_expiration 2m', 60 * DAY_MS],
    ['persistent_client_expiration 1y', 365 * DAY_MS],
  ])('%s', async (setting, ms) => {
    expect(await keptAfter(below(setting), ms - 60_000)).toBe(true);
    expect(await keptAfter(below(setting), ms + 60_000)).toBe(false);
  });

  it('for ever, where nothing is said', async () => {
    expect(await keptAfter(OPEN, 1_000 * DAY_MS)).toBe(true);
  });
});

describe('the file of the broker’s memory', () => {
  async function written(config: string): Promise<string[]> {
    const broker = startBroker({ module: await loadMosquitto(), config, files: FILES, clock: () => 0, random: (bytes) => bytes });
    return Object.keys(broker.stop()).filter((path) => !(path in FILES) && path !== 'mosquitto.conf');
  }

  it.each([
    ['', []],
    ['persistence_location /var/lib/mosquitto/', []],
    ['persistence true', ['mosquitto.db']],
    ['persistence true\npersistence_file mosquitto.db', ['mosquitto.db']],
    ['persistence true\npersistence_file other.db', ['other.db']],
    ['persistence true\npersistence_location /var/lib/mosquitto/', ['/var/lib/mosquitto/mosquitto.db']],
  ])('%j writes %j', async (lines, files) => {
    expect(await written(below(lines))).toEqual(files);
  });
});

it('set_tcp_nodelay changes nothing here', async () => {
  const stories = await Promise.all(['', 'set_tcp_nodelay false', 'set_tcp_nodelay true'].map((own) => storyOf(busyMinute(below(own)))));
  expect(new Set(stories).size).toBe(1);
});
