import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { SESSION_EXPIRY_DEFAULTS, type SessionExpirySetting, sessionExpiry } from './sessionExpiry.ts';

/** Session present of every CONNACK, and how often the broker says that it removed the session. */
const run = async (setting: SessionExpirySetting) => {
  const events = await eventsOf(sessionExpiry(setting));
  const accepted = connectionSteps(events, 'valve').filter((step) => step.startsWith('connected'));
  const expired = logLines(events).filter((line) => line === 'Expiring client valve-07 due to timeout.');
  return { present: accepted.map((step) => Number(step.endsWith('present'))), expired: expired.length };
};
const often = (absenceMs: number) => Array.from({ length: 40 }, () => absenceMs);

describe('session expiry interval', () => {
  it('X14 with 2 s the session waits 1 s and 2 s, but not 3 s', async () => {
    expect(await run(SESSION_EXPIRY_DEFAULTS)).toEqual({ present: [0, 1, 1, 0], expired: 1 });
  });

  // 2.33 s and 3.57 s from one connection to the next: every part of the broker's second comes up.
  it('X14 an absence below the interval is always forgiven, one of a second more never', async () => {
    expect((await run({ expirySeconds: 2, absencesMs: often(1_830) })).present).toEqual([0, ...often(1)]);
    expect((await run({ expirySeconds: 2, absencesMs: often(3_070) })).present).toEqual([0, ...often(0)]);
  });

  it('X14 with 0 the session ends with its connection', async () => {
    expect(await run({ expirySeconds: 0, absencesMs: [100, 1_000] })).toEqual({ present: [0, 0, 0], expired: 0 });
  });
});
