// sessions() and metrics(): the broker's own view.

import { describe, expect, it } from 'vitest';
import { Bench, OPEN } from './bench.js';

describe('sessions()', () => {
  it('tells all of a session', async () => {
    const bench = await Bench.start();
    const client = bench.client({ protocolVersion: 5, address: '10.0.0.1' });
    client.connect('five', { clean: true, keepalive: 30, properties: { sessionExpiryInterval: 600 } });
    client.send({
      cmd: 'subscribe',
      messageId: 1,
      subscriptions: [
        { topic: 'a/+/c', qos: 1, nl: true, rap: true, rh: 0 },
        { topic: '/', qos: 0 },
        { topic: '$SYS/#', qos: 2 },
        { topic: '#', qos: 0 },
        { topic: '$share/group/s/#', qos: 1 },
      ],
      properties: { subscriptionIdentifier: 268_435_455 },
    });
    const plain = { subscriptionIdentifier: 268_435_455, noLocal: false, retainAsPublished: false, shareName: null };
    expect(bench.broker.sessions()).toEqual([
      {
        clientId: 'five',
        connected: true,
        address: '10.0.0.1',
        protocolVersion: '5.0',
        cleanStart: true,
        sessionExpirySeconds: 600,
        expiresAtMs: null,
        keepAliveSeconds: 30,
        subscriptions: expect.any(Array),
        outgoing: { inFlight: { messages: 0, bytes: 0 }, queued: { messages: 0, bytes: 0 } },
        incoming: { inFlight: { messages: 0, bytes: 0 }, queued: { messages: 0, bytes: 0 } },
      },
    ]);
    const subscriptions = bench.session('five')?.subscriptions ?? [];
    expect(subscriptions).toHaveLength(5);
    expect(subscriptions).toEqual(
      expect.arrayContaining([
        { ...plain, topicFilter: 'a/+/c', qos: 1, noLocal: true, retainAsPublished: true },
        { ...plain, topicFilter: '/', qos: 0 },
        { ...plain, topicFilter: '$SYS/#', qos: 2 },
        { ...plain, topicFilter: '#', qos: 0 },
        { ...plain, topicFilter: 's/#', qos: 1, shareName: 'group' },
      ]),
    );
  });

  it('tells the protocol and for how long a session is kept', async () => {
    const bench = await Bench.start();
    bench.client({ protocolVersion: 3 }).connect('three', { clean: true });
    bench.client({ protocolVersion: 4 }).connect('four', { clean: false });
    bench.client({ protocolVersion: 5 }).connect('five', { clean: false });
    bench.client({ protocolVersion: 5 }).connect('forever', { clean: false, properties: { sessionExpiryInterval: 0xffff_ffff } });
    expect(bench.broker.sessions().map((session) => [session.protocolVersion, session.cleanStart, session.sessionExpirySeconds])).toEqual([
      ['3.1', true, 0],
      ['3.1.1', false, null],
      ['5.0', false, 0],
      ['5.0', false, null],
    ]);
  });

  it('tells who is away and when the session goes', async () => {
    const bench = await Bench.start();
    const client = bench.client({ protocolVersion: 5 });
    client.connect('away', { properties: { sessionExpiryInterval: 60 } });
    bench.pass(3);
    client.connection.close();
    expect(bench.session('away')).toMatchObject({ connected: false, address: null, expiresAtMs: bench.nowMs + 60_000 });
  });

  it('leaves out who has not said CONNECT', async () => {
    const bench = await Bench.start();
    bench.client();
    expect(bench.broker.sessions()).toEqual([]);
    expect(bench.broker.metrics()).toMatchObject({ connections: 1, sessions: 0 });
  });

  it('copes with the longest names, and with any script', async () => {
    const bench = await Bench.start();
    const id = 'Ω'.repeat(32_767);
    const client = bench.client({ protocolVersion: 5 });
    client.connect(id);
    const filter = '長/'.repeat(190).padEnd(65_000, 'x');
    client.subscribe(filter);
    client.subscribe('$share/größe/日本');
    const session = bench.session(id);
    expect(session?.subscriptions.map(({ topicFilter, shareName }) => [topicFilter, shareName])).toEqual([
      [filter, null],
      ['日本', 'größe'],
    ]);
  });

  it('keeps a byte order mark, which is a character like any other [v3.1.1 MQTT-1.5.3-3]', async () => {
    const bench = await Bench.start();
    bench.client().connect('\ufeffmarked');
    expect(bench.broker.sessions()[0]?.clientId).toBe('\ufeffmarked');
  });

  it('may be asked by a handler, between bytes that are still to come', async () => {
    const bench = await Bench.start();
    const counts: number[] = [];
    const clients = ['a', 'b', 'c'].map((name) => {
      const client = bench.client();
      client.connect(name);
      client.subscribe('t');
      return client;
    });
    const [first] = clients;
    const reading = first?.connection.onData ?? null;
    if (first) {
      first.connection.onData = (bytes) => {
        counts.push(bench.broker.sessions().length);
        reading?.(bytes);
      };
    }
    first?.publish('t', 'x');
    expect(counts).toEqual([3]);
    expect(clients.map(({ payloads }) => payloads)).toEqual([['x'], ['x'], ['x']]);
  });

  it('tells ten thousand, all with the same subscription', async () => {
    const bench = await Bench.start(`${OPEN}log_type none\n`);
    for (let index = 0; index < 10_000; index += 1) {
      const connection = bench.broker.connect();
      const name = Buffer.from(`client-${String(index).padStart(6, '0')}`);
      connection.send(Uint8Array.from([0x10, 12 + name.length, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0, 0, 0, 0, name.length, ...name]));
      connection.send(Uint8Array.from([0x82, 6, 0, 1, 0, 1, 0x74, 1]));
    }
    const sessions = bench.broker.sessions();
    expect(sessions).toHaveLength(10_000);
    expect(sessions.every(({ subscriptions }) => subscriptions.length === 1 && subscriptions[0]?.topicFilter === 't')).toBe(true);
  });
});

describe('metrics()', () => {
  it('counts packets, messages and bytes', async () => {
    const bench = await Bench.start();
    const before = bench.broker.metrics();
    expect(before).toMatchObject({ connections: 0, sessions: 0, packetsReceived: 0, packetsSent: 0, bytesReceived: 0, bytesSent: 0 });
    expect(before.heapBytes).toBeGreaterThan(0);
    expect(before.memoryBytes).toBeGreaterThanOrEqual(before.heapMaximumBytes);
    const client = bench.client();
    client.connect('a');
    client.subscribe('t', 1);
    client.publish('t', '12345', 1, { retain: true });
    expect(bench.broker.metrics()).toMatchObject({
      connections: 1,
      sessions: 1,
      packetsReceived: 4,
      packetsSent: 4,
      publishReceived: 1,
      publishSent: 1,
      bytesReceived: 15 + 8 + 12 + 4,
      bytesSent: 4 + 5 + 12 + 4,
      retainedMessages: 1,
    });
  });

  it('weighs sessions and queued messages', async () => {
    const bench = await Bench.start(`${OPEN}max_queued_messages 0\nlog_type none\n`);
    const heap = () => bench.broker.metrics().heapBytes;
    const publisher = bench.client();
    publisher.connect('publisher');
    const empty = heap();
    for (let index = 0; index < 100; index += 1) {
      const client = bench.client();
      client.connect(`sleeper-${index}`, { clean: false });
      client.subscribe(`t/${index}`, 1);
      client.connection.close();
    }
    const session = (heap() - empty) / 100;
    expect(session).toBeGreaterThan(400);
    expect(session).toBeLessThan(800);
    const before = heap();
    for (let round = 0; round < 10; round += 1)
      for (let index = 0; index < 100; index += 1) publisher.publish(`t/${index}`, 'x'.repeat(100), 1);
    const message = (heap() - before) / 1000;
    expect(message).toBeGreaterThan(200);
    expect(message).toBeLessThan(400);
    expect(bench.broker.metrics()).toMatchObject({ storedMessages: 1000, storedBytes: 100_000 });
  });
});
