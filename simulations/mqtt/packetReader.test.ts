import { describe, expect, test } from 'vitest';
import { encode } from './encode.ts';
import type { Packet } from './packet.ts';
import { createPacketReader } from './packetReader.ts';

const CONNECT_5: Packet = { type: 'CONNECT', protocolLevel: 5, clientId: 'a', cleanStart: true, keepAliveSeconds: 0 };
const PING: Packet = { type: 'PINGREQ' };
const PUBACK: Packet = { type: 'PUBACK', packetId: 1 };

function publish(bytes: number): Packet {
  return { type: 'PUBLISH', topicName: 't', payload: new Uint8Array(bytes), qos: 0, retain: false, dup: false };
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

test('several packets in one chunk, with their bytes and places', () => {
  const reader = createPacketReader('3.1.1', 1_000);
  const found = reader.push(joined(encode(PING, '3.1.1'), encode(PUBACK, '3.1.1'), encode(publish(200), '3.1.1')));
  expect(found.map(({ offset, bytes }) => [offset, bytes.length])).toEqual([
    [0, 2],
    [2, 4],
    [6, 206],
  ]);
  expect(found.map(({ result }) => result.ok && result.packet.type)).toEqual(['PINGREQ', 'PUBACK', 'PUBLISH']);
});

test('a packet in three chunks, the first of which ends inside its length', () => {
  const reader = createPacketReader('3.1.1', 1_000);
  const bytes = encode(publish(200), '3.1.1');
  expect(reader.push(bytes.subarray(0, 2))).toEqual([]);
  expect(reader.waitingBytes).toBe(2);
  expect(reader.push(bytes.subarray(2, 100))).toEqual([]);
  const [found] = reader.push(joined(bytes.subarray(100), [0xc0]));
  expect(found?.result).toStrictEqual({ ok: true, packet: publish(200) });
  expect(found?.bytes).toEqual(bytes);
  expect(reader.waitingBytes).toBe(1);
});

test('what was given out does not change when more comes', () => {
  const reader = createPacketReader('3.1.1', 1_000);
  const bytes = encode(publish(5), '3.1.1');
  reader.push(bytes.subarray(0, 3));
  const [found] = reader.push(bytes.subarray(3));
  reader.push(new Uint8Array(200).fill(0xff));
  expect(found?.bytes).toEqual(bytes);
});

test('an empty chunk is nothing', () => {
  expect(createPacketReader('3.1.1', 10).push(new Uint8Array(0))).toEqual([]);
});

describe('the limit', () => {
  test('a packet of just that size is taken', () => {
    expect(createPacketReader('3.1.1', 10).push(encode(publish(5), '3.1.1'))).toMatchObject([{ result: { ok: true } }]);
  });

  test('one byte more is refused as soon as the length is known, and that is the end', () => {
    const reader = createPacketReader('3.1.1', 10);
    const [found] = reader.push(encode(publish(6), '3.1.1').subarray(0, 2));
    expect(found).toMatchObject({ offset: 0, result: { ok: false, error: { code: 'packetTooLarge', offset: 1, reasonCode: 0x95 } } });
    expect(reader.broken).toBe(true);
    expect(reader.push(encode(PING, '3.1.1'))).toEqual([]);
    expect(reader.waitingBytes).toBe(0);
  });

  test('also behind a good packet, and with the length in two chunks', () => {
    const reader = createPacketReader('3.1.1', 100);
    expect(reader.push(joined(encode(PING, '3.1.1'), [0x30, 0xff]))).toHaveLength(1);
    const [found] = reader.push(Uint8Array.of(0x01));
    expect(found).toMatchObject({ offset: 2, result: { ok: false, error: { code: 'packetTooLarge' } } });
  });
});

test.each([[[0xc0, 0x80, 0x80, 0x80, 0x80]], [[0xc0], [0x80, 0x80], [0x80, 0x80, 0x80]]])(
  'a length of more than four bytes ends it',
  (...chunks) => {
    const reader = createPacketReader('3.1.1', 268_435_460);
    const found = chunks.flatMap((chunk) => reader.push(Uint8Array.from(chunk)));
    expect(found).toMatchObject([{ result: { ok: false, error: { code: 'variableByteIntegerTooLong' } } }]);
    expect(reader.broken).toBe(true);
  },
);

test('a malformed packet does not stop the cutting', () => {
  const reader = createPacketReader('3.1.1', 100);
  const found = reader.push(Uint8Array.of(0x40, 0x02, 0, 0, 0xc0, 0x00));
  expect(found.map(({ result }) => (result.ok ? result.packet.type : result.error.code))).toEqual(['packetIdZero', 'PINGREQ']);
  expect(reader.broken).toBe(false);
});

describe('the version from CONNECT', () => {
  test('is used for what follows', () => {
    const reader = createPacketReader('fromConnect', 100);
    expect(reader.version).toBeUndefined();
    const ack: Packet = { type: 'PUBACK', packetId: 1, reasonCode: 0x10 };
    const found = reader.push(joined(encode(CONNECT_5, '5.0'), encode(ack, '5.0')));
    expect(reader.version).toBe('5.0');
    expect(found.map(({ result }) => result)).toStrictEqual([
      { ok: true, packet: CONNECT_5 },
      { ok: true, packet: ack },
    ]);
  });

  test('is 3.1.1 for an MQTT 3.1 client', () => {
    const reader = createPacketReader('fromConnect', 100);
    reader.push(encode({ ...CONNECT_5, protocolLevel: 3 }, '3.1.1'));
    expect(reader.version).toBe('3.1.1');
  });

  test('another first packet is an error, and the CONNECT behind it is still read', () => {
    const reader = createPacketReader('fromConnect', 100);
    const found = reader.push(joined(encode(PING, '5.0'), encode(CONNECT_5, '5.0')));
    expect(found.map(({ result }) => result.ok || result.error.code)).toEqual(['connectExpected', true]);
  });
});

test('memory grows with what came, not with what is announced', () => {
  const reader = createPacketReader('3.1.1', 268_435_460);
  expect(reader.push(Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3))).toEqual([]);
  expect(reader.waitingBytes).toBe(8);
});
