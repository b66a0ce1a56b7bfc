// What must not harm the broker: bytes that are no MQTT, clients that vanish, clients that do not read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBroker } from '../dist/index.js';
import { type CliBroker, startOpenBroker } from './cliBroker.js';
import { RawClient } from './rawMqtt.js';

let broker: CliBroker;
let port = 0;

beforeAll(async () => {
  ({ broker, port } = await startOpenBroker('max_queued_messages 100'));
});

afterAll(async () => {
  expect(await broker.stop()).toBe(0);
  await broker.remove();
});

/** Pseudo-random bytes, the same each time (mulberry32). */
function bytesOf(seed: number, length: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) & 0xff;
    }),
  );
}

/** The broker still serves: a message goes round. */
async function serves(): Promise<void> {
  const client = await RawClient.open(port);
  expect(await client.connect()).toMatchObject({ cmd: 'connack', returnCode: 0 });
  client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'still/here', qos: 0 }] });
  expect(await client.next()).toMatchObject({ cmd: 'suback' });
  client.send({ cmd: 'publish', topic: 'still/here', payload: 'yes', qos: 0, dup: false, retain: false });
  expect(await client.next()).toMatchObject({ cmd: 'publish', payload: Buffer.from('yes') });
  await client.end();
}

describe('bytes', () => {
  it('are understood one at a time', async () => {
    const client = await RawClient.open(port);
    const connect = client.bytes({ cmd: 'connect', clientId: 'drip', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 });
    for (const byte of connect) client.socket.write(Uint8Array.of(byte));
    expect(await client.next()).toMatchObject({ cmd: 'connack', returnCode: 0 });
    for (const byte of client.bytes({
      cmd: 'publish',
      topic: 'a',
      payload: 'x'.repeat(300),
      qos: 1,
      messageId: 9,
      dup: false,
      retain: false,
    })) {
      client.socket.write(Uint8Array.of(byte));
    }
    expect(await client.next()).toMatchObject({ cmd: 'puback', messageId: 9 });
    await client.end();
  });

  it('are understood many packets at a time', async () => {
    const client = await RawClient.open(port);
    const publish = (messageId: number) =>
      client.bytes({ cmd: 'publish', topic: 'b', payload: 'y', qos: 1, messageId, dup: false, retain: false });
    const connect = client.bytes({ cmd: 'connect', clientId: 'gush', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 });
    client.socket.write(Buffer.concat([connect, ...Array.from({ length: 1000 }, (_, index) => publish(index + 1))]));
    expect(await client.next()).toMatchObject({ cmd: 'connack' });
    for (let messageId = 1; messageId <= 1000; messageId += 1) expect(await client.next()).toMatchObject({ cmd: 'puback', messageId });
    await client.end();
  });

  it('that are no MQTT end their own connection only', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const client = await RawClient.open(port);
      client.socket.end(bytesOf(seed, 1 + (seed % 50) * 20));
      await client.closed;
    }
    await serves();
  });

  it('that are no MQTT end the connection of a client that was welcome before', async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const client = await RawClient.open(port, seed % 2 === 0 ? 4 : 5);
      await client.connect({ clientId: `turned-${seed}` });
      // Ten bits or more of nonsense may be a packet by chance: the end of the stream decides then.
      client.socket.end(bytesOf(seed, 200));
      await client.closed;
    }
    await serves();
  });

  it('may stop in the middle of a packet', async () => {
    for (const length of [1, 2, 7, 12]) {
      const client = await RawClient.open(port);
      const connect = client.bytes({
        cmd: 'connect',
        clientId: 'half',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clean: true,
        keepalive: 60,
      });
      client.socket.write(connect.subarray(0, length));
      await client.end();
    }
    await serves();
  });

  it('before CONNECT do not make the broker set memory aside', async () => {
    const local = await createBroker({ config: 'listener 1883\nallow_anonymous true' });
    const before = local.metrics().heapBytes;
    const megabyte = new Uint8Array(1 << 20).fill(1);
    for (let type = 2; type <= 15; type += 1) {
      const connection = local.connect();
      // Remaining length: 243 million bytes.
      connection.send(Uint8Array.of(type << 4, 0x80, 0x80, 0x80, 0x74));
      connection.send(megabyte);
      expect(connection.open).toBe(false);
    }
    expect(local.metrics().heapMaximumBytes - before).toBeLessThan(100_000);
    local.stop();
  });
});

describe('clients', () => {
  it('may reset their connections', async () => {
    for (let index = 0; index < 50; index += 1) {
      const client = await RawClient.open(port);
      await client.connect({ clientId: `reset-${index}` });
      client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'reset/#', qos: 1 }] });
      client.socket.resetAndDestroy();
      await client.closed;
    }
    await serves();
  });

  it('that do not read cost no more than their queue, and go on where they stopped', async () => {
    const stuck = await RawClient.open(port);
    await stuck.connect({ clientId: 'stuck' });
    stuck.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'flow', qos: 0 }] });
    await stuck.next();
    stuck.socket.pause();
    const publisher = await RawClient.open(port);
    await publisher.connect({ clientId: 'pusher' });
    const count = 2000;
    const payload = Buffer.alloc(20_000);
    for (let index = 1; index <= count; index += 1) {
      payload.writeUInt32BE(index);
      publisher.send({ cmd: 'publish', topic: 'flow', payload, qos: 1, messageId: index, dup: false, retain: false });
      if (index % 100 === 0) for (let answer = 0; answer < 100; answer += 1) await publisher.next();
    }
    stuck.socket.resume();
    // While its queue is full Mosquitto drops answers too: the first that comes stands behind everything that was kept.
    const numbers: number[] = [];
    for (let packet = await stuck.next(); packet.cmd === 'publish'; packet = await stuck.next()) {
      numbers.push((packet.payload as Buffer).readUInt32BE());
      stuck.send({ cmd: 'pingreq' });
    }
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.length).toBeLessThan(count);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await Promise.all([stuck.end(), publisher.end()]);
  });
});
