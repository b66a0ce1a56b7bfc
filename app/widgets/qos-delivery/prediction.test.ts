import fc from 'fast-check';
import { expect, it } from 'vitest';
import { duplicateRanges, isWithin } from './prediction.ts';

it('offers none, few, many and more for a hundred messages', () => {
  expect(duplicateRanges(100)).toEqual([
    { low: 0, high: 0 },
    { low: 1, high: 10 },
    { low: 11, high: 50 },
    { low: 51, high: null },
  ]);
});

it('puts every outcome in exactly one range, also for a single message', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(5000), (messages, duplicates) => {
      expect(duplicateRanges(messages).filter((range) => isWithin(range, duplicates))).toHaveLength(1);
    }),
  );
});
