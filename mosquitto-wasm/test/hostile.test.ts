// Bytes that no decent client sends: whatever comes, the broker stays, and serves the next client.

import { generate, type Packet } from 'mqtt-packet';
import { expect, it } from 'vitest';
import { Bench, OPEN } from './bench.js';

function chance(seed: number) {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const will = { topic: 'will', payload: Buffer.from('gone'), qos: 1 as const, retain: true, properties: { willDelayInterval: 1 } };

/** Packets of a busy client. */
function sensible(version: 4 | 5, below: (limit: number) => number): Packet[] {
  const messageId = 1 + below(30);
  const qos = below(3) as 0 | 1 | 2;
  const topic = ['a', 'a/b', '$SYS/x', 'a/+/c', '#', '', '$share/g/a', '/', 'a//b'][below(9)] ?? 'a';
  const properties = version === 5 ? { properties: { messageExpiryInterval: below(5), topicAlias: 1 + below(12), contentType: 'x' } } : {};
  return [
    { cmd: 'publish', topic: 'a/b', payload: 'x'.repeat(below(300)), qos, dup: false, retain: below(2) === 0, messageId, ...properties },
    { cmd: 'publish', topic: '', payload: 'x', qos: 0, dup: false, retain: false, ...properties },
    { cmd: 'subscribe', messageId, subscriptions: [{ topic, qos }] },
    { cmd: 'unsubscribe', messageId, unsubscriptions: [topic] },
    { cmd: 'puback', messageId },
    { cmd: 'pubrec', messageId },
    { cmd: 'pubrel', messageId },
    { cmd: 'pubcomp', messageId },
    { cmd: 'pingreq' },
    { cmd: 'disconnect' },
    { cmd: 'auth', reasonCode: 0x18, properties: { authenticationMethod: 'x', authenticationData: Buffer.from('y') } },
  ] as Packet[];
}

function tryGenerate(packet: Packet, protocolVersion: 4 | 5): Buffer {
  try {
    return generate(packet, { protocolVersion });
  } catch {
    // mqtt-packet will not make this one: any bytes will do.
    return Buffer.from([0x60, 2, 0, 1]);
  }
}

/** One client's life: a CONNECT, packets, and here and there a byte turned, left out or put in. */
function attack(bench: Bench, seed: number): void {
  const below = chance(seed);
  const version = below(2) ? 5 : 4;
  const connection = bench.broker.connect();
  connection.onData = () => undefined;
  const properties =
    version === 5 ? { properties: { sessionExpiryInterval: below(3), topicAliasMaximum: 5, receiveMaximum: 1 + below(5) } } : {};
  const clientId = `client-${below(5)}`;
  const connect = {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: version,
    clientId,
    clean: below(2) === 0,
    keepalive: 10,
    will,
    ...properties,
  };
  const packets = [tryGenerate(connect as Packet, version)];
  const choices = sensible(version, below);
  for (let count = below(12); count > 0; count -= 1) packets.push(tryGenerate(choices[below(choices.length)] as Packet, version));
  const bytes = [...Buffer.concat(packets)];
  for (let count = below(4); count > 0; count -= 1) {
    const at = below(bytes.length);
    const how = below(3);
    if (how === 0) bytes[at] = below(256);
    else if (how === 1) bytes.splice(at, 1 + below(4));
    else bytes.splice(at, 0, below(256), below(256));
  }
  for (let start = 0; start < bytes.length; ) {
    const length = 1 + below(200);
    connection.send(Uint8Array.from(bytes.slice(start, start + length)));
    start += length;
  }
  const end = below(4);
  if (end === 0) connection.close();
  else if (end === 1) connection.abort();
  if (below(10) === 0) bench.pass(1);
}

it('two thousand broken clients leave a whole broker', async () => {
  const bench = await Bench.start(`${OPEN}log_type none\npersistence true\n`);
  for (let seed = 1; seed <= 2000; seed += 1) attack(bench, seed);
  const subscriber = bench.client();
  subscriber.connect('subscriber');
  subscriber.subscribe('fine', 2);
  const publisher = bench.client();
  publisher.connect('publisher');
  publisher.publish('fine', 'still here', 2);
  expect(subscriber.payloads).toEqual(['still here']);
  bench.pass(100);
  const next = await Bench.start(`${OPEN}persistence true\n`, { files: bench.broker.stop() });
  expect(next.client().connect('after')?.returnCode).toBe(0);
});

it('plain noise is closed, and its memory is given back', async () => {
  const bench = await Bench.start(`${OPEN}log_type none\n`);
  const below = chance(7);
  bench.client().connect('first');
  const before = bench.broker.metrics().heapBytes;
  for (let count = 0; count < 2000; count += 1) {
    const connection = bench.broker.connect();
    connection.send(Uint8Array.from({ length: 1 + below(50) }, () => below(256)));
    connection.close();
  }
  expect(bench.broker.metrics()).toMatchObject({ connections: 1, heapBytes: before });
});
