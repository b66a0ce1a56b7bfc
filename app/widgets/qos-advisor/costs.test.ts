import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QOS_ANSWERS, QOS_USE_CASES } from '#content';
import { costOf, costsOf } from './costs.ts';
import type { AdvisorValues } from './knobs.ts';

const SITUATION: AdvisorValues = {
  loss: 'none',
  duplicates: 'harmful',
  link: 'steady',
  power: 'battery',
  latency: 'relaxed',
  subscriber: '2',
  sessions: 'kept',
  library: 'every',
  broker: '2',
  perSecond: 1 / 600,
  roundTripSeconds: 0.05,
  payloadBytes: 15,
};

it('a message a ten minutes from a battery: each level awake a round trip longer, and the dearer for it', () => {
  const [zero, one, two] = costsOf(SITUATION);
  expect((one?.wakeUp?.awakeMs ?? 0) - (zero?.wakeUp?.awakeMs ?? 0)).toBeCloseTo(50, 9);
  expect((two?.wakeUp?.awakeMs ?? 0) - (one?.wakeUp?.awakeMs ?? 0)).toBeCloseTo(50, 9);
  // 100 mA at 3.3 V for 50 ms are 16.5 mJ; asleep that long, the chip had drawn 10 µA, and the packet id takes 2 bytes more of air.
  expect((one?.wakeUp?.millijoules ?? 0) - (zero?.wakeUp?.millijoules ?? 0)).toBeCloseTo(16.5, 1);
  expect([zero?.doneMs, one?.doneMs, two?.doneMs]).toEqual([0, 50, 100]);
  expect([zero?.passedOnMs, one?.passedOnMs, two?.passedOnMs]).toEqual([25, 25, 75]);
});

it('has no wake-up where there is no time to sleep, nor on mains', () => {
  expect(costOf({ ...SITUATION, perSecond: 1 }, 0).wakeUp).toBeNull();
  expect(costOf({ ...SITUATION, power: 'mains' }, 0).wakeUp).toBeNull();
});

it('costs more the higher the level and the worse the link, in every situation', () => {
  const situation = fc.record({
    link: fc.constantFrom(...QOS_ANSWERS.link),
    perSecond: fc.double({ min: 1e-6, max: 1_000, noNaN: true }),
    roundTripSeconds: fc.double({ min: 0.001, max: 2, noNaN: true }),
    payloadBytes: fc.integer({ min: 15, max: 60_000 }),
  });
  fc.assert(
    fc.property(situation, (change) => {
      const costs = costsOf({ ...SITUATION, ...change });
      for (const [index, cost] of costs.entries()) {
        const below = costs[index - 1];
        expect(cost.packets).toBeGreaterThan(below?.packets ?? 0);
        expect(cost.bytes).toBeGreaterThan(below?.bytes ?? 0);
        if (cost.wakeUp !== null && below?.wakeUp) expect(cost.wakeUp.batteryDays).toBeLessThan(below.wakeUp.batteryDays);
        expect(cost.packets).toBeGreaterThanOrEqual(costOf({ ...SITUATION, ...change, link: 'steady' }, cost.qos).packets);
      }
    }),
    { seed: 2 },
  );
});

it('every use case can be set on the page', async () => {
  const { KNOBS } = await import('./knobs.ts');
  const { nearestAllowed } = await import('../../state/knobs.ts');
  for (const { perSecond, roundTripSeconds, payloadBytes } of QOS_USE_CASES) {
    expect(nearestAllowed(KNOBS.perSecond, perSecond)).toBeCloseTo(perSecond, 9);
    expect(nearestAllowed(KNOBS.roundTripSeconds, roundTripSeconds)).toBe(roundTripSeconds);
    expect(nearestAllowed(KNOBS.payloadBytes, payloadBytes)).toBe(payloadBytes);
  }
});
