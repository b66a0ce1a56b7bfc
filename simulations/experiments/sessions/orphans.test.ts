import { describe, expect, it } from 'vitest';
import { counterAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { DISCONNECTED_TOPIC, ORPHANS_DEFAULTS, type OrphansSetting, orphanIds, orphans, orphansTimes } from './orphans.ts';
import { COUNTER_READER, HEAP_TOPIC } from './sessionScenario.ts';

async function counters(
  changed: Partial<OrphansSetting>,
): Promise<Record<'empty' | 'gone' | 'published', { heap: number; disconnected: number }>> {
  const setting = { ...ORPHANS_DEFAULTS, ...changed };
  const events = await eventsOf(orphans(setting));
  const read = (atMs: number) => ({
    heap: counterAt(events, COUNTER_READER, HEAP_TOPIC, atMs) ?? Number.NaN,
    disconnected: counterAt(events, COUNTER_READER, DISCONNECTED_TOPIC, atMs) ?? Number.NaN,
  });
  const { empty, gone, published } = orphansTimes(setting);
  return { empty: read(empty), gone: read(gone), published: read(published) };
}

describe('X23 200 starts, one subscription each, then 100 messages of 100 bytes', () => {
  it.each(['3.1.1', '5.0'] as const)(
    'X23 %s, random ids: 200 sessions, and each of the messages queued in each',
    async (protocolVersion) => {
      const { empty, gone, published } = await counters({ protocolVersion, clientIds: 'random', starts: 200, messages: 100 });
      expect([empty.disconnected, gone.disconnected, published.disconnected]).toEqual([0, 200, 200]);
      // Measured: 495 B for a session with its subscription, 6.6 kB with its hundred queue entries too.
      expect((gone.heap - empty.heap) / 200).toBeGreaterThan(300);
      expect((gone.heap - empty.heap) / 200).toBeLessThan(800);
      expect((published.heap - empty.heap) / 200).toBeGreaterThan(5_000);
      expect((published.heap - empty.heap) / 200).toBeLessThan(9_000);
    },
  );

  it('X23 stable id: one session, whose messages take 200 times less', async () => {
    const { empty, published } = await counters({ protocolVersion: '3.1.1', clientIds: 'stable', starts: 200, messages: 100 });
    expect(published.disconnected).toBe(1);
    expect(published.heap - empty.heap).toBeGreaterThan(10_000);
    expect(published.heap - empty.heap).toBeLessThan(60_000);
  });

  it('X23 5.0 with an interval: the broker clears up by itself', async () => {
    const setting = { protocolVersion: '5.0', clientIds: 'random', starts: 200, messages: 100 } as const;
    const { gone, published } = await counters({ ...setting, sessionExpirySeconds: 1 });
    expect([gone.disconnected, published.disconnected]).toEqual([0, 0]);
  });
});

it('X23 the seed decides the ids; with four digits two of 200 may be the same', () => {
  const setting = { clientIds: 'random', starts: 200 } as const;
  const ids = orphanIds(setting);
  expect(new Set(ids).size).toBe(200);
  expect(orphanIds(setting)).toEqual(ids);
  expect(orphanIds({ ...setting, seed: 2 })).not.toEqual(ids);
  expect(new Set(orphanIds({ ...setting, hexDigits: 4 })).size).toBe(199);
});
