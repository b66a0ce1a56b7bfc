import { describe, expect, it } from 'vitest';
import { sessionsAt } from '../experiments/observe.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { VALVE, valveReturnsAtMs, type WaitingMessagesSetting, waitingMessages } from '../experiments/sessions/waitingMessages.ts';
import { type QueueLimits, queueRoom } from './queueRoom.ts';

const LIMITS: QueueLimits = { queuedMessages: 10, queuedBytes: 0, inFlight: 20, queueQos0Messages: false };
const messages = (count: number, qos: 0 | 1 | 2 = 1, payloadBytes = 100) => Array.from({ length: count }, () => ({ qos, payloadBytes }));
const taken = (room: readonly boolean[]) => room.filter(Boolean).length;

describe('the worked examples', () => {
  it('a limit of 10, 25 messages, nobody there: the first ten', () => {
    expect(queueRoom(LIMITS, false, messages(25))).toEqual([...Array(10).fill(true), ...Array(15).fill(false)]);
  });

  it('connected and silent: the window in flight, the window and the limit waiting', () => {
    expect(taken(queueRoom(LIMITS, true, messages(60)))).toBe(50);
  });

  it('no limit at all takes everything', () => {
    expect(taken(queueRoom({ ...LIMITS, queuedMessages: 0 }, false, messages(60)))).toBe(60);
    expect(taken(queueRoom({ ...LIMITS, inFlight: 0 }, true, messages(60)))).toBe(60);
  });
});

describe('the broker agrees', () => {
  const byName = { one: messages(12), two: messages(12, 2), zero: messages(12, 0) } as const;
  it.each<Partial<WaitingMessagesSetting>>([
    {},
    { queuedMessages: 0, queuedBytes: 950 },
    { queuedMessages: 4, queuedBytes: 950 },
    { queuedMessages: 30, queuedBytes: 1 },
    { queueQos0Messages: true },
    { queueQos0Messages: true, subscriptionQos: 0 },
    { subscriptionQos: 0 },
    { valveIs: 'silent', inFlight: 5 },
    { valveIs: 'silent', inFlight: 5, queuedMessages: 1 },
    { valveIs: 'silent', inFlight: 0 },
  ])('%o', async (change) => {
    const batches = (['zero', 'one', 'two'] as const).map((name) => ({
      name,
      messages: byName[name].length,
      qos: name === 'zero' ? (0 as const) : name === 'one' ? (1 as const) : (2 as const),
      payloadBytes: 100,
      afterMs: 500,
      everyMs: 50,
    }));
    const setting = { ...LIMITS, subscriptionQos: 1 as const, valveIs: 'away' as const, batches, awayMs: 0, ...change };
    const events = await eventsOf(waitingMessages(setting));
    const held = sessionsAt(events, valveReturnsAtMs(setting) - 1).find(({ clientId }) => clientId === VALVE.clientId)?.outgoing;
    const offered = Object.values([byName.zero, byName.one, byName.two])
      .flat()
      .map(({ qos, payloadBytes }) => ({ qos: Math.min(qos, setting.subscriptionQos) as 0 | 1, payloadBytes }));
    const silent = setting.valveIs === 'silent';
    const room = queueRoom(setting, silent, offered);
    // QoS 0 goes straight to whoever is connected, and does not wait.
    const waits = room.filter((isTaken, index) => isTaken && !(silent && offered[index]?.qos === 0)).length;
    expect((held?.inFlight.messages ?? 0) + (held?.queued.messages ?? 0)).toBe(waits);
  });
});
