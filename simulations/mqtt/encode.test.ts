// What the encoder does not write: a packet that a receiver must refuse is our own mistake and throws.
import { expect, test } from 'vitest';
import { AssertionError } from '../engine/assert.ts';
import { encode } from './encode.ts';
import type { ConnectPacket, Packet, ProtocolVersion, PublishPacket, Subscription } from './packet.ts';

const NOTHING = new Uint8Array(0);
const CONNECT: ConnectPacket = { type: 'CONNECT', clientId: 'a', cleanStart: true, keepAliveSeconds: 0 };
const PUBLISH: PublishPacket = { type: 'PUBLISH', topicName: 't', payload: NOTHING, qos: 0, retain: false, dup: false };
const WILL = { topicName: 't', payload: NOTHING, qos: 0, retain: false } as const;
const FILTER: Subscription = { topicFilter: 't', qos: 0 };

/** As a caller without type checks might give it. */
const wrong = (packet: object) => packet as Packet;

const REFUSED: readonly (readonly [string, ProtocolVersion, Packet])[] = [
  ['no such type', '3.1.1', wrong({ type: 'PUBLISHED' })],
  ['keep alive too long', '3.1.1', { ...CONNECT, keepAliveSeconds: 65_536 }],
  ['keep alive not whole', '3.1.1', { ...CONNECT, keepAliveSeconds: 0.5 }],
  ['client id with U+0000', '3.1.1', { ...CONNECT, clientId: 'a\0' }],
  ['client id with half a pair', '3.1.1', { ...CONNECT, clientId: '\uD800' }],
  ['client id too long', '3.1.1', { ...CONNECT, clientId: 'a'.repeat(65_536) }],
  ['password alone in 3.1.1', '3.1.1', { ...CONNECT, password: NOTHING }],
  ['password too long', '5.0', { ...CONNECT, password: new Uint8Array(65_536) }],
  ['level of another version', '5.0', { ...CONNECT, protocolLevel: 4 }],
  ['level of another version', '3.1.1', { ...CONNECT, protocolLevel: 5 }],
  ['will topic with a wildcard', '3.1.1', { ...CONNECT, willMessage: { ...WILL, topicName: '#' } }],
  ['will QoS 3', '3.1.1', { ...CONNECT, willMessage: wrong({ ...WILL, qos: 3 }) as never }],
  ['will properties in 3.1.1', '3.1.1', { ...CONNECT, willMessage: { ...WILL, properties: { willDelaySeconds: 1 } } }],
  ['properties in 3.1.1', '3.1.1', { ...CONNECT, properties: {} }],
  ['authentication data without a method', '5.0', { ...CONNECT, properties: { authenticationData: NOTHING } }],
  ['receive maximum 0', '5.0', { ...CONNECT, properties: { receiveMaximum: 0 } }],
  ['property too large', '5.0', { ...CONNECT, properties: { sessionExpirySeconds: 2 ** 32 } }],
  ['property of another packet', '5.0', wrong({ ...CONNECT, properties: { topicAlias: 1 } })],
  ['unknown property', '5.0', wrong({ ...CONNECT, properties: { colour: 1 } })],
  ['flag that is no boolean', '5.0', wrong({ ...CONNECT, properties: { requestProblemInformation: 1 } })],
  ['reasonCode in 3.1.1', '3.1.1', { type: 'CONNACK', sessionPresent: false, reasonCode: 0 }],
  ['returnCode in 5.0', '5.0', { type: 'CONNACK', sessionPresent: false, returnCode: 0 }],
  ['reserved return code', '3.1.1', { type: 'CONNACK', sessionPresent: false, returnCode: 6 }],
  ['session present and refused', '3.1.1', { type: 'CONNACK', sessionPresent: true, returnCode: 2 }],
  ['maximum QoS 2', '5.0', wrong({ type: 'CONNACK', sessionPresent: false, reasonCode: 0, properties: { maximumQoS: 2 } })],
  ['QoS 3', '3.1.1', wrong({ ...PUBLISH, qos: 3, packetId: 1 })],
  ['DUP with QoS 0', '3.1.1', { ...PUBLISH, dup: true }],
  ['packet id with QoS 0', '3.1.1', { ...PUBLISH, packetId: 1 }],
  ['no packet id with QoS 1', '3.1.1', { ...PUBLISH, qos: 1 }],
  ['packet id 0', '3.1.1', { ...PUBLISH, qos: 1, packetId: 0 }],
  ['packet id 65,536', '3.1.1', { ...PUBLISH, qos: 1, packetId: 65_536 }],
  ['empty topic name', '5.0', { ...PUBLISH, topicName: '' }],
  ['topic name with a wildcard', '5.0', { ...PUBLISH, topicName: 'a/+' }],
  ['response topic with a wildcard', '5.0', { ...PUBLISH, properties: { responseTopic: '#' } }],
  ['reserved reason code', '5.0', { type: 'PUBREL', packetId: 1, reasonCode: 0x10 }],
  ['no subscription', '3.1.1', { type: 'SUBSCRIBE', packetId: 1, subscriptions: [] }],
  ['malformed filter', '3.1.1', { type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter: 'a#', qos: 0 }] }],
  ['options of 5.0 in 3.1.1', '3.1.1', { type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ ...FILTER, noLocal: true }] }],
  ['retain handling 3', '5.0', wrong({ type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ ...FILTER, retainHandling: 3 }] })],
  [
    'No Local on a shared one',
    '5.0',
    { type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter: '$share/g/t', qos: 0, noLocal: true }] },
  ],
  [
    'two subscription identifiers',
    '5.0',
    { type: 'SUBSCRIBE', packetId: 1, subscriptions: [FILTER], properties: { subscriptionIdentifiers: [1, 2] } },
  ],
  ['no filter', '5.0', { type: 'UNSUBSCRIBE', packetId: 1, topicFilters: [] }],
  ['no code', '3.1.1', { type: 'SUBACK', packetId: 1, reasonCodes: [] }],
  ['no code', '5.0', { type: 'UNSUBACK', packetId: 1 }],
  ['codes in 3.1.1', '3.1.1', { type: 'UNSUBACK', packetId: 1, reasonCodes: [0] }],
  ['AUTH in 3.1.1', '3.1.1', { type: 'AUTH', reasonCode: 0 }],
  ['AUTH without a method', '5.0', { type: 'AUTH', reasonCode: 0x18 }],
];

test.each(REFUSED)('%s (%s)', (_, version, packet) => {
  expect(() => encode(packet, version)).toThrow(AssertionError);
});

test('a reason code in a 3.1.1 acknowledgement or DISCONNECT is a mistake as well', () => {
  expect(() => encode({ type: 'PUBACK', packetId: 1, reasonCode: 0x10 }, '3.1.1')).toThrow(AssertionError);
  expect(() => encode({ type: 'DISCONNECT', reasonCode: 0 }, '3.1.1')).toThrow(AssertionError);
});

test('a packet that threw leaves nothing in the next one', () => {
  expect(() => encode({ ...CONNECT, keepAliveSeconds: -1 }, '3.1.1')).toThrow(AssertionError);
  expect([...encode({ type: 'PINGREQ' }, '3.1.1')]).toEqual([0xc0, 0]);
});

test('the bytes of a packet are not written over by the next one', () => {
  const first = encode({ ...PUBLISH, topicName: 'one' }, '3.1.1');
  const copy = [...first];
  encode({ ...PUBLISH, topicName: 'two' }, '3.1.1');
  expect([...first]).toEqual(copy);
});
