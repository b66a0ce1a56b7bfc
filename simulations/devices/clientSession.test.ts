import { expect, it } from 'vitest';
import type { PublishPacket } from '../mqtt/packet.ts';
import { ClientSession } from './clientSession.ts';

const message = (qos: 0 | 1 | 2, packetId?: number): PublishPacket => ({
  type: 'PUBLISH',
  topicName: 'a',
  payload: Uint8Array.of(1),
  qos,
  retain: false,
  dup: false,
  ...(packetId === undefined ? {} : { packetId }),
});
const connect = { type: 'CONNECT', clientId: 'a', cleanStart: false, keepAliveSeconds: 0 } as const;

/** One connection with these messages, and the next one has begun. */
function left(...messages: readonly PublishPacket[]): ClientSession {
  const session = new ClientSession();
  session.sends(connect);
  for (const one of messages) session.sends(one);
  session.sends(connect);
  return session;
}

it('sends again what is unanswered, in order and with DUP; nothing of QoS 0, nothing that was answered', () => {
  const session = left(message(0), message(1, 1), message(2, 2), message(1, 3));
  session.receives({ type: 'PUBACK', packetId: 1 });
  expect(session.again()).toEqual([
    { ...message(2, 2), dup: true },
    { ...message(1, 3), dup: true },
  ]);
});

it('sends PUBREL again, in the place of its message, and no PUBLISH any more', () => {
  const session = new ClientSession();
  session.sends(message(2, 1));
  session.sends(message(1, 2));
  session.receives({ type: 'PUBREC', packetId: 1 });
  session.sends({ type: 'PUBREL', packetId: 1 });
  session.sends(connect);
  expect(session.again()).toEqual([
    { type: 'PUBREL', packetId: 1 },
    { ...message(1, 2), dup: true },
  ]);
  session.receives({ type: 'PUBCOMP', packetId: 1 });
  expect(session.again()).toEqual([{ ...message(1, 2), dup: true }]);
});

it('has done with a QoS 2 message that the broker refused', () => {
  const session = left(message(2, 1));
  session.receives({ type: 'PUBREC', packetId: 1, reasonCode: 0x97 });
  expect(session.again()).toEqual([]);
});

it('does not repeat what was first sent in this very connection, before its CONNACK came', () => {
  const session = left(message(1, 1));
  session.sends(message(1, 2));
  expect(session.again()).toEqual([{ ...message(1, 1), dup: true }]);
});

it('tells of a QoS 2 message once until it is released, of others each time', () => {
  const session = new ClientSession();
  expect([session.receives(message(2, 7)), session.receives(message(2, 7))]).toEqual([true, false]);
  session.receives({ type: 'PUBREL', packetId: 7 });
  expect(session.receives(message(2, 7))).toBe(true);
  expect([session.receives(message(1, 8)), session.receives(message(1, 8))]).toEqual([true, true]);
});

it('forgets both halves', () => {
  const session = left(message(1, 1));
  session.receives(message(2, 7));
  session.forget();
  expect(session.again()).toEqual([]);
  expect(session.receives(message(2, 7))).toBe(true);
});
