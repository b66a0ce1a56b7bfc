// Our codec against mqtt-packet on the same packets and the same bytes. It differs by design in what differences.ts lists.
import fc from 'fast-check';
import { generate, parser } from 'mqtt-packet';
import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import { encode } from '../encode.ts';
import type { Packet, ProtocolVersion } from '../packet.ts';
import { arbitraryNoise, arbitraryWounds, malform } from './arbitraryBytes.ts';
import { arbitraryPacket } from './arbitraryPackets.ts';
import { IT_REFUSES, WE_REFUSE } from './differences.ts';
import { type PeerFields, toPeer } from './mqttPacketPeer.ts';

const VERSIONS: readonly ProtocolVersion[] = ['3.1.1', '5.0'];

const settings = (version: ProtocolVersion) => ({ protocolVersion: version === '5.0' ? 5 : 4 });
const asPeer = (packet: Packet) => toPeer(packet, (data) => Buffer.from(data));

function peerEncode(packet: Packet, version: ProtocolVersion): Uint8Array {
  return generate(asPeer(packet) as unknown as Parameters<typeof generate>[0], settings(version));
}

/** A PUBACK that no test writes otherwise: put behind the bytes to see where the peer thinks that they end. */
const BEHIND = Buffer.from('40021234', 'hex');

/** Its view of `bytes` as one whole packet; `undefined` when it refuses. Without `followed` nothing comes behind them. */
function peerDecode(bytes: Uint8Array, version: ProtocolVersion, followed: boolean): PeerFields | undefined {
  const packets: PeerFields[] = [];
  let refused = false;
  const peer = parser(settings(version));
  peer.on('packet', (packet: unknown) => packets.push(packet as PeerFields));
  peer.on('error', () => {
    refused = true;
  });
  try {
    refused ||= peer.parse(followed ? Buffer.concat([bytes, BEHIND]) : Buffer.from(bytes)) > 0;
  } catch {
    return undefined;
  }
  if (refused || packets.length !== (followed ? 2 : 1)) return undefined;
  return followed && packets[1]?.messageId !== 0x1234 ? undefined : packets[0];
}

/** The fields of `packet` that ours has too, those absent in ours included. */
function sameFields(ours: PeerFields, packet: PeerFields): PeerFields {
  return Object.fromEntries(Object.keys(ours).map((key) => [key, packet[key]]));
}

/** It keeps user properties in an object: equal names together, number-like ones first, and an empty value is lost to the next. */
function keepsUserProperties(packet: Packet): boolean {
  const lists = [packet, packet.type === 'CONNECT' ? packet.willMessage : undefined].map((part) => {
    return part !== undefined && 'properties' in part && part.properties && 'userProperties' in part.properties
      ? part.properties.userProperties
      : [];
  });
  return lists.every((list = []) => {
    const names = list.map(([name]) => name);
    return new Set(names).size === names.length && !names.some((name) => /^\d+$/.test(name));
  });
}

/** What its generator does not write, though the standard leaves it to the server or allows it. */
function peerWrites(packet: Packet): boolean {
  if (packet.type !== 'CONNECT') return true;
  if (packet.clientId === '' && (packet.protocolLevel === 3 || !packet.cleanStart)) return false;
  return packet.password === undefined || packet.userName !== undefined;
}

/** It writes a Property Length of 0 where we leave it out, as 5.0 allows. [v5.0 §3.4.2.2.1, §3.14.2.2.1] */
function isShorter(packet: Packet): boolean {
  const { type } = packet;
  if (type === 'DISCONNECT') return packet.reasonCode !== undefined && packet.properties === undefined;
  const isAcknowledgement = type === 'PUBACK' || type === 'PUBREC' || type === 'PUBREL' || type === 'PUBCOMP';
  return isAcknowledgement && !!packet.reasonCode && packet.properties === undefined;
}

/** Codes that its tables lack. */
function peerKnows(packet: Packet): boolean {
  return packet.type !== 'DISCONNECT' || packet.reasonCode !== 0x8c;
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe.each(VERSIONS)('MQTT %s', { timeout: 120_000 }, (version) => {
  const packets = arbitraryPacket(version).filter(keepsUserProperties);

  test('the same bytes for the same packet', () => {
    const counted = { same: 0, shorter: 0, unwritten: 0 };
    for (const packet of fc.sample(packets, { seed: 42, numRuns: 10_000 })) {
      const bytes = encode(packet, version);
      if (!peerWrites(packet)) {
        counted.unwritten++;
        expect(() => peerEncode(packet, version)).toThrow();
        continue;
      }
      const theirs = peerEncode(packet, version);
      if (isShorter(packet)) {
        counted.shorter++;
        expect(bytes.length).toBeLessThan(theirs.length);
        expect(decode(theirs, version)).toStrictEqual({ ok: true, packet });
      } else {
        counted.same++;
        expect(theirs.join()).toBe(bytes.join());
      }
    }
    // Not a comparison of next to nothing: 3.1.1 has 9,966 equal ones, 5.0 has 9,139.
    expect(counted.same).toBeGreaterThan(9_000);
    expect(counted.shorter > 0).toBe(version === '5.0');
  });

  test('the same packet for the same bytes', () => {
    for (const packet of fc.sample(packets.filter(peerKnows), { seed: 43, numRuns: 10_000 })) {
      const ours = asPeer(packet);
      const theirs = peerDecode(encode(packet, version), version, false);
      expect(theirs && sameFields(ours, theirs)).toEqual(ours);
    }
  });

  test('wounded packets and noise are judged alike, but for the known differences', () => {
    const wounded = fc
      .tuple(arbitraryPacket(version), arbitraryWounds, fc.constantFrom(true, true, false))
      .map(([packet, wounds, refit]) => malform(encode(packet, version), wounds, refit));
    const counted = { bothAccept: 0, bothRefuse: 0, weRefuse: 0, itRefuses: 0 };
    const known = new Set(WE_REFUSE.map(({ code }) => code));
    const bytes = fc.oneof({ weight: 3, arbitrary: wounded }, { weight: 1, arbitrary: arbitraryNoise });
    for (const one of fc.sample(bytes, { seed: 44, numRuns: 40_000 })) {
      const ours = decode(one, version);
      const theirs = peerDecode(one, version, true);
      if (ours.ok && theirs !== undefined) {
        counted.bothAccept++;
        const fields = asPeer(ours.packet);
        if (keepsUserProperties(ours.packet)) expect(sameFields(fields, theirs)).toEqual(fields);
      } else if (ours.ok) {
        counted.itRefuses++;
        const { type, ...held } = ours.packet;
        expect(type === 'AUTH' ? one.length === 2 : type).toBe(type === 'AUTH' ? true : 'DISCONNECT');
        if (type === 'DISCONNECT') expect('properties' in held && peerKnows(ours.packet)).toBe(false);
      } else if (theirs !== undefined) {
        counted.weRefuse++;
        expect(known).toContain(ours.error.code);
      } else counted.bothRefuse++;
    }
    // 3.1.1 has 4,923 and 29,367 of 40,000, 5.0 has 4,022 and 31,151.
    expect(counted.bothAccept).toBeGreaterThan(3_500);
    expect(counted.bothRefuse).toBeGreaterThan(25_000);
  });
});

describe('the known differences', () => {
  test.each(WE_REFUSE)('we refuse $hex ($code): $why', ({ version, hex, code }) => {
    expect(decode(bytesOf(hex), version)).toMatchObject({ ok: false, error: { code } });
    expect(peerDecode(bytesOf(hex), version, true)).toBeDefined();
  });

  test.each(IT_REFUSES)('it refuses $hex: $why', ({ version, hex }) => {
    expect(decode(bytesOf(hex), version)).toMatchObject({ ok: true });
    expect(peerDecode(bytesOf(hex), version, true)).toBeUndefined();
  });
});
