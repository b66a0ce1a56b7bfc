// mosquitto.conf(5), key by key, as far as a broker without TLS, bridges, plugins and sockets goes. Queues, credentials,
// persistence and logging have files of their own.

import { describe, expect, it } from 'vitest';
import { Bench, type Client, OPEN } from './bench.js';

async function started(config: string, files: Record<string, string> = {}) {
  return Bench.start(config, { files });
}

const returnCode = (client: Client) => client.of('connack').at(-1)?.returnCode;

describe('who may come in', () => {
  it('is nobody without a name where a listener is given and nothing else is said', async () => {
    const bench = await started('listener 1883\n');
    const client = bench.client();
    client.connect('a');
    expect(returnCode(client)).toBe(5);
    expect(bench.logTexts).toContain('Client a disconnected, not authorised.');
  });

  it('is decided for each listener with per_listener_settings', async () => {
    const config = 'per_listener_settings true\nlistener 1883\nallow_anonymous true\nlistener 1884\npassword_file users\n';
    const bench = await started(config, { users: 'anna:secret\n' });
    const login = (port: number, more = {}) => {
      const client = bench.client({ port });
      client.connect('a', more);
      return returnCode(client);
    };
    expect(login(1883)).toBe(0);
    expect(login(1884)).toBe(5);
    expect(login(1884, { username: 'anna', password: Buffer.from('secret') })).toBe(0);
  });
});

describe('acl_file', () => {
  const config = 'listener 1883\nallow_anonymous true\npassword_file users\nacl_file acl\n';
  const acl = [
    'topic read cmd/#',
    'topic write tele/#',
    'user anna',
    'topic readwrite anna/#',
    'topic deny anna/private',
    'pattern readwrite own/%c/#',
    'pattern read user/%u',
  ].join('\n');
  const files = { users: 'anna:secret\n', acl };
  const anna = { username: 'anna', password: Buffer.from('secret') };

  it('is silent towards 3.1.1 and says 0x87 to 5.0; a subscription is granted all the same', async () => {
    const bench = await started(config, files);
    const older = bench.client();
    older.connect('older');
    older.publish('cmd/x', 'no', 1);
    expect(older.of('puback')).toHaveLength(1);
    const newer = bench.client({ protocolVersion: 5 });
    newer.connect('newer');
    newer.subscribe('#');
    newer.publish('cmd/x', 'no', 1);
    expect(newer.of('puback').map(({ reasonCode }) => reasonCode)).toEqual([0x87]);
    expect(newer.subscribe('secret/x', 1)).toBe(1);
    expect(newer.payloads).toEqual([]);
  });

  it('withholds what a subscriber may not read', async () => {
    const bench = await started(config, files);
    const reader = bench.client();
    reader.connect('reader');
    reader.subscribe('#');
    const writer = bench.client();
    writer.connect('writer');
    writer.publish('tele/x', 'withheld');
    expect(reader.payloads).toEqual([]);
  });

  it('knows users and patterns of client id and user name', async () => {
    const bench = await started(config, files);
    const client = bench.client();
    client.connect('c1', anna);
    client.subscribe('#');
    for (const topic of ['anna/a', 'anna/private', 'own/c1/x', 'own/c2/x', 'user/anna', 'cmd/x']) client.publish(topic, topic);
    expect(client.payloads).toEqual(['anna/a', 'own/c1/x']);
  });
});

describe('limits', () => {
  it('message_size_limit drops a larger payload', async () => {
    const bench = await started(`${OPEN}message_size_limit 10\n`);
    const client = bench.client();
    client.connect('a');
    client.subscribe('t');
    client.publish('t', '0123456789', 1);
    client.publish('t', '0123456789x', 1);
    expect(client.of('puback')).toHaveLength(2);
    expect(client.payloads).toEqual(['0123456789']);
  });

  it('max_packet_size ends who sends more, and is told to 5.0', async () => {
    const bench = await started(`${OPEN}max_packet_size 100\n`);
    const client = bench.client({ protocolVersion: 5 });
    expect(client.connect('a')?.properties?.maximumPacketSize).toBe(100);
    client.publish('t', 'x'.repeat(200));
    expect(client.of('disconnect').map(({ reasonCode }) => reasonCode)).toEqual([0x95]);
    expect(client.closed).toBe(true);
  });

  it('a client’s own maximum packet size is kept [v5.0 MQTT-3.1.2-24]', async () => {
    const bench = await started(OPEN);
    const client = bench.client({ protocolVersion: 5 });
    client.connect('a', { properties: { maximumPacketSize: 50 } });
    client.subscribe('t');
    client.publish('t', 'x'.repeat(100));
    client.publish('t', 'short');
    expect(client.payloads).toEqual(['short']);
  });

  it('a client’s receive maximum is its window', async () => {
    const bench = await started(OPEN);
    const client = bench.client({ protocolVersion: 5, acknowledge: false });
    client.connect('a', { properties: { receiveMaximum: 2 } });
    client.subscribe('t', 1);
    const publisher = bench.client();
    publisher.connect('p');
    for (const payload of ['1', '2', '3']) publisher.publish('t', payload, 1);
    expect(client.payloads).toEqual(['1', '2']);
  });

  it('max_inflight_bytes bounds what is in flight', async () => {
    const bench = await started(`${OPEN}max_inflight_bytes 250\n`);
    const client = bench.client({ acknowledge: false });
    client.connect('a');
    client.subscribe('t', 1);
    const publisher = bench.client();
    publisher.connect('p');
    for (let index = 0; index < 5; index += 1) publisher.publish('t', 'x'.repeat(100), 1);
    expect(client.payloads).toHaveLength(3);
  });

  it('memory_limit makes the broker refuse rather than take more', async () => {
    const bench = await started(`${OPEN}memory_limit 700000\nmax_queued_messages 0\n`);
    const publisher = bench.client();
    publisher.connect('p');
    for (let index = 0; index < 3000 && !publisher.closed; index += 1)
      publisher.publish(`r/${index}`, 'x'.repeat(500), 0, { retain: true });
    expect(publisher.closed).toBe(true);
    expect(bench.broker.metrics().heapMaximumBytes).toBeLessThanOrEqual(700_500);
  });
});

describe('retained messages', () => {
  it('are kept unless retain_available is false, which 5.0 is told', async () => {
    for (const [more, payloads] of [
      ['', ['kept']],
      ['retain_available false\n', []],
    ] as const) {
      const bench = await started(OPEN + more);
      bench.client().connect('x');
      const publisher = bench.client();
      publisher.connect('p');
      publisher.publish('r', 'kept', 0, { retain: true });
      const client = bench.client({ protocolVersion: 5 });
      expect(client.connect('a')?.properties?.retainAvailable).toBe(more === '' ? undefined : false);
      client.subscribe('r');
      expect(client.payloads).toEqual(payloads);
      expect(bench.broker.metrics().retainedMessages).toBe(payloads.length);
    }
  });

  it('go with their message expiry when retain_expiry_interval (minutes) looks', async () => {
    const bench = await started(`${OPEN}retain_expiry_interval 1\n`);
    const publisher = bench.client({ protocolVersion: 5 });
    publisher.connect('p');
    publisher.publish('r/a', 'x', 0, { retain: true, properties: { messageExpiryInterval: 5 } });
    bench.pass(130);
    expect(bench.broker.metrics().retainedMessages).toBe(0);
  });

  it('of a writer who may no longer write go with check_retain_source', async () => {
    const config = 'listener 1883\nallow_anonymous true\nacl_file acl\ncheck_retain_source true\n';
    const bench = await started(config, { acl: 'topic readwrite #\n' });
    const publisher = bench.client();
    publisher.connect('p', { clean: false });
    publisher.publish('r', 'x', 0, { retain: true });
    bench.broker.writeFile('acl', 'topic read #\n');
    bench.broker.reload();
    const reader = bench.client();
    reader.connect('a');
    reader.subscribe('r');
    expect(reader.payloads).toEqual([]);
  });
});

describe('$SYS', () => {
  const watch = async (config: string, seconds: number) => {
    const bench = await started(config);
    const client = bench.client();
    client.connect('watcher');
    client.subscribe('$SYS/broker/uptime');
    bench.pass(seconds);
    return client.payloads;
  };

  it('is published each sys_interval seconds', async () => {
    expect(await watch('listener 1883\nallow_anonymous true\nsys_interval 5\n', 30)).toEqual([
      '1 seconds',
      '7 seconds',
      '13 seconds',
      '19 seconds',
      '25 seconds',
    ]);
  });

  it('is not with sys_interval 0', async () => {
    expect(await watch(OPEN, 60)).toEqual([]);
  });

  it('agrees with metrics()', async () => {
    const bench = await started('listener 1883\nallow_anonymous true\nsys_interval 1\n');
    const client = bench.client();
    client.connect('watcher');
    client.subscribe('$SYS/#');
    bench.pass(5);
    const latest = new Map(client.of('publish').map(({ topic, payload }) => [topic, Number(String(payload))]));
    expect(latest.get('$SYS/broker/clients/connected')).toBe(bench.broker.metrics().connections);
    expect(latest.get('$SYS/broker/heap/current')).toBeGreaterThan(0);
    expect(latest.get('$SYS/broker/heap/maximum')).toBeLessThanOrEqual(bench.broker.metrics().heapMaximumBytes);
  });
});

describe('files and folders', () => {
  it('include_dir reads the .conf files of a folder in order', async () => {
    const files = { 'conf.d/20.conf': 'listener 2000\n', 'conf.d/10.conf': 'listener 1000\n', 'conf.d/readme.txt': 'wrong\n' };
    const { broker } = await started('include_dir conf.d\n', files);
    expect(broker.listeners.map(({ port }) => port)).toEqual([1000, 2000]);
  });

  it('include_dir may be absolute', async () => {
    const { broker } = await started('include_dir /etc/broker/conf.d\n', { '/etc/broker/conf.d/a.conf': 'listener 2001\n' });
    expect(broker.listeners.map(({ port }) => port)).toEqual([2001]);
  });

  it('pid_file is written and removed', async () => {
    const { broker } = await started('pid_file run/broker.pid\n');
    expect(Object.keys(broker.files())).toContain('run/broker.pid');
    expect(Object.keys(broker.stop())).not.toContain('run/broker.pid');
  });

  it('files() are copies', async () => {
    const { broker } = await started(OPEN, { note: 'a' });
    broker.files().note?.fill(0);
    expect(String.fromCharCode(...(broker.files().note ?? []))).toBe('a');
  });
});

describe('keys of what is not compiled in', () => {
  it.each([
    ['cafile ca.crt', 'Warning: TLS support not available.'],
    ['psk_file x', 'Warning: TLS/TLS-PSK support not available.'],
    ['connection bridge', 'Warning: Bridge support not available.'],
    ['bridge_cafile x', 'Warning: Bridge and/or TLS support not available.'],
    ['http_dir www', 'Warning: Websockets support not available.'],
    ['websockets_log_level 255', 'Warning: Websockets support not available.'],
  ])('%s is told in Mosquitto’s own words', async (line, text) => {
    const { logTexts } = await started(`${OPEN}${line}\n`);
    expect(logTexts).toContain(text);
  });
});
