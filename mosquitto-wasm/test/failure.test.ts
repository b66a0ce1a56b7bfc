// What goes wrong: configurations that Mosquitto refuses, brokers that cannot start, and an instance that is lost.

import { type BrokerError, createBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { Bench, OPEN } from './bench.js';

async function failure(promise: Promise<unknown>): Promise<BrokerError> {
  try {
    await promise;
  } catch (error) {
    return error as BrokerError;
  }
  throw new Error('it should have failed');
}

describe('options out of range', () => {
  it.each([[0], [1000], [2 ** 33], [Number.NaN]])('memoryLimitBytes %s', async (memoryLimitBytes) => {
    await expect(createBroker({ memoryLimitBytes })).rejects.toThrow(RangeError);
  });

  it('files without a name', async () => {
    for (const name of ['', '/', '.', 'a/..']) await expect(createBroker({ files: { [name]: 'x' } })).rejects.toThrow(TypeError);
    await expect(createBroker({ files: { a: 'x', 'a/b': 'y' } })).rejects.toThrow(TypeError);
  });

  it('code of something else', async () => {
    const module = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    await expect(createBroker({ module })).rejects.toMatchObject({ code: 'load', message: expect.stringContaining('something else') });
  });
});

describe('a configuration that is refused', () => {
  it.each([
    [
      'an unknown key',
      'listener 1883\nmax_queued_messages_per_client 100\n',
      2,
      'Error: Unknown configuration variable "max_queued_messages_per_client".',
    ],
    [
      'a key of MQTT 5, not of Mosquitto',
      '\n\nsession_expiry_interval 10\n',
      3,
      'Error: Unknown configuration variable "session_expiry_interval".',
    ],
    ['a wrong boolean', 'persistence maybe\n', 1, 'Error: Invalid persistence value (maybe).'],
    ['a missing value', 'listener\n', 1, 'Error: Empty listener value in configuration.'],
    ['a port out of range', 'listener 70000\n', 1, 'Error: Invalid port value (70000).'],
    [
      'a wrong unit of time',
      'persistent_client_expiration 5s\n',
      1,
      'Error: Invalid persistent_client_expiration duration in configuration.',
    ],
    ['a protocol that does not exist', 'listener 1883\nprotocol coap\n', 2, 'Error: Invalid protocol value (coap).'],
    [
      'a network interface, of which there is none',
      'listener 1883\nbind_interface eth0\n',
      2,
      'Error: bind_interface specified but socket option not available.',
    ],
  ])('%s is named with its line', async (_what, config, line, text) => {
    const error = await failure(createBroker({ config }));
    expect(error).toMatchObject({ name: 'BrokerError', code: 'config', line });
    expect(error.message.split('\n')).toEqual([text, `Error found at mosquitto.conf:${line}.`]);
  });

  it('in an included file is named by its line there', async () => {
    const files = { 'conf.d/b.conf': '# fine\n\nwrong 1\n', 'conf.d/a.conf': 'max_keepalive 10\n', 'conf.d/c.txt': 'not read\n' };
    const error = await failure(createBroker({ config: 'sys_interval 1\ninclude_dir conf.d\n', files }));
    expect(error).toMatchObject({ code: 'config', line: 3 });
    expect(error.message).toContain('Error found at conf.d/b.conf:3.');
    expect(error.message).toContain('Error found at mosquitto.conf:2.');
  });

  it('by its name', async () => {
    const error = await failure(createBroker({ config: 'x', configPath: '/etc/lab.conf' }));
    expect(error.message).toContain('Error found at /etc/lab.conf:1.');
  });

  it('has no line where Mosquitto names none', async () => {
    expect(await failure(createBroker({ arguments: ['-p', 'x'] }))).toMatchObject({ code: 'config', line: undefined });
    expect((await failure(createBroker({ arguments: ['--nonsense'] }))).message).toContain("Error: Unknown option '--nonsense'.");
  });

  it('was logged, too', async () => {
    const texts: string[] = [];
    await failure(createBroker({ config: 'x', onLog: ({ text }) => texts.push(text) }));
    expect(texts[0]).toBe('Error: Unknown configuration variable "x".');
  });
});

describe('a broker that cannot start', () => {
  it('for want of its password file says so', async () => {
    const error = await failure(createBroker({ config: `${OPEN}password_file none\n` }));
    expect(error).toMatchObject({ code: 'start', line: undefined });
    expect(error.message).toContain('Error: Unable to open pwfile "none".');
  });

  it('because two listeners want the same port', async () => {
    const error = await failure(createBroker({ config: 'listener 1883\nlistener 1883\n' }));
    expect(error).toMatchObject({ code: 'start' });
    expect(error.message).toMatch(/Error: Address (already )?in use/);
  });

  it('with a plugin, which cannot be loaded', async () => {
    const error = await failure(createBroker({ config: 'listener 1883\nplugin /usr/lib/auth.so\n' }));
    expect(error).toMatchObject({ code: 'start' });
    expect(error.message).toContain('Error: Unable to load auth plugin "/usr/lib/auth.so".');
  });

  it('in the background, of which there is none', async () => {
    const error = await failure(createBroker({ arguments: ['-d'] }));
    expect(error.code).toBe('start');
    expect(error.message).toContain('Error in fork: Function not implemented');
  });

  it('with a persistence file that is none', async () => {
    const error = await failure(createBroker({ config: 'persistence true\n', files: { 'mosquitto.db': 'nonsense' } }));
    expect(error).toMatchObject({ code: 'start' });
    expect(error.message).toContain("Error: Couldn't open database.");
  });
});

describe('an instance that is lost', () => {
  /** A broker that runs out of memory on its next large retained message. */
  async function doomed() {
    const bench = await Bench.start(`${OPEN}max_queued_messages 0\n`, { memoryLimitBytes: 3 * 2 ** 20 });
    const publisher = bench.client();
    publisher.connect('p');
    const fill = () => {
      for (let index = 0; index < 10_000; index += 1) publisher.publish(`r/${index}`, 'x'.repeat(1000), 0, { retain: true });
    };
    return { bench, publisher, fill };
  }

  it('says why, closes its connections, and harms no other broker', async () => {
    const other = await Bench.start();
    const { bench, publisher, fill } = await doomed();
    const watcher = bench.client();
    watcher.connect('w');
    expect(fill).toThrow(expect.objectContaining({ name: 'BrokerError', code: 'trap', message: expect.stringContaining('out of memory') }));
    expect([publisher.closed, watcher.closed]).toEqual([true, true]);
    expect(publisher.connection.open).toBe(false);
    expect(() => bench.broker.tick()).toThrow(expect.objectContaining({ code: 'trap' }));
    expect(() => bench.broker.connect()).toThrow(expect.objectContaining({ code: 'trap' }));
    publisher.publish('t', 'ignored');
    expect(other.client().connect('fine')?.returnCode).toBe(0);
    expect((await Bench.start()).client().connect('fine')?.returnCode).toBe(0);
  });

  it('keeps to its limit until then', async () => {
    const { bench, publisher } = await doomed();
    const seen: number[] = [];
    const grow = () => {
      for (let index = 0; index < 10_000; index += 1) {
        publisher.publish(`r/${index}`, 'x'.repeat(1000), 0, { retain: true });
        seen.push(bench.broker.metrics().memoryBytes);
      }
    };
    expect(grow).toThrow('out of memory');
    expect(seen.length).toBeGreaterThan(500);
    expect(Math.max(...seen)).toBe(3 * 2 ** 20);
  });

  it('is not needed for one message that is too large: that client is put off, as on any system short of memory', async () => {
    const { bench, publisher } = await doomed();
    publisher.bytes(0x30, 0xff, 0xff, 0xff, 0x7f);
    expect(publisher.closed).toBe(true);
    expect(bench.logTexts).toContain('Client p disconnected due to out of memory.');
    expect(bench.client().connect('next')?.returnCode).toBe(0);
  });

  it('because the clock fails is told with that cause', async () => {
    let broken = false;
    const broker = await createBroker({ clock: () => (broken ? Number.NaN : 0) });
    broken = true;
    expect(() => broker.tick()).toThrow('The clock gave NaN.');
  });
});
