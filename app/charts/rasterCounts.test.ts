import { expect, it } from 'vitest';
import { countKinds } from './rasterCounts.ts';

const points = { at: [0, 0.4, 1, 1.9, 2, 2.1, -1], row: [0, 1, 2, 3, 4, 5, 6], kind: [0, 1, 1, 1, 0, 1, 0] };

it('counts each kind in each stretch; the end belongs to the last, what lies beyond to none', () => {
  expect(countKinds(points, 2, { from: 0, to: 2, stretches: 2 }).map((counts) => [...counts])).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

it('has nothing to count where there is nothing', () => {
  expect(countKinds({ at: [], row: [], kind: [] }, 1, { from: 0, to: 0, stretches: 1 }).map((counts) => [...counts])).toEqual([[0]]);
});
