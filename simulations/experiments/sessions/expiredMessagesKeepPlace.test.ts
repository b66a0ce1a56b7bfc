import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { packets, payloads, received, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import {
  EXPIRED_MESSAGES_DEFAULTS,
  type ExpiredMessagesSetting,
  expiredMessagesKeepPlace,
  freshAtMs,
  returnAtMs,
} from './expiredMessagesKeepPlace.ts';
import { COUNTER_READER } from './sessionScenario.ts';

const queuedAt = (events: readonly RunEvent[], atMs: number) =>
  sessionsAt(events, atMs).find(({ clientId }) => clientId === 'valve-07')?.outgoing.queued.messages;

describe.each(['3.1.1', '5.0'] as const)('subscriber MQTT %s', (subscriberVersion) => {
  const run = async (change: Partial<ExpiredMessagesSetting>) => {
    const setting = { ...EXPIRED_MESSAGES_DEFAULTS, subscriberVersion, ...change };
    return { setting, events: await eventsOf(expiredMessagesKeepPlace(setting)) };
  };

  it('X12 five expired messages fill a queue of five: five fresh ones are acknowledged and dropped, nothing arrives', async () => {
    const { setting, events } = await run({});
    expect(queuedAt(events, freshAtMs(setting) - 1)).toBe(5);
    expect(queuedAt(events, returnAtMs(setting) - 1)).toBe(5);
    expect(queuedAt(events, returnAtMs(setting) + 500)).toBe(0);
    expect(packets(events, 'sender', 'downlink', 'PUBACK')).toHaveLength(10);
    expect(payloads(events, 'valve')).toEqual([]);
  });

  it.each([
    [7, ['fresh 1', 'fresh 2']],
    [0, ['fresh 1', 'fresh 2', 'fresh 3', 'fresh 4', 'fresh 5']],
  ])('X12 with a limit of %i only as many fresh ones arrive as there was room', async (queueLimit, fresh) => {
    const { events } = await run({ queueLimit });
    expect(payloads(events, 'valve')).toEqual(fresh);
  });

  it('X12 the memory of expired messages comes back only at the return', async () => {
    const { setting, events } = await run({ queueLimit: 0, stale: 500, fresh: 1 });
    const heap = received(events, COUNTER_READER).map(({ at, payload }) => ({ atMs: at / 1_000, bytes: Number(payload) }));
    const lastBefore = (atMs: number) => heap.filter((reading) => reading.atMs < atMs).at(-1)?.bytes ?? Number.NaN;
    const full = lastBefore(3_500);
    expect(full - lastBefore(2_000)).toBeGreaterThan(500 * 100);
    // Long expired, and nothing given back.
    expect(lastBefore(returnAtMs(setting))).toBeGreaterThanOrEqual(full);
    expect(full - lastBefore(Number.POSITIVE_INFINITY)).toBeGreaterThan(500 * 100);
  });
});
