// What only MQTT 5.0 has, over both transports, through the command line. Section numbers are those of 5.0.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CliBroker, freePort } from './cliBroker.js';
import { TestClient } from './mqttJsClient.js';
import { RawClient } from './rawMqtt.js';

let broker: CliBroker;
let tcpPort = 0;
const urls = { tcp: '', ws: '' };

beforeAll(async () => {
  const ws = await freePort();
  tcpPort = await freePort();
  broker = new CliBroker(['-c', 'm.conf'], {
    'm.conf': `listener ${tcpPort} 127.0.0.1\nlistener ${ws} 127.0.0.1\nprotocol websockets\nallow_anonymous true\nmax_keepalive 60\nmax_inflight_messages 10\n`,
  });
  await broker.running();
  urls.tcp = `mqtt://127.0.0.1:${tcpPort}`;
  urls.ws = `ws://127.0.0.1:${ws}`;
});

afterAll(() => broker.remove());

describe.each(['tcp', 'ws'] as const)('MQTT 5 over %s', (transport) => {
  const connect = (options: Parameters<typeof TestClient.connect>[1] = {}) =>
    TestClient.connect(urls[transport], { protocolVersion: 5, ...options });

  it('hands on every property of a message (3.3.2.3)', async () => {
    const client = await connect();
    const properties = {
      payloadFormatIndicator: true,
      contentType: 'text/plain',
      responseTopic: `${transport}/answers`,
      correlationData: Buffer.from([1, 2, 3]),
      userProperties: { colour: ['blue', 'green'] },
    };
    await client.mqtt.subscribeAsync(`${transport}/properties`, { qos: 2 });
    await client.mqtt.publishAsync(`${transport}/properties`, 'p', { qos: 2, properties });
    const arrival = await client.next();
    expect(arrival.properties).toMatchObject({ ...properties, userProperties: expect.objectContaining({ colour: ['blue', 'green'] }) });
    await client.end();
  });

  it('counts down the expiry of a message that waits (3.3.2.3.3)', async () => {
    const session = { clientId: `${transport}-expiry`, clean: false, properties: { sessionExpiryInterval: 100 } };
    const sleeper = await connect(session);
    await sleeper.mqtt.subscribeAsync(`${transport}/expiry`, { qos: 1 });
    await sleeper.end();
    const publisher = await connect();
    await publisher.mqtt.publishAsync(`${transport}/expiry`, 'long', { qos: 1, properties: { messageExpiryInterval: 60 } });
    const again = await connect(session);
    const { text, properties } = await again.next();
    expect(text).toBe('long');
    expect(properties?.messageExpiryInterval).toBeGreaterThan(50);
    expect(properties?.messageExpiryInterval).toBeLessThanOrEqual(60);
    await Promise.all([again.end(), publisher.end()]);
  });

  it('obeys the options of a subscription (3.8.3.1)', async () => {
    const client = await connect();
    await client.mqtt.publishAsync(`${transport}/options/kept`, 'k', { retain: true });
    await client.mqtt.subscribeAsync(`${transport}/options/own`, { qos: 1, nl: true });
    await client.mqtt.publishAsync(`${transport}/options/own`, 'not to me', { qos: 1 });
    await client.mqtt.subscribeAsync(`${transport}/options/kept`, { qos: 1, rh: 2 });
    await client.settled();
    expect(client.waiting).toEqual([]);
    // A fresh client: Mosquitto keeps the options of a filter that is subscribed to again.
    const faithful = await connect();
    await faithful.mqtt.subscribeAsync(`${transport}/options/kept`, { qos: 1, rh: 0, rap: true });
    expect(await faithful.next()).toMatchObject({ text: 'k', retain: true });
    await client.mqtt.publishAsync(`${transport}/options/kept`, 'new', { retain: true });
    expect(await faithful.next()).toMatchObject({ text: 'new', retain: true });
    expect(await client.next()).toMatchObject({ text: 'new', retain: false });
    await faithful.end();
    await client.mqtt.publishAsync(`${transport}/options/kept`, '', { retain: true });
    await client.end();
  });

  it('names the subscriptions that a message matched (3.3.2.3.8)', async () => {
    const client = await connect();
    await client.mqtt.subscribeAsync(`${transport}/ids/+`, { qos: 1, properties: { subscriptionIdentifier: 7 } });
    await client.mqtt.publishAsync(`${transport}/ids/x`, 'i');
    expect((await client.next()).properties?.subscriptionIdentifier).toBe(7);
    await client.end();
  });

  it('shares a subscription among its clients (4.8.2)', async () => {
    const workers = [await connect(), await connect()];
    for (const worker of workers) await worker.mqtt.subscribeAsync(`$share/team/${transport}/jobs`, { qos: 1 });
    const publisher = await connect();
    for (let job = 0; job < 10; job += 1) await publisher.mqtt.publishAsync(`${transport}/jobs`, String(job), { qos: 1 });
    for (const worker of workers) await worker.settled();
    const shares = workers.map(({ waiting }) => waiting.map(({ text }) => text));
    expect(shares.flat().sort()).toEqual(Array.from({ length: 10 }, (_, job) => String(job)));
    for (const share of shares) expect(share.length).toBeGreaterThan(0);
    await Promise.all([...workers, publisher].map((client) => client.end()));
  });
});

describe('MQTT 5 packet by packet', () => {
  const open = () => RawClient.open(tcpPort, 5);

  it('assigns a client id and its own keep alive (3.2.2.3)', async () => {
    const client = await open();
    const answer = await client.connect({ clientId: '', keepalive: 1000 });
    expect(answer).toMatchObject({
      cmd: 'connack',
      reasonCode: 0,
      properties: { serverKeepAlive: 60, assignedClientIdentifier: expect.stringMatching(/^auto-/) },
    });
    await client.end();
  });

  it('understands topic aliases, and sets none itself (3.3.2.3.4)', async () => {
    const client = await open();
    await client.connect({ clientId: 'alias', properties: { topicAliasMaximum: 5 } });
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'alias/+', qos: 0 }] });
    await client.next();
    const publish = { cmd: 'publish', qos: 0, dup: false, retain: false } as const;
    client.send({ ...publish, topic: 'alias/topic', payload: '1', properties: { topicAlias: 3 } });
    client.send({ ...publish, topic: '', payload: '2', properties: { topicAlias: 3 } });
    // Mosquitto 2.0 names the topic in full, whatever the client would take.
    for (const payload of ['1', '2']) expect(await client.next()).toMatchObject({ topic: 'alias/topic', payload: Buffer.from(payload) });
    await client.end();
  });

  it('sends no packet that is larger than the client takes (3.1.2.11.4)', async () => {
    const client = await open();
    await client.connect({ clientId: 'small', properties: { maximumPacketSize: 40 } });
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'size', qos: 0 }] });
    await client.next();
    client.send({ cmd: 'publish', topic: 'size', payload: 'x'.repeat(100), qos: 0, dup: false, retain: false });
    client.send({ cmd: 'publish', topic: 'size', payload: 'fits', qos: 0, dup: false, retain: false });
    expect(await client.next()).toMatchObject({ cmd: 'publish', payload: Buffer.from('fits') });
    await client.end();
  });

  it('has no more in flight than the client takes, and goes on at each acknowledgement (4.9)', async () => {
    const client = await open();
    await client.connect({ clientId: 'flow', properties: { receiveMaximum: 2 } });
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'flow', qos: 1 }] });
    await client.next();
    const publisher = await open();
    await publisher.connect({ clientId: 'pusher' });
    for (let index = 1; index <= 6; index += 1) {
      publisher.send({ cmd: 'publish', topic: 'flow', payload: String(index), qos: 1, messageId: index, dup: false, retain: false });
      expect(await publisher.next()).toMatchObject({ cmd: 'puback' });
    }
    const texts: string[] = [];
    for (let window = 0; window < 3; window += 1) {
      const pair = [await client.next(), await client.next()];
      await client.ping();
      for (const packet of pair) {
        if (packet.cmd !== 'publish') throw new Error(`unexpected ${packet.cmd}`);
        texts.push(String(packet.payload));
      }
      // A third before the acknowledgement would have come before the ping's answer.
      for (const packet of pair) client.send({ cmd: 'puback', messageId: (packet as { messageId: number }).messageId, reasonCode: 0 });
    }
    expect(texts).toEqual(['1', '2', '3', '4', '5', '6']);
    await Promise.all([client.end(), publisher.end()]);
  });

  it('ends a connection that uses an alias it never set, and says why (3.3.2.3.4)', async () => {
    const client = await open();
    await client.connect({ clientId: 'liar' });
    client.send({ cmd: 'publish', topic: '', payload: 'x', qos: 0, dup: false, retain: false, properties: { topicAlias: 4 } });
    expect(await client.next()).toMatchObject({ cmd: 'disconnect', reasonCode: 0x82 });
    await client.closed;
  });

  it('acknowledges as many at once as it announced (4.9)', async () => {
    const client = await open();
    const answer = await client.connect({ clientId: 'burst' });
    expect(answer).toMatchObject({ properties: { receiveMaximum: 10 } });
    for (let index = 1; index <= 10; index += 1) {
      client.send({ cmd: 'publish', topic: 'burst', payload: 'x', qos: 2, messageId: index, dup: false, retain: false });
    }
    for (let index = 1; index <= 10; index += 1) expect(await client.next()).toMatchObject({ cmd: 'pubrec', messageId: index });
    for (let index = 1; index <= 10; index += 1) client.send({ cmd: 'pubrel', messageId: index, reasonCode: 0 });
    for (let index = 1; index <= 10; index += 1) expect(await client.next()).toMatchObject({ cmd: 'pubcomp', messageId: index });
    await client.end();
  });

  it('holds a will back as long as its delay, and drops it when the client is back (3.1.3.2.2)', async () => {
    const watcher = await open();
    await watcher.connect({ clientId: 'watcher' });
    watcher.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'delayed', qos: 0 }] });
    await watcher.next();
    const mortal = {
      clientId: 'mortal',
      clean: false,
      properties: { sessionExpiryInterval: 100 },
      will: { topic: 'delayed', payload: Buffer.from('gone'), qos: 0, retain: false, properties: { willDelayInterval: 2 } },
    } as const;
    const first = await open();
    await first.connect(mortal);
    await first.end();
    const second = await open();
    expect(await second.connect(mortal)).toMatchObject({ sessionPresent: true });
    await watcher.ping();
    const gone = watcher.next();
    await second.end();
    expect(await gone).toMatchObject({ cmd: 'publish', payload: Buffer.from('gone') });
    await watcher.end();
  });

  it('puts a silent client off after one and a half times its keep alive, and publishes its will (3.1.2.10)', async () => {
    const watcher = await open();
    await watcher.connect({ clientId: 'mourner' });
    watcher.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'silent', qos: 0 }] });
    await watcher.next();
    const silent = await open();
    const began = performance.now();
    await silent.connect({
      clientId: 'silent',
      keepalive: 1,
      will: { topic: 'silent', payload: Buffer.from('gone'), qos: 0, retain: false },
    });
    expect(await watcher.next()).toMatchObject({ cmd: 'publish', topic: 'silent' });
    expect(performance.now() - began).toBeGreaterThan(900);
    // Mosquitto 2.0 gives no reason.
    await expect(silent.next()).rejects.toThrow('closed');
    await watcher.end();
  });

  it('closes the connections when it stops', async () => {
    const port = await freePort();
    const other = await new CliBroker(['-p', String(port)]).running();
    const client = await RawClient.open(port, 5);
    await client.connect({ clientId: 'last' });
    expect(await other.stop()).toBe(0);
    // Mosquitto 2.0 says no goodbye, and the program did not wait for the client to close either.
    await expect(client.next()).rejects.toThrow('closed');
    await other.remove();
  });
});
