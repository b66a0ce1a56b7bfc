import { expect, it } from 'vitest';
import { fromMilliseconds, type PacketSent } from '#simulations';
import { packetDifference } from './packetDifference.ts';

const packet = (...bytes: number[]): PacketSent => ({
  kind: 'packetSent',
  at: fromMilliseconds(1),
  packet: 0,
  client: 'device',
  direction: 'uplink',
  type: 'CONNECT',
  summary: 'CONNECT',
  bytes: Uint8Array.from(bytes),
  packetId: null,
  qos: null,
  dup: false,
  message: null,
  device: null,
  endsAt: fromMilliseconds(2),
  lost: false,
});
const at = fromMilliseconds(1);

it('names the first byte that differs, but for the remaining length', () => {
  expect(packetDifference({ at, a: packet(0x10, 2, 4, 9), b: packet(0x10, 3, 5, 9, 0) })).toEqual({
    at: 3,
    a: '04',
    b: '05',
    lengths: [4, 5],
  });
  expect(packetDifference({ at, a: packet(0x30, 1, 7), b: packet(0x32, 1, 7) })).toMatchObject({ at: 1, a: '30', b: '32' });
});

it('names the lengths where one is the beginning of the other, or has a longer remaining length', () => {
  expect(packetDifference({ at, a: packet(0x10, 1, 7), b: packet(0x10, 2, 7, 7) })).toEqual({ at: null, a: '', b: '', lengths: [3, 4] });
  expect(packetDifference({ at, a: packet(0x10, 1, 7), b: packet(0x10, 0x81, 0, 7) })).toMatchObject({ at: null, lengths: [3, 4] });
});

it('has nothing to say of the same bytes, or of what is no packet', () => {
  expect(packetDifference({ at, a: packet(0x10, 1, 7), b: packet(0x10, 1, 7) })).toBeNull();
  expect(packetDifference({ at, a: packet(0x10, 0), b: null })).toBeNull();
});
