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

it('names the first byte that differs', () => {
  expect(packetDifference({ at, a: packet(0x10, 4, 0xff), b: packet(0x10, 5, 0) })).toEqual({ at: 2, a: '04', b: '05', lengths: [3, 3] });
});

it('names the lengths where one is the beginning of the other', () => {
  expect(packetDifference({ at, a: packet(1), b: packet(1, 2) })).toEqual({ at: null, a: '', b: '', lengths: [1, 2] });
});

it('has nothing to say of the same bytes, or of what is no packet', () => {
  expect(packetDifference({ at, a: packet(1), b: packet(1) })).toBeNull();
  expect(packetDifference({ at, a: packet(1), b: null })).toBeNull();
});
