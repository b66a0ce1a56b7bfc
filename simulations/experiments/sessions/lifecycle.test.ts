import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, logLines, payloads, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { LIFECYCLE_DEFAULTS, type LifecycleSetting, lifecycle } from './lifecycle.ts';

const commandsGot = (events: readonly RunEvent[]): number =>
  new Set(payloads(events, 'device').filter((payload) => payload.startsWith('open'))).size;
const present = (events: readonly RunEvent[]): boolean => connectionSteps(events, 'device').at(-1) === 'connected 0 present';

/** The rule that the lab is to teach, in the words of the standard and of what 2.0.21 keeps on disk. */
function survives({ protocolVersion, cleanFirst, cleanReturn, sessionExpirySeconds, end, awaySeconds, broker }: LifecycleSetting): boolean {
  // The broker learns of a pulled cable later: only from then on the expiry runs.
  const heldFor = end === 'cable' ? 0 : awaySeconds;
  const outlives = protocolVersion === '3.1.1' ? !cleanFirst : sessionExpirySeconds > heldFor;
  const saved = broker === 'runsOn' || (broker === 'restartKeeps' && !cleanFirst);
  return outlives && saved && !cleanReturn;
}

const BOOL = [true, false] as const;
const grid = (['3.1.1', '5.0'] as const).flatMap((protocolVersion) =>
  BOOL.flatMap((cleanFirst) =>
    BOOL.flatMap((cleanReturn) =>
      (['disconnect', 'cable', 'restart'] as const).flatMap((end) =>
        (['runsOn', 'restartKeeps', 'restartForgets'] as const).map((broker) => ({
          protocolVersion,
          cleanFirst,
          cleanReturn,
          end,
          broker,
        })),
      ),
    ),
  ),
);

describe('what remains of a session', () => {
  it.each(grid)('$protocolVersion, clean $cleanFirst then $cleanReturn, $end, broker $broker', async (setting) => {
    const full = { ...LIFECYCLE_DEFAULTS, ...setting };
    const events = await eventsOf(lifecycle(setting));
    const kept = survives(full);
    expect(present(events)).toBe(kept);
    expect(commandsGot(events)).toBe(kept ? full.commands : 0);
    // The subscription is part of the session: without it, later commands do not come either.
    expect(payloads(events, 'device').includes('after')).toBe(kept);
    expect(payloads(events, 'device')[0]).toBe('before');
  });
});

it.each([
  [0, 0],
  [5, 0],
  [20, 5],
])('5.0: with an expiry of %d s and 10 s away, %d commands come', async (sessionExpirySeconds, commands) => {
  const events = await eventsOf(lifecycle({ protocolVersion: '5.0', sessionExpirySeconds }));
  expect(commandsGot(events)).toBe(commands);
});

it('a pulled cable is noticed after one and a half times the keep alive; until then the broker believes in the connection', async () => {
  const events = await eventsOf(lifecycle({ end: 'cable', awaySeconds: 20 }));
  expect(sessionsAt(events, 7_000).find(({ clientId }) => clientId === 'valve-07')).toMatchObject({ connected: true });
  expect(sessionsAt(events, 12_000).find(({ clientId }) => clientId === 'valve-07')).toMatchObject({ connected: false });
  expect(logLines(events)).toContain('Client valve-07 has exceeded timeout, disconnecting.');
});

it('subscribing again brings what comes later, not what came meanwhile', async () => {
  const events = await eventsOf(lifecycle({ cleanFirst: true, cleanReturn: true, subscribesAgain: true }));
  expect(payloads(events, 'device')).toEqual(['before', 'after']);
});

it.each([
  { awaySeconds: 3, commands: 50 },
  { awaySeconds: 600, commands: 0 },
] as const)('runs at the ends of its ranges: %o', async (setting) => {
  const events = await eventsOf(lifecycle(setting));
  expect(commandsGot(events)).toBe(setting.commands);
});
