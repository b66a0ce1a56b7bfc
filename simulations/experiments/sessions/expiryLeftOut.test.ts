import { describe, expect, it } from 'vitest';
import { connectionSteps, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { EXPIRY_LEFT_OUT_DEFAULTS, type ExpiryLeftOutSetting, expiryLeftOut } from './expiryLeftOut.ts';

const NEVER = 0xffff_ffff;

/** Session present of both CONNACKs, sessions while it was away, and subscriptions in the end. */
const run = async (change: Partial<ExpiryLeftOutSetting>) => {
  const events = await eventsOf(expiryLeftOut({ ...EXPIRY_LEFT_OUT_DEFAULTS, ...change }));
  const accepted = connectionSteps(events, 'valve').filter((step) => step.startsWith('connected'));
  return {
    present: accepted.map((step) => Number(step.endsWith('present'))),
    kept: sessionsAt(events, 2_500).length,
    subscriptions: sessionsAt(events, 4_000)[0]?.subscriptions.map(({ topicFilter }) => topicFilter),
  };
};
const LOST = { present: [0, 0], kept: 0, subscriptions: [] };
const FOUND = { present: [0, 1], kept: 1, subscriptions: ['valve/07/command'] };

describe.each(['drop', 'disconnect'] as const)('the connection ends with %s', (ends) => {
  it('X15 5.0, clean start off, no expiry: session present 0 and 0', async () => {
    expect(await run({ ends })).toEqual(LOST);
    expect(await run({ ends, expirySeconds: 0 })).toEqual(LOST);
  });

  it.each([300, NEVER])('X15 5.0, clean start off, expiry %i: 0, then 1', async (expirySeconds) => {
    expect(await run({ ends, expirySeconds })).toEqual(FOUND);
  });

  it('X15 5.0, clean start on: the session was kept for nobody, the next connect wipes it', async () => {
    expect(await run({ ends, expirySeconds: 300, cleanStart: true })).toEqual({ present: [0, 0], kept: 1, subscriptions: [] });
  });

  it('X15 3.1.1: clean session alone decides', async () => {
    expect(await run({ ends, protocolVersion: '3.1.1' })).toEqual(FOUND);
    expect(await run({ ends, protocolVersion: '3.1.1', cleanStart: true })).toEqual(LOST);
  });
});
