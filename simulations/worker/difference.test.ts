// Where two runs on the in-page broker part.
import { describe, expect, it } from 'vitest';
import { fromMicroseconds, type Microseconds, START } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { lifecycle } from '../experiments/sessions/lifecycle.ts';
import { firstDifference } from './difference.ts';

const at = fromMicroseconds;

describe('two runs on the broker', () => {
  it('that are the same part nowhere', async () => {
    expect(firstDifference(await eventsOf(lifecycle()), await eventsOf(lifecycle()), null)).toBeNull();
  });

  it('part at the CONNECT that asks for something else, then at what the broker keeps, at what the device is told, and at what it gets', async () => {
    const [kept, wiped] = [await eventsOf(lifecycle()), await eventsOf(lifecycle({ cleanFirst: true }))];
    const told: string[] = [];
    for (let after: Microseconds | null = null; told.length < 400; ) {
      const found = firstDifference(kept, wiped, after);
      if (found === null) break;
      expect(found.at).toBeGreaterThan(after ?? -1);
      after = found.at;
      told.push([found.a, found.b].map(briefly).join(' | '));
    }
    expect(told[0]).toMatch(/^device CONNECT .*c0.* \| device CONNECT .*c1/);
    expect(told.length).toBeLessThan(400);
    // Its session goes with its connection; on its return the device is told so, and it misses what is sent afterwards.
    expect(told).toContain('sessions web-app,valve-07 | sessions web-app');
    expect(told.indexOf('connected, session present | connected, no session')).toBeGreaterThan(2);
    expect(told.indexOf('received after | -')).toBeGreaterThan(told.indexOf('connected, session present | connected, no session'));
  });

  it('that differ in the link alone part where a knock at the door comes later', async () => {
    const one = lifecycle();
    const slower = { ...one, clients: (one.clients ?? []).map((client) => ({ ...client, link: { ...client.link, delayMs: 70 } })) };
    expect(firstDifference(await eventsOf(one), await eventsOf(slower), null)).toMatchObject({
      at: 50_000,
      a: { kind: 'brokerLog', text: expect.stringContaining('New connection') },
      b: null,
    });
  });
});

describe('within an instant', () => {
  const cable = (instant: number, client: string): RunEvent => ({ kind: 'cable', at: at(instant), client, state: 'out' });
  const ended: RunEvent = { kind: 'ended', at: at(9), reason: 'settled' };

  it('what one run has more than the other stands alone', () => {
    const [both, more] = [
      [cable(5, 'a'), cable(5, 'c'), ended],
      [cable(5, 'a'), cable(5, 'b'), cable(5, 'c'), ended],
    ];
    expect(firstDifference(both, more, null)).toEqual({ at: 5, a: null, b: cable(5, 'b') });
    expect(firstDifference(more, both, null)).toEqual({ at: 5, a: cable(5, 'b'), b: null });
    expect(firstDifference(more, both, at(5))).toBeNull();
  });

  it('what takes the place of something stands beside it', () => {
    expect(firstDifference([cable(5, 'a')], [cable(5, 'b')], null)).toEqual({ at: 5, a: cable(5, 'a'), b: cable(5, 'b') });
  });

  it('a run that is over is answered by nothing', () => {
    expect(firstDifference([ended], [{ ...ended, at: at(20) }], null)).toEqual({ at: 9, a: ended, b: null });
    expect(firstDifference([], [cable(START, 'a')], null)).toEqual({ at: START, a: null, b: cable(START, 'a') });
  });
});

function briefly(event: RunEvent | null): string {
  if (event === null) return '-';
  switch (event.kind) {
    case 'packetSent':
      return `${event.client} ${event.summary}`;
    case 'connection':
      return `${event.step}, ${event.sessionPresent ? 'session present' : 'no session'}`;
    case 'received':
      return `received ${event.payload}`;
    case 'sessions':
      return `sessions ${event.sessions.map(({ clientId }) => clientId).join()}`;
    default:
      return event.kind;
  }
}
