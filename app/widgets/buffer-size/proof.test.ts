// What the panel proves, without the page: the runs that it makes are possible, and stay in proportion to what the learner asked.
import { expect, it } from 'vitest';
import { bufferOutage, checkScenario } from '#simulations';
import { standardValues } from '../../state/knobs.ts';
import { type BufferValues, KNOBS, PRESETS } from './knobs.ts';
import { PROOF_SEEDS, proofExpectations, proofOutage, settingOfSeed } from './proof.ts';
import { curves, reckon } from './reckoning.ts';

const STANDARD = standardValues<BufferValues>(KNOBS);

it('an hour at one a minute is run as it is', () => {
  expect(proofOutage(STANDARD)).toMatchObject({ outageSeconds: 3_600, everyMs: 60_000, isScaled: false, empties: true });
});

it('what is too long or too fast is scaled, with its slots in proportion', () => {
  const day = proofOutage({ ...STANDARD, outage: 86_400, slots: 720 });
  expect(day).toMatchObject({ outageSeconds: 7_200, everyMs: 60_000, isScaled: true, buffer: { slots: 60 } });
  const fast = proofOutage({ ...STANDARD, rate: 50, drainRate: 50, outage: 2 });
  expect(fast).toMatchObject({ everyMs: 500, isScaled: true, empties: false });
});

it('every run that the inputs can ask for may be made, and ends', () => {
  for (const outage of [1, 120, 3_600, 365 * 86_400])
    for (const rate of [1 / 86_400, 1 / 60, 1, 50])
      for (const slots of [1, 100, 1_000_000])
        for (const drainRate of [0.01, 5, 50])
          for (const place of ['ram', 'rtc', 'flash'] as const) {
            const proof = proofOutage({ ...STANDARD, outage, rate, slots, drainRate, place });
            for (const seed of [1, PROOF_SEEDS]) expect(checkScenario(bufferOutage(settingOfSeed(proof, seed)))).toEqual([]);
            expect(proof.settleMs).toBeLessThan(10_000_000);
            const { drainSeconds, held } = proofExpectations(proof);
            expect(held.mean).toBeLessThanOrEqual(proof.buffer.slots);
            if (proof.empties) expect(Number.isFinite(drainSeconds.mean)).toBe(true);
          }
});

it('the standard setting: 60 readings, 19,260 bytes for all, 32,100 and the counters for 100 slots, nothing lost', () => {
  const told = reckon(STANDARD);
  expect([told.readings, told.bytesForAll, told.lost]).toEqual([60, 19_260, 0]);
  expect(told.fit).toMatchObject({ neededBytes: 32_116, fits: true });
  expect(told.fitForAll).toEqual({ ram: true, rtc: false, flash: true });
  expect(told.lasts).toBeCloseTo(6_000, 6);
});

it('what is too long for the arrays or for PubSubClient is told', () => {
  expect(reckon({ ...STANDARD, topicBytes: 63 }).topicTooLong).toBe(false);
  expect(reckon({ ...STANDARD, topicBytes: 64 }).topicTooLong).toBe(true);
  expect(reckon({ ...STANDARD, topicBytes: 64, form: 'packed' }).topicTooLong).toBe(false);
  expect(reckon({ ...STANDARD, topicBytes: 49, payloadBytes: 200 }).packetTooLong).toBe(false);
  expect(reckon({ ...STANDARD, topicBytes: 50, payloadBytes: 200 }).packetTooLong).toBe(true);
});

it('each preset needs more room than the one before, and the curves rise', () => {
  const bytes = PRESETS.map(({ outage }) => reckon({ ...STANDARD, outage }).bytesForAll);
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  const { slots, packed, xs } = curves(STANDARD);
  expect(xs).toContain(STANDARD.outage);
  expect(slots.every((value, index) => index === 0 || value >= (slots[index - 1] ?? 0))).toBe(true);
  expect(packed.every((value, index) => value < (slots[index] ?? 0))).toBe(true);
});
