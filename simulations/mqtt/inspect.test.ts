import { expect, test } from 'vitest';
import { encode } from './encode.ts';
import { type FieldSpan, inspect, leavesOf } from './inspect.ts';
import type { Packet } from './packet.ts';

/** `start-end path = value section`, with the bits where the field is bits. */
function lineOf({ start, end, bits, path, value, section }: FieldSpan): string {
  const place = bits === undefined ? `${start}-${end}` : `${start}.${bits.high}-${bits.low}`;
  const shown = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : JSON.stringify(value);
  return `${place} ${path} = ${shown} ${section}`;
}

function linesOf(fields: readonly FieldSpan[]): readonly string[] {
  return leavesOf(fields).map(lineOf);
}

test('a PUBLISH of 5.0, field by field', () => {
  const packet: Packet = {
    type: 'PUBLISH',
    topicName: 'a/b',
    payload: Uint8Array.of(0x68, 0x69),
    qos: 1,
    retain: false,
    dup: true,
    packetId: 8,
    properties: { topicAlias: 5, userProperties: [['k', 'é']] },
  };
  const { result, fields } = inspect(encode(packet, '5.0'), '5.0');
  expect(result).toStrictEqual({ ok: true, packet });
  expect(linesOf(fields)).toEqual([
    '0.7-4 fixedHeader.packetType = 3 [v5.0 §2.1.2]',
    '0.3-3 fixedHeader.dup = 1 [v5.0 §3.3.1.1]',
    '0.2-1 fixedHeader.qos = 1 [v5.0 §3.3.1.2]',
    '0.0-0 fixedHeader.retain = 0 [v5.0 §3.3.1.3]',
    '1-2 fixedHeader.remainingLength = 21 [v5.0 §2.1.4]',
    '2-4 variableHeader.topicNameLength = 3 [v5.0 §1.5.4]',
    '4-7 variableHeader.topicName = "a/b" [v5.0 §3.3.2.1]',
    '7-9 variableHeader.packetId = 8 [v5.0 §2.2.1]',
    '9-10 variableHeader.properties.propertyLength = 11 [v5.0 §2.2.2.1]',
    '10-11 variableHeader.properties.property[0].identifier = 35 [v5.0 §2.2.2.2]',
    '11-13 variableHeader.properties.property[0].topicAlias = 5 [v5.0 §3.3.2.3.4]',
    '13-14 variableHeader.properties.property[1].identifier = 38 [v5.0 §2.2.2.2]',
    '14-16 variableHeader.properties.property[1].nameLength = 1 [v5.0 §1.5.4]',
    '16-17 variableHeader.properties.property[1].name = "k" [v5.0 §3.3.2.3.7]',
    '17-19 variableHeader.properties.property[1].valueLength = 2 [v5.0 §1.5.4]',
    '19-21 variableHeader.properties.property[1].value = "é" [v5.0 §3.3.2.3.7]',
    '21-23 payload.message = 6869 [v5.0 §3.3.3]',
  ]);
});

test('a CONNECT of 3.1.1 cites 3.1.1, whatever version is given', () => {
  const bytes = encode({ type: 'CONNECT', clientId: 'd', cleanStart: true, keepAliveSeconds: 60, userName: '' }, '3.1.1');
  const { version, fields } = inspect(bytes, '5.0');
  expect(version).toBe('3.1.1');
  expect(linesOf(fields).slice(3)).toEqual([
    '2-4 variableHeader.protocolNameLength = 4 [v3.1.1 §1.5.3]',
    '4-8 variableHeader.protocolName = "MQTT" [v3.1.1 §3.1.2.1]',
    '8-9 variableHeader.protocolLevel = 4 [v3.1.1 §3.1.2.2]',
    '9.7-7 variableHeader.connectFlags.userNameFlag = 1 [v3.1.1 §3.1.2.8]',
    '9.6-6 variableHeader.connectFlags.passwordFlag = 0 [v3.1.1 §3.1.2.9]',
    '9.5-5 variableHeader.connectFlags.willRetain = 0 [v3.1.1 §3.1.2.7]',
    '9.4-3 variableHeader.connectFlags.willQoS = 0 [v3.1.1 §3.1.2.6]',
    '9.2-2 variableHeader.connectFlags.willFlag = 0 [v3.1.1 §3.1.2.5]',
    '9.1-1 variableHeader.connectFlags.cleanStart = 1 [v3.1.1 §3.1.2.4]',
    '9.0-0 variableHeader.connectFlags.reserved = 0 [v3.1.1 §3.1.2.3]',
    '10-12 variableHeader.keepAliveSeconds = 60 [v3.1.1 §3.1.2.10]',
    '12-14 payload.clientIdLength = 1 [v3.1.1 §1.5.3]',
    '14-15 payload.clientId = "d" [v3.1.1 §3.1.3.1]',
    '15-17 payload.userNameLength = 0 [v3.1.1 §1.5.3]',
    '17-17 payload.userName = "" [v3.1.1 §3.1.3.4]',
  ]);
});

test('a packet with nothing but a fixed header has no other group', () => {
  expect(inspect(encode({ type: 'PINGREQ' }, '5.0'), '5.0').fields.map(({ name }) => name)).toEqual(['Fixed header']);
});

test('of a malformed packet the fields up to the fault, and the rest', () => {
  const { result, fields } = inspect(Uint8Array.of(0x82, 0x08, 0x00, 0x01, 0x00, 0x01, 0x61, 0x07, 0x00, 0x00), '3.1.1');
  expect(result).toMatchObject({ ok: false, error: { code: 'subscriptionOptionsReserved', offset: 7 } });
  expect(linesOf(fields).slice(-3)).toEqual([
    '7.7-2 payload.subscriptions[0].options.reserved = 1 [v3.1.1 §3.8.3]',
    '7.1-0 payload.subscriptions[0].options.qos = 3 [v3.1.1 §3.8.3]',
    '8-10 unread = 0000 [v3.1.1 §4.8]',
  ]);
});
