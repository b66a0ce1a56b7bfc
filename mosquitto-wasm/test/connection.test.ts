// The byte connection: order, handlers that call back in, readers that pause, and the ways a connection ends.

import { describe, expect, it } from 'vitest';
import { Bench, Client, OPEN } from './bench.js';

async function pair(config = OPEN) {
  const bench = await Bench.start(config);
  const subscriber = bench.client();
  subscriber.connect('subscriber', { clean: false });
  subscriber.subscribe('t', 1);
  const publisher = bench.client();
  publisher.connect('publisher');
  return { bench, subscriber, publisher };
}

describe('a connection', () => {
  it('is logged with the address and port it was given', async () => {
    const bench = await Bench.start();
    bench.client({ address: '10.1.2.3', remotePort: 50_001 }).connect('four');
    bench.client({ address: 'fd00::7', remotePort: 50_002 }).connect('six');
    expect(bench.logTexts).toContain('New client connected from 10.1.2.3:50001 as four (p2, c1, k0).');
    expect(bench.logTexts).toContain('New client connected from fd00::7:50002 as six (p2, c1, k0).');
    expect(bench.broker.sessions().map(({ address }) => address)).toEqual(['10.1.2.3', 'fd00::7']);
  });

  it('is refused where nothing listens, and for what is no address or port', async () => {
    const { broker } = await Bench.start();
    expect(() => broker.connect({ port: 1884 })).toThrow(expect.objectContaining({ name: 'BrokerError', code: 'refused' }));
    for (const address of ['localhost', '', '1.2.3.4.5', 'x'.repeat(100_000)]) expect(() => broker.connect({ address })).toThrow(TypeError);
    for (const remotePort of [0, 65_536, 1.5, Number.NaN]) expect(() => broker.connect({ remotePort })).toThrow(RangeError);
    for (const receiveBufferBytes of [0, -1, Number.NaN]) expect(() => broker.connect({ receiveBufferBytes })).toThrow(RangeError);
    expect(broker.metrics().connections).toBe(0);
  });

  it('takes packets in any pieces', async () => {
    const { subscriber, publisher } = await pair();
    for (const byte of [0x30, 8, 0, 1, 0x74, 0x68, 0x65, 0x6c, 0x6c, 0x6f]) publisher.bytes(byte);
    publisher.bytes(0x30, 4, 0, 1, 0x74, 0x31, 0x30, 4, 0, 1, 0x74, 0x32, 0x30);
    publisher.bytes(4, 0, 1, 0x74, 0x33);
    expect(subscriber.payloads).toEqual(['hello', '1', '2', '3']);
  });

  it('carries a message larger than any buffer', async () => {
    const { subscriber, publisher } = await pair();
    const large = 'abc'.repeat(1_000_000);
    publisher.publish('t', large, 1);
    expect(subscriber.payloads).toEqual([large]);
  });

  it('gives arrays that nothing writes to afterwards', async () => {
    const { bench, publisher } = await pair();
    const connection = bench.broker.connect();
    const client = bench.client();
    const seen: Uint8Array[] = [];
    connection.onData = (bytes) => seen.push(bytes);
    client.connect('x');
    connection.send(Uint8Array.from([0x10, 13, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 0, 0, 1, 0x62]));
    connection.send(Uint8Array.from([0x82, 6, 0, 1, 0, 1, 0x74, 0]));
    for (let index = 0; index < 300; index += 1) publisher.publish('t', `message ${index}`);
    const copies = seen.map((bytes) => Uint8Array.from(bytes));
    for (let index = 0; index < 3000; index += 1) publisher.publish('t', `message ${index}`);
    expect(seen.slice(0, copies.length)).toEqual(copies);
    expect(copies).toHaveLength(302);
  });
});

describe('order', () => {
  it('across connections is the order in which the broker wrote', async () => {
    const { bench, publisher } = await pair();
    const order: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const client = bench.client();
      client.connect(name);
      client.subscribe('order');
      const before = client.connection.onData;
      client.connection.onData = (bytes) => {
        before?.(bytes);
        order.push(name);
      };
    }
    for (let round = 0; round < 3; round += 1) publisher.publish('order', String(round));
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('holds when a handler sends, connects and closes', async () => {
    const { bench, subscriber, publisher } = await pair();
    const told: string[] = [];
    const late: Client[] = [];
    const reading = subscriber.connection.onData;
    subscriber.connection.onData = (bytes) => {
      const depth = subscriber.payloads.length;
      reading?.(bytes);
      told.push(`data ${subscriber.payloads.slice(depth).join()}`);
      if (depth === 0) {
        publisher.publish('t', 'second', 1);
        const client = new Client(bench.broker);
        client.connect('late');
        client.subscribe('t');
        late.push(client);
        publisher.publish('t', 'third', 1);
        publisher.connection.close();
        told.push('first handler ends');
      }
    };
    publisher.publish('t', 'first', 1);
    expect(told.slice(0, 2)).toEqual(['first handler ends', 'data first'].reverse());
    expect(subscriber.payloads).toEqual(['first', 'second', 'third']);
    expect(late[0]?.payloads).toEqual(['third']);
    expect(bench.session('publisher')).toBeUndefined();
  });

  it('survives a handler that throws: its caller is told, the others get their bytes', async () => {
    const { bench, subscriber, publisher } = await pair();
    const other = bench.client();
    other.connect('other');
    other.subscribe('t');
    subscriber.connection.onData = () => {
      throw new Error('a mistake in a handler');
    };
    expect(() => publisher.publish('t', 'x')).toThrow('a mistake in a handler');
    expect(other.payloads).toEqual(['x']);
    publisher.connection.close();
    expect(bench.broker.metrics().connections).toBe(2);
  });
});

describe('a reader that pauses', () => {
  it('gets all in order when it reads again', async () => {
    const { subscriber, publisher } = await pair();
    subscriber.connection.pause();
    for (let index = 0; index < 15; index += 1) publisher.publish('t', String(index), 1);
    expect(subscriber.payloads).toEqual([]);
    subscriber.connection.resume();
    expect(subscriber.payloads).toEqual(Array.from({ length: 15 }, (_, index) => String(index)));
  });

  it('makes the broker keep what does not fit its buffer, without a byte lost', async () => {
    const bench = await Bench.start(`${OPEN}max_queued_messages 0\n`);
    const slow = bench.client({ receiveBufferBytes: 1000 });
    slow.connect('slow');
    slow.subscribe('t');
    const publisher = bench.client();
    publisher.connect('p');
    slow.connection.pause();
    const sentBefore = bench.broker.metrics().bytesSent;
    const sent = Array.from({ length: 500 }, (_, index) => `${index} `.padEnd(50, '.'));
    for (const payload of sent) publisher.publish('t', payload);
    expect(bench.broker.metrics().bytesSent - sentBefore).toBe(1000);
    slow.connection.resume();
    expect(slow.payloads).toEqual(sent);
  });

  it('loses what the broker may not keep for it', async () => {
    const bench = await Bench.start(`${OPEN}max_queued_messages 10\n`);
    const slow = bench.client({ receiveBufferBytes: 1 });
    slow.connect('slow');
    slow.subscribe('t');
    const publisher = bench.client();
    publisher.connect('p');
    slow.connection.pause();
    for (let index = 0; index < 100; index += 1) publisher.publish('t', String(index));
    slow.connection.resume();
    expect(slow.payloads.length).toBeGreaterThanOrEqual(10);
    expect(slow.payloads.length).toBeLessThan(20);
    expect(bench.broker.metrics().publishDropped).toBe(100 - slow.payloads.length);
  });

  it('may pause again while it is given what has waited', async () => {
    const { subscriber, publisher } = await pair();
    subscriber.connection.pause();
    publisher.publish('t', '0', 0);
    publisher.publish('t', '1', 0);
    publisher.publish('t', '2', 0);
    const reading = subscriber.connection.onData;
    subscriber.connection.onData = (bytes) => {
      reading?.(bytes);
      subscriber.connection.pause();
    };
    subscriber.connection.resume();
    expect(subscriber.payloads).toEqual(['0']);
    subscriber.connection.resume();
    subscriber.connection.resume();
    expect(subscriber.payloads).toEqual(['0', '1', '2']);
  });

  it('learns of the close after the data', async () => {
    const { bench, subscriber, publisher } = await pair();
    subscriber.connection.pause();
    publisher.publish('t', 'last words');
    bench.client().connect('subscriber', { clean: false });
    expect(subscriber.connection.open).toBe(false);
    expect([subscriber.payloads, subscriber.closed]).toEqual([[], false]);
    subscriber.connection.resume();
    expect([subscriber.payloads, subscriber.closed]).toEqual([['last words'], true]);
  });
});

describe('handlers set late', () => {
  it('are given what came before', async () => {
    const bench = await Bench.start();
    const connection = bench.broker.connect();
    connection.send(Uint8Array.from([0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 6, 2, 0, 0, 0, 0]));
    const told: string[] = [];
    connection.onData = (bytes) => told.push(`data ${bytes.join()}`);
    connection.onClose = () => told.push('close');
    expect(told).toEqual(['data 32,2,0,1', 'close']);
  });
});

describe('the ends of a connection', () => {
  it('close: the broker learns it at once; nothing more comes', async () => {
    const { bench, subscriber, publisher } = await pair();
    subscriber.connection.close();
    expect(bench.logTexts).toContain('Client subscriber closed its connection.');
    expect(subscriber.connection.open).toBe(false);
    publisher.publish('t', 'x', 1);
    subscriber.connection.send(Uint8Array.from([0xc0, 0]));
    subscriber.connection.close();
    expect(subscriber.payloads).toEqual([]);
    expect(subscriber.closed).toBe(false);
    expect(bench.session('subscriber')).toMatchObject({ connected: false, outgoing: { queued: { messages: 1 } } });
  });

  it('abort: the broker goes on writing into the void until keep alive ends it', async () => {
    const bench = await Bench.start();
    const lost = bench.client();
    lost.connect('lost', { keepalive: 10, clean: false });
    lost.subscribe('t', 1);
    const publisher = bench.client();
    publisher.connect('p');
    lost.connection.abort();
    for (let index = 0; index < 30; index += 1) publisher.publish('t', String(index), 1);
    expect(bench.session('lost')).toMatchObject({ connected: true, outgoing: { inFlight: { messages: 20 }, queued: { messages: 10 } } });
    bench.pass(18);
    expect(bench.session('lost')?.connected).toBe(false);
    expect(lost.payloads).toEqual([]);
    expect(lost.closed).toBe(false);
    const back = bench.client();
    expect(back.connect('lost', { clean: false })?.sessionPresent).toBe(true);
    expect(back.payloads).toHaveLength(30);
    expect(back.of('publish').map(({ dup }) => dup)).toEqual(Array.from({ length: 30 }, (_, index) => index < 20));
  });

  it('frees its place: thousands may come and go', async () => {
    const bench = await Bench.start('listener 1883\nallow_anonymous true\nsys_interval 0\nconnection_messages false\n');
    const heap = () => bench.broker.metrics().heapBytes;
    bench.client().connect('first');
    const before = heap();
    for (let index = 0; index < 3000; index += 1) {
      const client = bench.client();
      client.connect('visitor');
      if (index % 2) client.connection.close();
      else client.send({ cmd: 'disconnect' });
    }
    expect(heap()).toBe(before);
    expect(bench.broker.metrics().connections).toBe(1);
  });
});
