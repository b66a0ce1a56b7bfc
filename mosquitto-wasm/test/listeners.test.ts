// Listeners: which there are, and the settings each has for itself. [mosquitto.conf(5)]

import { describe, expect, it } from 'vitest';
import { Bench } from './bench.js';

describe('listeners', () => {
  it('are told with port, protocol and bind address', async () => {
    const { broker } = await Bench.start(
      'listener 1883\nlistener 9001\nprotocol websockets\nlistener 1884 127.0.0.1\nlistener 1884 ::1\nprotocol mqtt\n',
    );
    expect(broker.listeners).toEqual([
      { port: 1883, protocol: 'mqtt', bindAddress: null },
      { port: 9001, protocol: 'websockets', bindAddress: null },
      { port: 1884, protocol: 'mqtt', bindAddress: '127.0.0.1' },
      { port: 1884, protocol: 'mqtt', bindAddress: '::1' },
    ]);
  });

  it('of websockets take the bytes inside the frames', async () => {
    const bench = await Bench.start('listener 9001\nprotocol websockets\nallow_anonymous true\n');
    const client = bench.client({ port: 9001 });
    expect(client.connect('page')?.returnCode).toBe(0);
    expect(bench.logTexts).toContain('New connection from 127.0.0.1:49152 on port 9001.');
  });

  it('are opened for the families of their address', async () => {
    const { logTexts } = await Bench.start('listener 1883\nlistener 1884 127.0.0.1\nlistener 1885\nsocket_domain ipv6\n');
    expect(logTexts.filter((text) => text.startsWith('Opening'))).toEqual([
      'Opening ipv4 listen socket on port 1883.',
      'Opening ipv6 listen socket on port 1883.',
      'Opening ipv4 listen socket on port 1884.',
      'Opening ipv6 listen socket on port 1885.',
    ]);
  });

  it('come from port and bind_address, the old keys, too', async () => {
    const bench = await Bench.start('port 1999\nbind_address 127.0.0.1\nallow_anonymous true\n');
    expect(bench.broker.listeners).toEqual([{ port: 1999, protocol: 'mqtt', bindAddress: '127.0.0.1' }]);
    expect(bench.client({ port: 1999 }).connect('a')?.returnCode).toBe(0);
  });

  it('come from the command line where the configuration has none', async () => {
    const { broker } = await Bench.start('sys_interval 0\n', { arguments: ['-p', '2000', '-p', '2001'] });
    expect(broker.listeners.map(({ port }) => port)).toEqual([2000, 2000, 2001, 2001]);
  });

  it('each have max_connections: one more is closed without a byte', async () => {
    const bench = await Bench.start('listener 1883\nmax_connections 2\nlistener 1884\nallow_anonymous true\n');
    const first = bench.client({ port: 1883 });
    first.connect('k0');
    bench.client({ port: 1883 }).connect('k1');
    for (const id of ['k2', 'k0']) {
      const refused = bench.client({ port: 1883 });
      expect(refused.closed).toBe(true);
      expect(refused.connect(id)).toBeUndefined();
      expect(refused.packets).toEqual([]);
    }
    expect(bench.logTexts.filter((text) => text.endsWith('denied: max_connections exceeded.'))).toHaveLength(2);
    first.send({ cmd: 'pingreq' });
    expect(first.of('pingresp')).toHaveLength(1);
    expect(bench.client({ port: 1884 }).connect('elsewhere')?.returnCode).toBe(0);
    first.connection.close();
    expect(bench.client({ port: 1883 }).connect('k2')?.returnCode).toBe(0);
  });

  it('each have a mount_point, which their clients do not see', async () => {
    const bench = await Bench.start('listener 1883\nallow_anonymous true\nlistener 1884\nmount_point room/\n');
    const whole = bench.client({ port: 1883 });
    whole.connect('whole');
    whole.subscribe('#');
    const inside = bench.client({ port: 1884 });
    inside.connect('inside');
    inside.subscribe('#');
    inside.publish('lamp', 'on');
    whole.publish('elsewhere', 'x');
    expect(whole.of('publish').map(({ topic }) => topic)).toEqual(['room/lamp', 'elsewhere']);
    expect(inside.of('publish').map(({ topic }) => topic)).toEqual(['lamp']);
  });

  it('each have max_qos', async () => {
    const bench = await Bench.start('listener 1883\nmax_qos 1\nallow_anonymous true\n');
    const client = bench.client({ protocolVersion: 5 });
    expect(client.connect('a')?.properties?.maximumQoS).toBe(1);
    expect(client.subscribe('t', 2)).toBe(1);
    client.publish('t', 'x', 2);
    expect(client.of('disconnect').map(({ reasonCode }) => reasonCode)).toEqual([0x9b]);
  });

  it('each have max_topic_alias', async () => {
    const bench = await Bench.start('listener 1883\nmax_topic_alias 3\nallow_anonymous true\n');
    const client = bench.client({ protocolVersion: 5 });
    expect(client.connect('a')?.properties?.topicAliasMaximum).toBe(3);
    client.subscribe('long/topic');
    client.publish('long/topic', 'one', 0, { properties: { topicAlias: 3 } });
    client.publish('', 'two', 0, { properties: { topicAlias: 3 } });
    expect(client.payloads).toEqual(['one', 'two']);
    client.publish('long/topic', 'three', 0, { properties: { topicAlias: 4 } });
    expect(client.of('disconnect').map(({ reasonCode }) => reasonCode)).toEqual([0x94]);
  });

  it('may take the user name as client id', async () => {
    const bench = await Bench.start('listener 1883\nuse_username_as_clientid true\nallow_anonymous true\n');
    bench.client().connect('ignored', { username: 'anna', password: Buffer.from('x') });
    expect(bench.broker.sessions().map(({ clientId }) => clientId)).toEqual(['anna']);
  });
});
