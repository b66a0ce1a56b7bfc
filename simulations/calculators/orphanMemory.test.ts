import { expect, it } from 'vitest';
import { counterAt } from '../experiments/observe.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { RANDOM_IDS_CLIENTS, randomIds, randomIdsTimes } from '../experiments/sessions/randomIds.ts';
import { HEAP_TOPIC } from '../experiments/sessions/sessionScenario.ts';
import { orphanMemory } from './orphanMemory.ts';

it('the worked example, and nothing for nobody', () => {
  expect(orphanMemory({ sessions: 11, copies: 110, messages: 10, payloadBytes: 100 })).toBe(17_740);
  expect(orphanMemory({ sessions: 0, copies: 0, messages: 0, payloadBytes: 100 })).toBe(0);
});

it.each([
  { starts: 2, messages: 10, payloadBytes: 100 },
  { starts: 12, messages: 10, payloadBytes: 100 },
  { starts: 12, messages: 0, payloadBytes: 100 },
  { starts: 50, messages: 50, payloadBytes: 10 },
  { starts: 100, messages: 10, payloadBytes: 1_000 },
])('the broker agrees to 3 %: %o', async (setting) => {
  const events = await eventsOf({ ...randomIds(setting), watchSessions: false });
  const { first, last } = randomIdsTimes(setting);
  const heapAt = (atMs: number) => counterAt(events, RANDOM_IDS_CLIENTS.watcher, HEAP_TOPIC, atMs) ?? Number.NaN;
  const sessions = setting.starts - 1;
  const expected = orphanMemory({ ...setting, sessions, copies: sessions * setting.messages });
  expect((heapAt(last) - heapAt(first)) / expected).toBeGreaterThan(0.97);
  expect((heapAt(last) - heapAt(first)) / expected).toBeLessThan(1.03);
});
