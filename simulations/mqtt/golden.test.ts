// Packets written out by hand, byte by byte, for every type in both versions: what the standards say, not what the code does.
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import type { Packet, ProtocolVersion } from './packet.ts';

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const HI = bytesOf('68 69');
const NOTHING = new Uint8Array(0);
const QUIET = { retain: false, dup: false };

const GOLDEN_311: readonly (readonly [string, Packet])[] = [
  [
    '10 1b 00044d515454 04 ee 003c 00026431 000177 000201ff 000175 000170',
    {
      type: 'CONNECT',
      protocolLevel: 4,
      clientId: 'd1',
      cleanStart: true,
      keepAliveSeconds: 60,
      willMessage: { topicName: 'w', payload: bytesOf('01ff'), qos: 1, retain: true },
      userName: 'u',
      password: bytesOf('70'),
    },
  ],
  [
    '10 10 00064d5149736470 03 02 000a 00026431',
    { type: 'CONNECT', protocolLevel: 3, clientId: 'd1', cleanStart: true, keepAliveSeconds: 10 },
  ],
  ['20 02 01 00', { type: 'CONNACK', sessionPresent: true, returnCode: 0 }],
  ['20 02 00 05', { type: 'CONNACK', sessionPresent: false, returnCode: 5 }],
  ['30 07 0003612f62 6869', { type: 'PUBLISH', topicName: 'a/b', payload: HI, qos: 0, ...QUIET }],
  ['3b 07 0003612f62 000a', { type: 'PUBLISH', topicName: 'a/b', payload: NOTHING, qos: 1, retain: true, dup: true, packetId: 10 }],
  ['34 09 0003612f62 ffff 6869', { type: 'PUBLISH', topicName: 'a/b', payload: HI, qos: 2, ...QUIET, packetId: 65_535 }],
  ['40 02 000a', { type: 'PUBACK', packetId: 10 }],
  ['50 02 000b', { type: 'PUBREC', packetId: 11 }],
  ['62 02 000b', { type: 'PUBREL', packetId: 11 }],
  ['70 02 000b', { type: 'PUBCOMP', packetId: 11 }],
  [
    '82 0e 0001 0003612f62 01 0003632f23 02',
    {
      type: 'SUBSCRIBE',
      packetId: 1,
      subscriptions: [
        { topicFilter: 'a/b', qos: 1 },
        { topicFilter: 'c/#', qos: 2 },
      ],
    },
  ],
  ['90 05 0001 01 02 80', { type: 'SUBACK', packetId: 1, reasonCodes: [1, 2, 0x80] }],
  ['a2 07 0002 0003612f62', { type: 'UNSUBSCRIBE', packetId: 2, topicFilters: ['a/b'] }],
  ['b0 02 0002', { type: 'UNSUBACK', packetId: 2 }],
  ['c0 00', { type: 'PINGREQ' }],
  ['d0 00', { type: 'PINGRESP' }],
  ['e0 00', { type: 'DISCONNECT' }],
];

const GOLDEN_5: readonly (readonly [string, Packet])[] = [
  [
    '10 17 00044d515454 05 02 003c 08 110000012c 210014 00026431',
    {
      type: 'CONNECT',
      protocolLevel: 5,
      clientId: 'd1',
      cleanStart: true,
      keepAliveSeconds: 60,
      properties: { sessionExpirySeconds: 300, receiveMaximum: 20 },
    },
  ],
  [
    '10 1b 00044d515454 05 46 0000 00 0000 05 1800000005 000177 0000 000170',
    {
      type: 'CONNECT',
      protocolLevel: 5,
      clientId: '',
      cleanStart: true,
      keepAliveSeconds: 0,
      willMessage: { topicName: 'w', payload: NOTHING, qos: 0, retain: false, properties: { willDelaySeconds: 5 } },
      password: bytesOf('70'),
    },
  ],
  [
    '20 09 00 00 06 22000a 210014',
    { type: 'CONNACK', sessionPresent: false, reasonCode: 0, properties: { topicAliasMaximum: 10, receiveMaximum: 20 } },
  ],
  ['20 03 00 87 00', { type: 'CONNACK', sessionPresent: false, reasonCode: 0x87 }],
  ['20 05 01 00 02 2400', { type: 'CONNACK', sessionPresent: true, reasonCode: 0, properties: { maximumQoS: 0 } }],
  ['30 08 0000 03 230005 6869', { type: 'PUBLISH', topicName: '', payload: HI, qos: 0, ...QUIET, properties: { topicAlias: 5 } }],
  [
    '32 12 000161 0007 0c 0b8001 0b05 2600016b000176',
    {
      type: 'PUBLISH',
      topicName: 'a',
      payload: NOTHING,
      qos: 1,
      ...QUIET,
      packetId: 7,
      properties: { subscriptionIdentifiers: [128, 5], userProperties: [['k', 'v']] },
    },
  ],
  ['34 08 000161 0007 00 6869', { type: 'PUBLISH', topicName: 'a', payload: HI, qos: 2, ...QUIET, packetId: 7 }],
  ['40 02 000a', { type: 'PUBACK', packetId: 10, reasonCode: 0 }],
  ['40 03 000a 10', { type: 'PUBACK', packetId: 10, reasonCode: 0x10 }],
  ['50 08 000a 87 04 1f000178', { type: 'PUBREC', packetId: 10, reasonCode: 0x87, properties: { reasonString: 'x' } }],
  ['62 03 000b 92', { type: 'PUBREL', packetId: 11, reasonCode: 0x92 }],
  ['70 02 000b', { type: 'PUBCOMP', packetId: 11, reasonCode: 0 }],
  [
    '82 0b 0001 02 0b7f 0003612f23 2d',
    {
      type: 'SUBSCRIBE',
      packetId: 1,
      subscriptions: [{ topicFilter: 'a/#', qos: 1, noLocal: true, retainAsPublished: true, retainHandling: 2 }],
      properties: { subscriptionIdentifiers: [127] },
    },
  ],
  ['90 05 0001 00 01 9e', { type: 'SUBACK', packetId: 1, reasonCodes: [1, 0x9e] }],
  ['a2 08 0002 00 0003612f62', { type: 'UNSUBSCRIBE', packetId: 2, topicFilters: ['a/b'] }],
  ['b0 05 0002 00 00 11', { type: 'UNSUBACK', packetId: 2, reasonCodes: [0, 0x11] }],
  ['c0 00', { type: 'PINGREQ' }],
  ['d0 00', { type: 'PINGRESP' }],
  ['e0 00', { type: 'DISCONNECT', reasonCode: 0 }],
  ['e0 01 8e', { type: 'DISCONNECT', reasonCode: 0x8e }],
  ['e0 07 00 05 110000012c', { type: 'DISCONNECT', reasonCode: 0, properties: { sessionExpirySeconds: 300 } }],
  ['f0 00', { type: 'AUTH', reasonCode: 0 }],
  [
    'f0 0e 18 0c 150005504c41494e 160001ff',
    { type: 'AUTH', reasonCode: 0x18, properties: { authenticationMethod: 'PLAIN', authenticationData: bytesOf('ff') } },
  ],
];

describe.each([
  ['3.1.1', GOLDEN_311],
  ['5.0', GOLDEN_5],
] as const)('MQTT %s', (version, golden) => {
  test.each(golden)('%s', (hex, packet) => {
    expect(hexOf(encode(packet, version))).toBe(hexOf(bytesOf(hex)));
    expect(decode(bytesOf(hex), version)).toStrictEqual({ ok: true, packet });
  });

  test('every packet type of the version is here', () => {
    const types = new Set(golden.map(([, { type }]) => type));
    expect(types.size).toBe(version === '5.0' ? 15 : 14);
  });
});

describe('longer forms that the standards allow', () => {
  const cases: readonly (readonly [ProtocolVersion, string, Packet])[] = [
    ['5.0', '40 04 000a 00 00', { type: 'PUBACK', packetId: 10, reasonCode: 0 }],
    ['5.0', 'e0 02 00 00', { type: 'DISCONNECT', reasonCode: 0 }],
    ['3.1.1', 'c0 80 00', { type: 'PINGREQ' }],
  ];
  test.each(cases)('%s: %s', (version, hex, packet) => {
    expect(decode(bytesOf(hex), version)).toStrictEqual({ ok: true, packet });
  });
});

test('a CONNECT says for itself which version it speaks', () => {
  const packet: Packet = { type: 'CONNECT', protocolLevel: 5, clientId: 'a', cleanStart: true, keepAliveSeconds: 0 };
  expect(decode(encode(packet, '5.0'), '3.1.1')).toStrictEqual({ ok: true, packet });
});

describe('lengths at the borders of a variable byte integer', () => {
  test.each([
    [127, '7f'],
    [128, '8001'],
    [16_383, 'ff7f'],
    [16_384, '808001'],
    [2_097_151, 'ffff7f'],
    [2_097_152, '80808001'],
  ])('Remaining Length %i is %s', (length, hex) => {
    const packet: Packet = { type: 'PUBLISH', topicName: 't', payload: new Uint8Array(length - 3).fill(7), qos: 0, ...QUIET };
    const bytes = encode(packet, '3.1.1');
    expect(hexOf(bytes.subarray(0, 1 + hex.length / 2))).toBe(`30${hex}`);
    const result = decode(bytes, '3.1.1');
    expect(result.ok && result.packet.type === 'PUBLISH' && Buffer.compare(result.packet.payload, packet.payload)).toBe(0);
  });

  test.each([
    [127, '7f'],
    [128, '8001'],
    [16_383, 'ff7f'],
    [16_384, '808001'],
  ])('Property Length %i is %s', (length, hex) => {
    const properties = { correlationData: new Uint8Array(length - 3).fill(7) };
    const packet: Packet = { type: 'PUBLISH', topicName: 't', payload: HI, qos: 0, ...QUIET, properties };
    const bytes = encode(packet, '5.0');
    expect(hexOf(bytes)).toContain(`000174${hex}09`);
    const result = decode(bytes, '5.0');
    expect(result.ok && hexOf(encode(result.packet, '5.0'))).toBe(hexOf(bytes));
  });
});
