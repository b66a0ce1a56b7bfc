// What the broker answers to each kind of CONNECT. [v3.1.1 3.1, 3.2; v5.0 3.1, 3.2]

import { describe, expect, it } from 'vitest';
import { Bench, type Client, OPEN } from './bench.js';

const code = (client: Client) => {
  const connack = client.of('connack').at(-1);
  return connack?.reasonCode ?? connack?.returnCode;
};

async function connectTo(config: string, version: 3 | 4 | 5, clientId: string, more: Parameters<Client['connect']>[1] = {}, files = {}) {
  const bench = await Bench.start(config, { files });
  const client = bench.client({ protocolVersion: version });
  client.connect(clientId, more);
  return client;
}

/** The bytes of a CONNECT that mqtt-packet would refuse to make. */
function rawConnect(protocol: string, level: number, flags: number, clientId: string, ...rest: number[]): number[] {
  const properties = level === 5 ? [0] : [];
  const body = [0, protocol.length, ...Buffer.from(protocol), level, flags, 0, 60, ...properties, 0, clientId.length];
  body.push(...Buffer.from(clientId), ...rest);
  return [0x10, body.length, ...body];
}

async function answerTo(bytes: readonly number[], version: 3 | 4 | 5 = 4) {
  const client = (await Bench.start()).client({ protocolVersion: version });
  client.bytes(...bytes);
  return client;
}

describe('a client id', () => {
  it('may be empty with a clean session', async () => {
    expect(code(await connectTo(OPEN, 4, '', { clean: true }))).toBe(0);
  });

  it('may not be empty without one [v3.1.1 MQTT-3.1.3-8]', async () => {
    const client = await answerTo(rawConnect('MQTT', 4, 0, ''));
    expect(code(client)).toBe(2);
    expect(client.closed).toBe(true);
  });

  it('is assigned where a 5.0 client gives none, clean start or not', async () => {
    for (const flags of [2, 0]) {
      const connack = (await answerTo(rawConnect('MQTT', 5, flags, ''), 5)).of('connack')[0];
      expect(connack?.reasonCode).toBe(0);
      expect(connack?.properties?.assignedClientIdentifier).toMatch(/^auto-[0-9A-F-]{36}$/);
    }
  });

  it('takes the prefix that auto_id_prefix names', async () => {
    const connack = (await connectTo(`${OPEN}auto_id_prefix lab-\n`, 5, '')).of('connack')[0];
    expect(connack?.properties?.assignedClientIdentifier).toMatch(/^lab-/);
  });

  it('must not be empty in MQTT 3.1', async () => {
    expect(code(await answerTo(rawConnect('MQIsdp', 3, 2, ''), 3))).toBe(2);
  });

  it('must not be empty with allow_zero_length_clientid false', async () => {
    const config = `${OPEN}allow_zero_length_clientid false\n`;
    expect(code(await connectTo(config, 4, ''))).toBe(2);
    expect(code(await connectTo(config, 5, ''))).toBe(0x80);
  });

  it('may be longer than the 23 bytes that every server must take', async () => {
    expect(code(await connectTo(OPEN, 4, 'x'.repeat(65_535)))).toBe(0);
  });

  it('must begin with one of clientid_prefixes', async () => {
    const config = `${OPEN}clientid_prefixes good-\n`;
    expect(code(await connectTo(config, 4, 'good-1'))).toBe(0);
    expect(code(await connectTo(config, 4, 'bad-1'))).toBe(5);
    expect(code(await connectTo(config, 5, 'bad-1'))).toBe(0x87);
  });

  it('that is not UTF-8 ends the connection without CONNACK', async () => {
    const client = await answerTo(rawConnect('MQTT', 4, 2, '').with(-1, 2).concat(0xc3, 0x28).with(1, 14));
    expect(client.closed).toBe(true);
    expect(client.packets).toEqual([]);
  });
});

describe('keep alive', () => {
  const config = `${OPEN}max_keepalive 60\n`;

  it('above max_keepalive is refused to 3.1.1, which cannot be told another', async () => {
    for (const keepalive of [120, 0]) expect(code(await connectTo(config, 4, 'a', { keepalive }))).toBe(2);
    expect(code(await connectTo(config, 4, 'a', { keepalive: 60 }))).toBe(0);
  });

  it('above max_keepalive is lowered for 5.0', async () => {
    for (const keepalive of [120, 0]) {
      const connack = (await connectTo(config, 5, 'a', { keepalive })).of('connack')[0];
      expect(connack?.properties?.serverKeepAlive).toBe(60);
    }
  });
});

describe('credentials', () => {
  const config = 'listener 1883\nallow_anonymous false\npassword_file users\n';
  const files = { users: 'anna:secret\n' };

  it.each([
    ['right', { username: 'anna', password: Buffer.from('secret') }, 0, 0],
    ['with a wrong password', { username: 'anna', password: Buffer.from('guess') }, 5, 0x87],
    ['of an unknown user', { username: 'bert', password: Buffer.from('secret') }, 5, 0x87],
    ['missing', {}, 5, 0x87],
  ])('%s', async (_what, more, returnCode, reasonCode) => {
    expect(code(await connectTo(config, 4, 'a', more, files))).toBe(returnCode);
    expect(code(await connectTo(config, 5, 'a', more, files))).toBe(reasonCode);
  });

  it('may be a password alone in 5.0 only [v3.1.1 MQTT-3.1.2-22]', async () => {
    const older = await answerTo(rawConnect('MQTT', 4, 0x42, 'a', 0, 1, 0x62));
    expect(older.closed).toBe(true);
    expect(code(await answerTo(rawConnect('MQTT', 5, 0x42, 'a', 0, 1, 0x62), 5))).toBe(0);
  });
});

describe('a CONNECT that breaks the rules', () => {
  it('of an unknown protocol level is answered 0x01 [v3.1.1 MQTT-3.1.2-2]', async () => {
    for (const level of [6, 0, 3]) {
      const client = await answerTo(rawConnect('MQTT', level, 2, 'a'));
      expect(code(client)).toBe(1);
      expect(client.closed).toBe(true);
    }
  });

  it.each([
    ['another protocol name', rawConnect('MQTX', 4, 2, 'a')],
    ['the reserved flag', rawConnect('MQTT', 4, 3, 'a')],
    ['will QoS 3', rawConnect('MQTT', 4, 2 | 4 | 0x18, 'a', 0, 1, 0x74, 0, 1, 0x6d)],
    ['a wildcard in the will topic', rawConnect('MQTT', 4, 2 | 4, 'a', 0, 1, 0x23, 0, 1, 0x6d)],
    ['PUBLISH as the first packet', [0x30, 4, 0, 1, 0x61, 0x62]],
  ])('with %s is closed without an answer', async (_what, bytes) => {
    const client = await answerTo(bytes);
    expect(client.closed).toBe(true);
    expect(client.packets).toEqual([]);
  });

  it('sent twice ends the connection [v3.1.1 MQTT-3.1.0-2]', async () => {
    const client = (await Bench.start()).client();
    client.connect('a');
    client.connect('a');
    expect(client.closed).toBe(true);
    expect(client.of('connack')).toHaveLength(1);
  });

  it('larger than max_packet_size is closed without an answer', async () => {
    const client = await connectTo(`${OPEN}max_packet_size 40\n`, 4, 'x'.repeat(50));
    expect(client.closed).toBe(true);
    expect(client.packets).toEqual([]);
  });
});

describe('a will that the broker does not allow', () => {
  it('retained, with retain_available false', async () => {
    const config = `${OPEN}retain_available false\n`;
    const will = { topic: 'w', payload: Buffer.from('gone'), retain: true, qos: 0 as const };
    expect((await connectTo(config, 4, 'a', { will })).packets).toEqual([]);
    expect(code(await connectTo(config, 5, 'a', { will }))).toBe(0x9a);
  });

  it('of a QoS above max_qos', async () => {
    const config = 'listener 1883\nmax_qos 1\nallow_anonymous true\n';
    const will = { topic: 'w', payload: Buffer.from('gone'), retain: false, qos: 2 as const };
    expect((await connectTo(config, 4, 'a', { will })).packets).toEqual([]);
    expect(code(await connectTo(config, 5, 'a', { will }))).toBe(0x9b);
    const allowed = (await connectTo(config, 5, 'a')).of('connack')[0];
    expect(allowed?.properties?.maximumQoS).toBe(1);
  });
});

it('CONNACK of 5.0 tells Mosquitto 2.0’s limits', async () => {
  const connack = (await connectTo(OPEN, 5, 'a')).of('connack')[0];
  expect(connack?.properties).toEqual({ topicAliasMaximum: 10, receiveMaximum: 20 });
});
