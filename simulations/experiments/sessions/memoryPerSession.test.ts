import { describe, expect, it } from 'vitest';
import { counterAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { MEMORY_PER_SESSION_DEFAULTS, type MemoryPerSessionSetting, memoryPerSession, memorySteps } from './memoryPerSession.ts';
import { COUNTER_READER, HEAP_TOPIC } from './sessionScenario.ts';

interface Bytes {
  readonly perSession: number;
  readonly perSubscription: number;
  readonly perMessage: number;
  readonly total: number;
}

async function measured(knobs: Partial<MemoryPerSessionSetting>): Promise<Bytes> {
  const setting = { ...MEMORY_PER_SESSION_DEFAULTS, ...knobs };
  const events = await eventsOf(memoryPerSession(setting));
  const heapAt = (atMs: number): number => counterAt(events, COUNTER_READER, HEAP_TOPIC, atMs) ?? Number.NaN;
  const steps = memorySteps(setting);
  const { sessions, subscriptionsEach, messagesEach } = setting;
  return {
    perSession: (heapAt(steps.connected) - heapAt(steps.empty)) / sessions,
    perSubscription: (heapAt(steps.subscribed) - heapAt(steps.connected)) / sessions / subscriptionsEach,
    perMessage: (heapAt(steps.queued) - heapAt(steps.subscribed)) / sessions / messagesEach,
    total: heapAt(steps.queued) - heapAt(steps.empty),
  };
}

/** Another tenth either way is another broker. */
function expectAbout(actual: number, bytes: number): void {
  expect(actual).toBeGreaterThan(bytes * 0.9);
  expect(actual).toBeLessThan(bytes * 1.1);
}

describe.each(['3.1.1', '5.0'] as const)('X27 the heap, %s', (protocolVersion) => {
  it('X27 1,000 sessions, 5 subscriptions and 10 messages each: about 420 B, 340 B and 308 B apiece, 5.2 MB in all', async () => {
    const bytes = await measured({ protocolVersion, sessions: 1_000, subscriptionsEach: 5, messagesEach: 10 });
    expectAbout(bytes.perSession, 425);
    expectAbout(bytes.perSubscription, 340);
    expectAbout(bytes.perMessage, 308);
    expectAbout(bytes.total, 5_200_000);
  });
});

it('X27 a message takes its payload and about 200 B', async () => {
  const setting = { protocolVersion: '3.1.1', sessions: 50, subscriptionsEach: 1, messagesEach: 10 } as const;
  const short = await measured({ ...setting, payloadBytes: 100 });
  const long = await measured({ ...setting, payloadBytes: 1_000 });
  expectAbout(long.perMessage - short.perMessage, 900);
  expectAbout(short.perMessage - 100, 208);
});
