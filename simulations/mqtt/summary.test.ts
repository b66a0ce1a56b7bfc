import { expect, test } from 'vitest';
import type { Packet } from './packet.ts';
import { summary } from './summary.ts';

const payload = new Uint8Array(15);
const CONNECT: Packet = { type: 'CONNECT', clientId: 'esp32-1', cleanStart: false, keepAliveSeconds: 60 };
const WILL = { topicName: 'state', payload, qos: 1, retain: true } as const;

test.each<[string, Packet]>([
  [
    'PUBLISH q1 id 8 "sensor/1" 15 bytes DUP',
    { type: 'PUBLISH', topicName: 'sensor/1', payload, qos: 1, retain: false, dup: true, packetId: 8 },
  ],
  ['PUBLISH q0 "a" 1 byte RETAIN', { type: 'PUBLISH', topicName: 'a', payload: new Uint8Array(1), qos: 0, retain: true, dup: false }],
  [
    'PUBLISH q0 "" alias 3 15 bytes',
    { type: 'PUBLISH', topicName: '', payload, qos: 0, retain: false, dup: false, properties: { topicAlias: 3 } },
  ],
  ['CONNECT "esp32-1" c0 k60', CONNECT],
  ['CONNECT "esp32-1" c0 k60 x300 will "state" q1', { ...CONNECT, willMessage: WILL, properties: { sessionExpirySeconds: 300 } }],
  ['CONNACK 0x00 session present', { type: 'CONNACK', sessionPresent: true, returnCode: 0 }],
  ['CONNACK 0x87', { type: 'CONNACK', sessionPresent: false, reasonCode: 0x87 }],
  ['PUBACK id 8', { type: 'PUBACK', packetId: 8, reasonCode: 0 }],
  ['PUBREC id 8 0x97', { type: 'PUBREC', packetId: 8, reasonCode: 0x97 }],
  ['PUBREL id 8', { type: 'PUBREL', packetId: 8 }],
  ['PUBCOMP id 8', { type: 'PUBCOMP', packetId: 8 }],
  [
    'SUBSCRIBE id 1 "a/#" q1, "b" q0',
    {
      type: 'SUBSCRIBE',
      packetId: 1,
      subscriptions: [
        { topicFilter: 'a/#', qos: 1 },
        { topicFilter: 'b', qos: 0 },
      ],
    },
  ],
  ['SUBACK id 1 0x01 0x80', { type: 'SUBACK', packetId: 1, reasonCodes: [1, 0x80] }],
  ['UNSUBSCRIBE id 2 "a/#", "b"', { type: 'UNSUBSCRIBE', packetId: 2, topicFilters: ['a/#', 'b'] }],
  ['UNSUBACK id 2', { type: 'UNSUBACK', packetId: 2 }],
  ['UNSUBACK id 2 0x11', { type: 'UNSUBACK', packetId: 2, reasonCodes: [0x11] }],
  ['PINGREQ', { type: 'PINGREQ' }],
  ['PINGRESP', { type: 'PINGRESP' }],
  ['DISCONNECT', { type: 'DISCONNECT', reasonCode: 0 }],
  ['DISCONNECT 0x8E', { type: 'DISCONNECT', reasonCode: 0x8e }],
  ['AUTH 0x18', { type: 'AUTH', reasonCode: 0x18 }],
])('%s', (line, packet) => {
  expect(summary(packet)).toBe(line);
});

test('long and odd texts stay on one line', () => {
  const line = summary({ type: 'UNSUBSCRIBE', packetId: 1, topicFilters: [`a\n"${'é'.repeat(100)}`] });
  expect(line).toBe(`UNSUBSCRIBE id 1 "a\\n\\"${'é'.repeat(44)}…"`);
});
