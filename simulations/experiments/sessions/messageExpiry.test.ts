import { describe, expect, it } from 'vitest';
import { packets, received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { MESSAGE_EXPIRY_DEFAULTS, type MessageExpirySetting, messageExpiry } from './messageExpiry.ts';

const run = async (change: Partial<MessageExpirySetting>) => {
  const events = await eventsOf(messageExpiry({ ...MESSAGE_EXPIRY_DEFAULTS, ...change }));
  expect(packets(events, 'sender', 'downlink', 'PUBACK')).toHaveLength(
    (change.lifetimesSeconds ?? MESSAGE_EXPIRY_DEFAULTS.lifetimesSeconds).length,
  );
  return received(events, 'valve').map(({ payload, messageExpirySeconds }) => [payload, messageExpirySeconds]);
};

describe('message expiry', () => {
  it('X13 after 7 s away: the 3 s message is gone, the 60 s one has 53 left, the one without a lifetime tells none', async () => {
    expect(await run({})).toEqual([
      ['60 s', 53],
      ['none', null],
    ]);
  });

  it('X13 a 3.1.1 subscriber gets the same messages and is told nothing of lifetimes', async () => {
    expect(await run({ subscriberVersion: '3.1.1' })).toEqual([
      ['60 s', null],
      ['none', null],
    ]);
  });

  it('X13 at the very second of its end a message is still delivered, then without a lifetime', async () => {
    expect(await run({ lifetimesSeconds: [5, 6, 7, 8, 9] })).toEqual([
      ['7 s', null],
      ['8 s', 1],
      ['9 s', 2],
    ]);
  });

  it('X13 back at once: everything is there', async () => {
    expect((await run({ awayMs: 100 })).map(([payload]) => payload)).toEqual(['3 s', '60 s', 'none']);
  });
});
