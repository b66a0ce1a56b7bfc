// What a client may expect of any broker, over both transports and both versions, through the command line.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CliBroker, freePort } from './cliBroker.js';
import { TestClient } from './mqttJsClient.js';

let broker: CliBroker;
const urls = { tcp: '', ws: '' };

beforeAll(async () => {
  const [tcp, ws] = [await freePort(), await freePort()];
  broker = new CliBroker(['-c', 'm.conf'], {
    'm.conf': `listener ${tcp} 127.0.0.1\nlistener ${ws} 127.0.0.1\nprotocol websockets\nallow_anonymous true\nacl_file rights\nmax_keepalive 600\n`,
    rights: 'topic readwrite #\ntopic read $SYS/#\ntopic deny secret/#\npattern readwrite $share/%c/#\n',
  });
  await broker.running();
  urls.tcp = `mqtt://127.0.0.1:${tcp}`;
  urls.ws = `ws://127.0.0.1:${ws}`;
});

afterAll(() => broker.remove());

const TRANSPORTS = ['tcp', 'ws'] as const;
const KINDS = TRANSPORTS.flatMap((transport) => ([4, 5] as const).map((protocolVersion) => ({ transport, protocolVersion })));

describe.each(KINDS)('MQTT $protocolVersion over $transport', ({ transport, protocolVersion }) => {
  const prefix = `${transport}${protocolVersion}`;
  const connect = (options: Parameters<typeof TestClient.connect>[1] = {}) =>
    TestClient.connect(urls[transport], { protocolVersion, ...options });

  it.each([0, 1, 2] as const)('delivers at QoS %d, at the lower of both sides', async (qos) => {
    const client = await connect();
    for (const granted of [0, 1, 2] as const) {
      const topic = `${prefix}/qos/${qos}/${granted}`;
      await client.mqtt.subscribeAsync(topic, { qos: granted });
      await client.mqtt.publishAsync(topic, 'x', { qos });
      expect(await client.next()).toMatchObject({ topic, text: 'x', qos: Math.min(qos, granted), retain: false });
    }
    await client.end();
  });

  it('keeps retained messages, and forgets them at an empty one', async () => {
    const publisher = await connect();
    for (const qos of [0, 1, 2] as const) await publisher.mqtt.publishAsync(`${prefix}/kept/${qos}`, `at ${qos}`, { qos, retain: true });
    const reader = await connect();
    await reader.mqtt.subscribeAsync(`${prefix}/kept/+`, { qos: 2 });
    const kept = [await reader.next(), await reader.next(), await reader.next()];
    expect(kept.map(({ text, qos, retain }) => ({ text, qos, retain })).sort((a, b) => a.qos - b.qos)).toEqual(
      [0, 1, 2].map((qos) => ({ text: `at ${qos}`, qos, retain: true })),
    );
    for (const qos of [0, 1, 2] as const) await publisher.mqtt.publishAsync(`${prefix}/kept/${qos}`, '', { retain: true, qos: 1 });
    const later = await connect();
    await later.mqtt.subscribeAsync(`${prefix}/kept/+`);
    await later.settled();
    expect(later.waiting).toEqual([]);
    await Promise.all([publisher.end(), reader.end(), later.end()]);
  });

  it('queues for a session that is away, in order', async () => {
    const session = {
      clientId: `${prefix}-away`,
      clean: false,
      ...(protocolVersion === 5 ? { properties: { sessionExpiryInterval: 100 } } : {}),
    };
    const first = await connect(session);
    await first.mqtt.subscribeAsync(`${prefix}/away/+`, { qos: 2 });
    await first.end();
    const publisher = await connect();
    for (const qos of [1, 2, 1, 2] as const) await publisher.mqtt.publishAsync(`${prefix}/away/${qos}`, `at ${qos}`, { qos });
    const second = await connect(session);
    const texts = [];
    for (let count = 0; count < 4; count += 1) texts.push((await second.next()).text);
    expect(texts.sort()).toEqual(['at 1', 'at 1', 'at 2', 'at 2']);
    await second.end();
    const gone = await connect({ ...session, clean: true, properties: {} });
    await gone.settled();
    expect(gone.waiting).toEqual([]);
    await Promise.all([gone.end(), publisher.end()]);
  });

  it('publishes the will of a client that vanishes, not of one that says goodbye', async () => {
    const watcher = await connect();
    await watcher.mqtt.subscribeAsync(`${prefix}/will/#`, { qos: 2 });
    const will = (topic: string) => ({
      will: { topic: `${prefix}/will/${topic}`, payload: Buffer.from('gone'), qos: 1 as const, retain: false },
    });
    await (await connect(will('polite'))).end();
    await (await connect(will('abrupt'))).vanish();
    expect(await watcher.next()).toMatchObject({ topic: `${prefix}/will/abrupt`, text: 'gone', qos: 1 });
    await watcher.settled();
    expect(watcher.waiting).toEqual([]);
    await watcher.end();
  });

  it('sends again, marked as such, what was not acknowledged before the connection broke', async () => {
    const session = {
      clientId: `${prefix}-again`,
      clean: false,
      ...(protocolVersion === 5 ? { properties: { sessionExpiryInterval: 100 } } : {}),
    };
    const first = await connect(session);
    await first.mqtt.subscribeAsync(`${prefix}/again`, { qos: 1 });
    first.mqtt.handleMessage = (_packet, callback) => {
      // Neither acknowledged nor handed on: the connection goes.
      first.mqtt.stream.destroy();
      callback(new Error('not now'));
    };
    const lost = new Promise<void>((resolve) => first.mqtt.once('close', () => resolve()));
    const publisher = await connect();
    await publisher.mqtt.publishAsync(`${prefix}/again`, 'once more', { qos: 1 });
    await lost;
    const second = await connect(session);
    expect(await second.next()).toMatchObject({ text: 'once more', dup: true, qos: 1 });
    await Promise.all([second.end(), publisher.end()]);
  });

  it('lets the newer connection of a client id take over', async () => {
    const first = await connect({ clientId: `${prefix}-twin` });
    const closed = new Promise<void>((resolve) => first.mqtt.once('close', () => resolve()));
    const second = await connect({ clientId: `${prefix}-twin` });
    await closed;
    await second.settled();
    await second.end();
  });

  it('stops at UNSUBSCRIBE, and delivers overlapping filters', async () => {
    const client = await connect();
    await client.mqtt.subscribeAsync({ [`${prefix}/over/#`]: { qos: 2 }, [`${prefix}/over/+`]: { qos: 1 } });
    await client.mqtt.publishAsync(`${prefix}/over/lap`, 'o', { qos: 2 });
    await client.settled();
    const copies = client.waiting.map(({ qos }) => qos);
    // Mosquitto 2.0 sends one to 3.1.1 clients, at the QoS of the first filter it finds, and one for each filter to 5.0 clients.
    expect(copies.length).toBe(protocolVersion === 5 ? 2 : 1);
    for (const qos of copies) expect([1, 2]).toContain(qos);
    for (const _copy of copies) await client.next();
    await client.mqtt.unsubscribeAsync([`${prefix}/over/#`, `${prefix}/over/+`]);
    await client.mqtt.publishAsync(`${prefix}/over/lap`, 'o', { qos: 2 });
    await client.settled();
    expect(client.waiting).toEqual([]);
    await client.end();
  });

  it('keeps $ topics out of wildcards', async () => {
    const client = await connect();
    await client.mqtt.subscribeAsync('+/broker/version');
    await client.settled();
    expect(client.waiting).toEqual([]);
    await client.mqtt.subscribeAsync('$SYS/broker/version');
    expect(await client.next()).toMatchObject({ text: 'mosquitto version 2.0.21', retain: true });
    await client.end();
  });

  it('holds a topic back that the rights deny', async () => {
    const client = await connect();
    await client.mqtt.subscribeAsync('#', { qos: 1 });
    await client.mqtt.publishAsync('secret/plan', 'hush');
    await client.mqtt.publishAsync(`${prefix}/open/plan`, 'heard');
    await client.settled();
    expect(client.waiting.map(({ topic }) => topic)).toContain(`${prefix}/open/plan`);
    expect(client.waiting.map(({ topic }) => topic)).not.toContain('secret/plan');
    await client.end();
  });

  it('gives a client without an id one of its own', async () => {
    const [one, other] = [await connect({ clientId: '', clean: true }), await connect({ clientId: '', clean: true })];
    await other.mqtt.subscribeAsync(`${prefix}/nameless`);
    await one.mqtt.publishAsync(`${prefix}/nameless`, 'hello');
    expect(await other.next()).toMatchObject({ text: 'hello' });
    await Promise.all([one.end(), other.end()]);
  });
});
