// What a broker keeps for a client that is away or does not acknowledge, and what it drops. [v3.1.1 4.3, 4.4; v5.0 3.3.2.3.3, 4.9]

import { describe, expect, it } from 'vitest';
import { Bench, type Client, OPEN } from './bench.js';

/** A session that is subscribed and away. */
async function away(config = OPEN, { qos = 1 as 0 | 1 | 2, protocolVersion = 4 as 4 | 5 } = {}) {
  const bench = await Bench.start(config);
  const back = (options: Parameters<Bench['client']>[0] = {}): Client => {
    const client = bench.client({ protocolVersion, ...options });
    const properties = protocolVersion === 5 ? { properties: { sessionExpiryInterval: 1000 } } : {};
    client.connect('away', { clean: false, ...properties });
    return client;
  };
  const first = back();
  first.subscribe('t/#', qos);
  first.connection.close();
  const publisher = bench.client({ protocolVersion });
  publisher.connect('publisher');
  return { bench, back, publisher };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => String(from + index));

describe('a full queue', () => {
  it('drops the newest and acknowledges them all the same', async () => {
    const { bench, back, publisher } = await away(`${OPEN}max_queued_messages 10\n`);
    for (const number of numbers(0, 25)) publisher.publish('t/a', number, 1);
    expect(publisher.of('puback')).toHaveLength(25);
    expect(bench.session('away')?.outgoing.queued).toEqual({ messages: 10, bytes: 10 });
    expect(bench.broker.metrics().publishDropped).toBe(15);
    expect(bench.logTexts).toContain('Outgoing messages are being dropped for client away.');
    expect(back().payloads).toEqual(numbers(0, 10));
  });

  it('holds 1,000 messages where nothing else is said', async () => {
    const { back, publisher } = await away();
    for (const number of numbers(0, 1500)) publisher.publish('t/a', number, 1);
    expect(back().payloads).toEqual(numbers(0, 1000));
  });

  it('is bounded by bytes with max_queued_bytes', async () => {
    const { back, publisher } = await away(`${OPEN}max_queued_bytes 350\n`);
    for (const number of numbers(0, 10)) publisher.publish('t/a', number.padEnd(100), 1);
    expect(back().payloads).toHaveLength(4);
  });

  it('is not bounded with max_queued_messages 0', async () => {
    const { back, publisher } = await away(`${OPEN}max_queued_messages 0\n`);
    for (const number of numbers(0, 3000)) publisher.publish('t/a', number, 1);
    expect(back().payloads).toEqual(numbers(0, 3000));
  });

  // For a connected client 2.0.21 counts the window of 20 on top of the limit, besides the 20 that are in flight.
  it('is also met by a client that is there but never acknowledges', async () => {
    const { back, publisher } = await away(`${OPEN}max_queued_messages 10\n`);
    const lazy = back({ acknowledge: false });
    for (const number of numbers(0, 100)) publisher.publish('t/a', number, 1);
    expect(lazy.payloads).toEqual(numbers(0, 20));
    lazy.acknowledge = true;
    for (const { messageId } of lazy.of('publish')) lazy.send({ cmd: 'puback', messageId: messageId ?? 0 });
    expect(lazy.payloads).toEqual(numbers(0, 20 + 20 + 10));
  });
});

describe('messages in flight', () => {
  it.each([
    ['20 by default', '', 20],
    ['as many as max_inflight_messages', 'max_inflight_messages 3\n', 3],
    ['any number with max_inflight_messages 0', 'max_inflight_messages 0\n', 50],
  ])('%s', async (_what, more, expected) => {
    const { bench, back, publisher } = await away(OPEN + more);
    const lazy = back({ acknowledge: false });
    for (const number of numbers(0, 50)) publisher.publish('t/a', number, 1);
    expect(lazy.payloads).toHaveLength(expected);
    expect(bench.session('away')?.outgoing).toEqual({
      inFlight: { messages: expected, bytes: numbers(0, expected).join('').length },
      queued: { messages: 50 - expected, bytes: numbers(expected, 50).join('').length },
    });
  });

  it('are not sent again as long as the connection lives, and once more with DUP on the next', async () => {
    const { bench, back, publisher } = await away(OPEN, { qos: 2 });
    const first = back({ acknowledge: false });
    publisher.publish('t/a', 'one', 1);
    publisher.publish('t/a', 'two', 2);
    const seen = (client: Client) => client.of('publish').map(({ payload, dup, messageId }) => [String(payload), dup, messageId]);
    bench.pass(25);
    expect(seen(first)).toEqual([
      ['one', false, 1],
      ['two', false, 2],
    ]);
    const second = back({ acknowledge: false });
    expect(seen(second)).toEqual([
      ['one', true, 1],
      ['two', true, 2],
    ]);
    second.send({ cmd: 'pubrec', messageId: 2 });
    expect(second.of('pubrel').map(({ messageId }) => messageId)).toEqual([2]);
    const third = back({ acknowledge: false });
    expect(seen(third)).toEqual([['one', true, 1]]);
    expect(third.of('pubrel').map(({ messageId }) => messageId)).toEqual([2]);
  });

  it('of a QoS 2 publisher count as incoming until PUBREL, and are delivered then', async () => {
    const { bench, back, publisher } = await away(OPEN, { qos: 2 });
    const subscriber = back();
    publisher.acknowledge = false;
    publisher.publish('t/a', 'once', 2);
    expect(bench.session('publisher')?.incoming.inFlight).toEqual({ messages: 1, bytes: 4 });
    expect(subscriber.payloads).toEqual([]);
    publisher.publish('t/a', 'once', 2, { dup: true, messageId: 1 });
    publisher.send({ cmd: 'pubrel', messageId: 1 });
    publisher.send({ cmd: 'pubrel', messageId: 1 });
    expect(subscriber.payloads).toEqual(['once']);
    expect(bench.session('publisher')?.incoming.inFlight).toEqual({ messages: 0, bytes: 0 });
  });
});

describe('message expiry', () => {
  it('does not free the places of expired messages while the client is away', async () => {
    const { bench, back, publisher } = await away(`${OPEN}max_queued_messages 5\n`, { protocolVersion: 5 });
    for (const number of numbers(0, 5)) publisher.publish('t/a', number, 1, { properties: { messageExpiryInterval: 2 } });
    bench.pass(5);
    for (const number of numbers(5, 10)) publisher.publish('t/a', number, 1);
    expect(bench.session('away')?.outgoing.queued.messages).toBe(5);
    expect(back().payloads).toEqual([]);
  });

  it('holds back what has expired and tells the rest what is left of it', async () => {
    const { bench, back, publisher } = await away(OPEN, { protocolVersion: 5 });
    publisher.publish('t/a', 'short', 1, { properties: { messageExpiryInterval: 3 } });
    publisher.publish('t/a', 'long', 1, { properties: { messageExpiryInterval: 60 } });
    publisher.publish('t/a', 'endless', 1);
    bench.pass(7);
    const received = back().of('publish');
    expect(received.map(({ payload }) => String(payload))).toEqual(['long', 'endless']);
    expect(received[0]?.properties?.messageExpiryInterval).toBe(53);
  });
});

describe('quality of service', () => {
  const matrix = async (config: string) => {
    const rows: number[][] = [];
    for (const subscribed of [0, 1, 2] as const) {
      const bench = await Bench.start(config);
      const subscriber = bench.client();
      subscriber.connect('s');
      subscriber.subscribe('t', subscribed);
      const publisher = bench.client();
      publisher.connect('p');
      for (const published of [0, 1, 2] as const) publisher.publish('t', 'x', published);
      rows.push(subscriber.of('publish').map(({ qos }) => qos));
    }
    return rows;
  };

  it('is the lesser of published and granted', async () => {
    expect(await matrix(OPEN)).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [0, 1, 2],
    ]);
  });

  it('is the granted one with upgrade_outgoing_qos', async () => {
    expect(await matrix(`${OPEN}upgrade_outgoing_qos true\n`)).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });

  it('0 is not kept for a client that is away, unless queue_qos0_messages says so', async () => {
    for (const [more, expected] of [
      ['', ['one', 'two']],
      ['queue_qos0_messages true\n', ['zero', 'one', 'two']],
    ] as const) {
      const { back, publisher } = await away(OPEN + more);
      publisher.publish('t/a', 'zero', 0);
      publisher.publish('t/a', 'one', 1);
      publisher.publish('t/a', 'two', 2);
      expect(back().payloads).toEqual(expected);
    }
  });
});
