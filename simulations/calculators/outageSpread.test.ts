import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../events.ts';
import { payloads } from '../experiments/observe.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { bufferOutage, offlineMs } from '../experiments/sessions/bufferOutage.ts';
import { OUTAGE_FROM_MS } from '../experiments/sessions/offlinePublisher.ts';
import { drainSeconds } from './bufferSize.ts';
import { type OutageSetting, outageOutcome, outageSpread } from './outageSpread.ts';

const BASE: OutageSetting = { everyMs: 2_000, offlineMs: 10_500, slots: 100, whenFull: 'dropOldest', drainEveryMs: 200 };

it('the worked example', () => {
  const { offered, lost } = outageSpread(BASE);
  expect(offered.mean).toBeCloseTo(5.25, 3);
  expect(offered.standardDeviation).toBeCloseTo(Math.sqrt(3 / 16), 2);
  expect(lost).toEqual({ mean: 0, standardDeviation: 0 });
});

it('with many readings it comes to the closed form, a step or two of sending aside', () => {
  for (const drainEveryMs of [50, 200, 900])
    for (const offline of [60_000, 600_000]) {
      const { held, drainSeconds: drained } = outageSpread({ ...BASE, everyMs: 1_000, offlineMs: offline, slots: 10_000, drainEveryMs });
      const closed = drainSeconds({ held: held.mean, ratePerSecond: 1, drainPerSecond: 1_000 / drainEveryMs }) ?? Number.NaN;
      const tail = 1 / (1_000 / drainEveryMs - 1) + drainEveryMs / 1_000;
      expect(Math.abs(drained.mean - closed)).toBeLessThan(tail);
    }
});

it('what is offered is held or lost, and holding more loses less', () => {
  for (let slots = 1; slots < 12; slots++) {
    const { offered, held, lost } = outageSpread({ ...BASE, slots, offlineMs: 17_300 });
    expect(held.mean + lost.mean).toBeGreaterThanOrEqual(offered.mean - 1e-9);
    expect(held.mean).toBeLessThanOrEqual(slots);
    expect(lost.mean).toBeLessThanOrEqual(outageSpread({ ...BASE, slots: Math.max(1, slots - 1), offlineMs: 17_300 }).lost.mean);
  }
});

const bufferEvents = (events: readonly RunEvent[]) => events.flatMap((event) => (event.kind === 'buffer' ? [event] : []));

describe.each([
  { everyMs: 1_000, outageSeconds: 60, slots: 100, whenFull: 'dropOldest', drainEveryMs: 200 },
  { everyMs: 1_000, outageSeconds: 60, slots: 20, whenFull: 'dropOldest', drainEveryMs: 350 },
  { everyMs: 700, outageSeconds: 45, slots: 20, whenFull: 'dropNewest', drainEveryMs: 130 },
  { everyMs: 60_000, outageSeconds: 600, slots: 100, whenFull: 'refuse', drainEveryMs: 1_000 },
  { everyMs: 5_000, outageSeconds: 120, slots: 100, whenFull: 'dropOldest', drainEveryMs: 0 },
] as const)('on the bench: %o', ({ everyMs, outageSeconds, ...buffer }) => {
  it('each run is what is reckoned for its phase', async () => {
    for (const share of [0.11, 0.37, 0.71, 0.93]) {
      const shiftMs = Math.round(share * everyMs);
      const setting = { everyMs, outageSeconds, buffer: { place: 'ram', ...buffer }, phaseMs: shiftMs, settleMs: 120_000 } as const;
      const events = await eventsOf(bufferOutage(setting));
      const noticedMs = OUTAGE_FROM_MS + 8_500;
      const phaseMs = (((shiftMs + 3_300 - noticedMs) % everyMs) + everyMs) % everyMs;
      const told = outageOutcome({ everyMs, offlineMs: offlineMs(outageSeconds), ...buffer }, phaseMs);
      const steps = bufferEvents(events);
      const backAt =
        events.findLast((event) => event.kind === 'connection' && event.step === 'connected' && event.client === 'sensor')?.at ?? 0;
      const emptied = steps.findLast(({ change }) => change === 'handedOver')?.at ?? backAt;
      const during = steps.filter(({ at, change }) => at < backAt && change !== 'handedOver');
      expect(backAt).toBe((noticedMs + offlineMs(outageSeconds)) * 1_000);
      expect({
        offered: during.length,
        held: Math.max(0, ...during.map(({ held }) => held)),
        lost: steps.filter(({ change }) => /^dropped|^refused/.test(change)).length,
        drainMs: (emptied - backAt) / 1_000,
      }).toEqual(told);
      const arrived = payloads(events, 'dashboard').map((payload) => Number(payload.split(' ')[1]));
      expect(arrived).toEqual([...arrived].sort((a, b) => a - b));
    }
  });
});
