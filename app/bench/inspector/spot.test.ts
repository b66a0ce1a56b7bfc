import { expect, it } from 'vitest';
import { type FieldSpan, inspect, leavesOf } from '#simulations';
import { byteByKey, byteOf, fieldsOf, leavesAt, spotIn } from './spot.ts';

/** PUBLISH, QoS 1, topic `a`, packet identifier 1, message `hi`. */
const bytes = Uint8Array.of(0x32, 0x07, 0x00, 0x01, 0x61, 0x00, 0x01, 0x68, 0x69);
const leaves = leavesOf(inspect(bytes, '3.1.1').fields);
const names = (fields: readonly FieldSpan[]) => fields.map(({ name }) => name);
const field = (path: string) => ({ at: 'field', path }) as const;

it('tells the fields of a byte', () => {
  expect(names(leavesAt(leaves, 0))).toEqual(['MQTT Control Packet type', 'DUP flag', 'QoS level', 'RETAIN']);
  expect(names(leavesAt(leaves, 5))).toEqual(['Packet Identifier']);
  expect(names(fieldsOf(leaves, { at: 'byte', byte: 8 }))).toEqual(['Application Message']);
});

it('tells the bytes of a field', () => {
  expect(byteOf(leaves, bytes.length, field('variableHeader.packetId'))).toBe(5);
  expect(byteOf(leaves, bytes.length, field('fixedHeader.qos'))).toBe(0);
});

it('finds the same place in another packet, or begins at its first byte', () => {
  expect(spotIn(leaves, bytes.length, field('fixedHeader.qos'))).toEqual(field('fixedHeader.qos'));
  expect(spotIn(leaves, bytes.length, field('variableHeader.keepAliveSeconds'))).toEqual({ at: 'byte', byte: 0 });
  expect(spotIn(leaves, bytes.length, { at: 'byte', byte: 9 })).toEqual({ at: 'byte', byte: 0 });
});

it('an empty message at the end of a packet has a byte to stand at', () => {
  const short = Uint8Array.of(0x30, 0x03, 0x00, 0x01, 0x61);
  const its = leavesOf(inspect(short, '3.1.1').fields);
  expect(byteOf(its, short.length, field('payload.message'))).toBe(4);
});

it.each([
  ['ArrowRight', false, 3, 4],
  ['ArrowRight', false, 19, 19],
  ['ArrowLeft', false, 0, 0],
  ['ArrowDown', false, 3, 11],
  ['ArrowDown', false, 12, 12],
  ['ArrowUp', false, 11, 3],
  ['ArrowUp', false, 3, 3],
  ['Home', false, 13, 8],
  ['End', false, 9, 15],
  ['End', false, 17, 19],
  ['Home', true, 13, 0],
  ['End', true, 2, 19],
  ['Enter', false, 2, null],
] as const)('%s (with Ctrl: %s) leads from byte %i to %s in rows of eight', (key, toEnds, from, to) => {
  expect(byteByKey(key, toEnds, from, 8, 20)).toBe(to);
});
