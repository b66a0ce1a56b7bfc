// Start, stop, kill, save, reload; several brokers beside each other; and the memory of those that are gone.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBroker, loadMosquitto, MOSQUITTO_VERSION } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { Bench, OPEN } from './bench.js';

const PERSISTENT = `${OPEN}persistence true\n`;

/** Leaves a session with two subscriptions and three messages, and a retained message. */
async function lived(config = PERSISTENT) {
  const bench = await Bench.start(config);
  const sleeper = bench.client();
  sleeper.connect('sleeper', { clean: false });
  sleeper.subscribe('t/#', 1);
  sleeper.subscribe('u', 2);
  const taken = bench.client();
  taken.connect('newcomer', { clean: true });
  sleeper.connection.close();
  const publisher = bench.client();
  publisher.connect('publisher');
  for (const payload of ['a', 'b', 'c']) publisher.publish('t/x', payload, 1);
  publisher.publish('r', 'kept', 1, { retain: true });
  return bench;
}

async function reopened(files: Record<string, Uint8Array>) {
  const bench = await Bench.start(PERSISTENT, { files });
  const sleeper = bench.client();
  const connack = sleeper.connect('sleeper', { clean: false });
  sleeper.subscribe('r');
  return { bench, sleeper, present: connack?.sessionPresent };
}

describe('stop', () => {
  it('writes the persistence file, from which a new broker has sessions, queues and retained messages', async () => {
    const files = (await lived()).broker.stop();
    expect(Object.keys(files).sort()).toEqual(['mosquitto.conf', 'mosquitto.db']);
    const { bench, sleeper, present } = await reopened(files);
    expect(present).toBe(true);
    expect(sleeper.payloads).toEqual(['a', 'b', 'c', 'kept']);
    expect(bench.session('sleeper')?.subscriptions.map(({ topicFilter, qos }) => [topicFilter, qos])).toEqual([
      ['t/#', 1],
      ['u', 2],
      ['r', 0],
    ]);
    expect(bench.session('newcomer')).toBeUndefined();
  });

  it('keeps what was in flight, which then comes again with DUP', async () => {
    const bench = await Bench.start(PERSISTENT);
    const lazy = bench.client({ acknowledge: false });
    lazy.connect('sleeper', { clean: false });
    lazy.subscribe('t', 2);
    const publisher = bench.client();
    publisher.connect('p');
    publisher.publish('t', 'twice', 2);
    expect(lazy.payloads).toEqual(['twice']);
    const { sleeper } = await reopened(bench.broker.stop());
    expect(sleeper.of('publish').map(({ payload, dup, qos }) => [String(payload), dup, qos])).toEqual([['twice', true, 2]]);
  });

  it('does not keep a 5.0 session that was opened with clean start 1, whatever its expiry', async () => {
    const bench = await Bench.start(PERSISTENT);
    for (const clean of [true, false]) {
      const client = bench.client({ protocolVersion: 5 });
      client.connect(`clean-${clean}`, { clean, properties: { sessionExpiryInterval: 10_000 } });
      client.subscribe('t', 1);
      client.connection.close();
    }
    const next = await Bench.start(PERSISTENT, { files: bench.broker.stop() });
    expect(next.broker.sessions().map(({ clientId }) => clientId)).toEqual(['clean-false']);
  });

  it('closes every connection and publishes wills before', async () => {
    const bench = await Bench.start();
    const watcher = bench.client();
    watcher.connect('w');
    watcher.subscribe('will');
    const other = bench.client({ protocolVersion: 5 });
    other.connect('o', { will: { topic: 'will', payload: Buffer.from('stopping'), qos: 0, retain: false } });
    bench.broker.stop();
    expect(watcher.payloads).toEqual(['stopping']);
    expect([watcher.closed, other.closed]).toEqual([true, true]);
    expect(bench.logTexts.at(-1)).toBe('mosquitto version 2.0.21 terminating');
  });

  it('writes nothing without persistence', async () => {
    const files = (await lived(OPEN)).broker.stop();
    expect(Object.keys(files)).toEqual(['mosquitto.conf']);
  });

  it('puts the file where persistence_location and persistence_file say, making the folder', async () => {
    const files = (await lived(`${PERSISTENT}persistence_location /var/lib/broker\npersistence_file state.db\n`)).broker.stop();
    expect(Object.keys(files).sort()).toEqual(['/var/lib/broker/state.db', 'mosquitto.conf']);
  });

  it('may be called by a handler', async () => {
    const bench = await lived();
    const client = bench.client();
    let files: Record<string, Uint8Array> = {};
    client.connection.onData = () => {
      files = bench.broker.stop();
    };
    client.connect('last');
    expect(client.closed).toBe(true);
    expect(files['mosquitto.db']?.length).toBeGreaterThan(100);
  });

  it('leaves nothing to call', async () => {
    const { broker } = await Bench.start();
    const connection = broker.connect();
    broker.stop();
    const stopped = expect.objectContaining({ name: 'BrokerError', code: 'stopped' });
    for (const call of [
      () => broker.tick(),
      () => broker.connect(),
      () => broker.sessions(),
      () => broker.metrics(),
      () => broker.files(),
      () => broker.save(),
      () => broker.reload(),
      () => broker.writeFile('a', 'b'),
      () => broker.stop(),
      () => broker.kill(),
    ]) {
      expect(call).toThrow(stopped);
    }
    expect(() => connection.send(Uint8Array.of(1))).not.toThrow();
    expect(() => connection.close()).not.toThrow();
  });
});

describe('kill', () => {
  it('writes nothing and closes every connection', async () => {
    const bench = await lived();
    const client = bench.client();
    client.connect('c');
    const lines = bench.log.length;
    const { present, sleeper } = await reopened(bench.broker.kill());
    expect(client.closed).toBe(true);
    expect(bench.log).toHaveLength(lines);
    expect(present).toBe(false);
    expect(sleeper.payloads).toEqual([]);
  });

  it('keeps what was saved before', async () => {
    const bench = await lived();
    bench.broker.save();
    expect((await reopened(bench.broker.kill())).sleeper.payloads).toEqual(['a', 'b', 'c', 'kept']);
  });
});

describe('autosave', () => {
  const saves = (bench: Bench) => bench.logTexts.filter((text) => text.startsWith('Saving in-memory database')).length;

  it('happens each autosave_interval seconds', async () => {
    const bench = await lived(`${PERSISTENT}autosave_interval 60\n`);
    bench.pass(60);
    expect(saves(bench)).toBe(0);
    bench.pass(1);
    expect(saves(bench)).toBe(1);
    bench.pass(600);
    expect(saves(bench)).toBe(10);
    expect((await reopened(bench.broker.kill())).present).toBe(true);
  });

  it('happens after so many changes with autosave_on_changes', async () => {
    const bench = await Bench.start(`${PERSISTENT}autosave_on_changes true\nautosave_interval 10\n`);
    const publisher = bench.client();
    publisher.connect('p');
    for (let index = 0; index < 9; index += 1) publisher.publish(`r/${index}`, 'x', 0, { retain: true });
    expect(saves(bench)).toBe(0);
    publisher.publish('r/9', 'x', 0, { retain: true });
    expect(saves(bench)).toBe(1);
  });

  it('never happens with autosave_interval 0', async () => {
    const bench = await lived(`${PERSISTENT}autosave_interval 0\n`);
    bench.pass(5000);
    expect(saves(bench)).toBe(0);
  });
});

describe('reload', () => {
  it('takes new passwords, and puts off who no longer has one', async () => {
    const config = 'listener 1883\nallow_anonymous false\npassword_file users\n';
    const bench = await Bench.start(config, { files: { users: 'anna:old\nbert:same\n' } });
    const login = (username: string, password: string) => {
      const client = bench.client();
      client.connect(username, { username, password: Buffer.from(password) });
      return client;
    };
    const anna = login('anna', 'old');
    const bert = login('bert', 'same');
    bench.broker.writeFile('users', 'anna:new\nbert:same\n');
    bench.broker.reload();
    expect(bench.logTexts).toContain('Reloading config.');
    expect([anna.closed, bert.closed]).toEqual([true, false]);
    expect(login('anna', 'old').of('connack')[0]?.returnCode).toBe(5);
    expect(login('anna', 'new').of('connack')[0]?.returnCode).toBe(0);
  });

  it('takes a new configuration', async () => {
    const bench = await Bench.start(OPEN);
    bench.broker.reload(`${OPEN}connection_messages false\n`);
    const lines = bench.log.length;
    bench.client().connect('quiet');
    expect(bench.log).toHaveLength(lines);
  });

  it('goes on with the old one where the new one is wrong', async () => {
    const bench = await Bench.start(OPEN);
    bench.broker.reload('no_such_key 1\n');
    expect(bench.logTexts).toContain('Error: Unknown configuration variable "no_such_key".');
    expect(bench.client().connect('still')?.returnCode).toBe(0);
  });
});

describe('several brokers', () => {
  it('do not touch each other', async () => {
    const benches = await Promise.all(['a', 'b', 'c'].map((name) => Bench.start(`${OPEN}max_queued_messages ${name.charCodeAt(0)}\n`)));
    for (const [index, bench] of benches.entries()) {
      for (let count = 0; count <= index; count += 1) bench.client().connect(`${count}`);
    }
    expect(benches.map(({ broker }) => broker.metrics().connections)).toEqual([1, 2, 3]);
    benches[1]?.broker.stop();
    expect(benches[2]?.client().connect('x')?.returnCode).toBe(0);
  });

  it('can be many, one after the other: the stopped ones give their memory back', async () => {
    const COUNT = 30;
    const gone = watchMemories();
    const held: unknown[] = [];
    for (let index = 0; index < COUNT; index += 1) {
      const bench = await Bench.start();
      const client = bench.client();
      client.connect('c');
      bench.broker.stop();
      // The broker object and its connections are held on purpose: stopping must be enough.
      held.push(bench, client);
    }
    for (let turn = 0; turn < 20 && gone.count() < COUNT - 1; turn += 1) {
      gone.collect();
      await new Promise(setImmediate);
    }
    gone.restore();
    expect(held).toHaveLength(2 * COUNT);
    // The last one may still be on the engine's stack.
    expect(gone.count()).toBeGreaterThanOrEqual(COUNT - 1);
  });
});

/** Counts the linear memories of new brokers that the engine has taken back. */
function watchMemories() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let count = 0;
  const registry = new FinalizationRegistry(() => {
    count += 1;
  });
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, given: [WebAssembly.Module, WebAssembly.Imports]) {
      const instance = new target(...given);
      registry.register(instance.exports.memory as WebAssembly.Memory, null);
      return instance;
    },
  });
  const restore = () => {
    WebAssembly.Instance = Instance;
  };
  return { count: () => count, collect, restore };
}

it('says its version', async () => {
  const { broker, logTexts } = await Bench.start();
  expect([MOSQUITTO_VERSION, broker.version]).toEqual(['2.0.21', '2.0.21']);
  expect(logTexts).toContain('mosquitto version 2.0.21 running');
});

it('needs no option at all', async () => {
  const broker = await createBroker();
  expect(broker.listeners).toEqual([
    { port: 1883, protocol: 'mqtt', bindAddress: '127.0.0.1' },
    { port: 1883, protocol: 'mqtt', bindAddress: '::1' },
  ]);
  broker.connect({ address: '::1' });
  expect(broker.metrics().connections).toBe(1);
  expect(await loadMosquitto()).toBe(await loadMosquitto());
});
