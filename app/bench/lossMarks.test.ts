import { expect, it } from 'vitest';
import { at } from './fixture.test-data.ts';
import { lossMarks, STRETCHES } from './lossMarks.ts';

const run = { runId: 1, startsAt: at(0), endsAt: at(2_400_000) };

it('marks each of a few losses alike, in its place', () => {
  expect(lossMarks([at(0), at(1_200_000), at(2_400_000)], run)).toEqual([
    { stretch: 0, count: 1, height: 0.35 },
    { stretch: 120, count: 1, height: 0.35 },
    { stretch: STRETCHES - 1, count: 1, height: 0.35 },
  ]);
});

it('shows many losses as a strip: higher where there are more, none left out', () => {
  const instants = Array.from({ length: 5_000 }, (_, index) => at(Math.floor((index / 5_000) ** 2 * 2_400_000)));
  const marks = lossMarks(instants, run);
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  expect(Math.max(...marks.map(({ height }) => height))).toBe(1);
  expect(marks[0]?.height).toBe(1);
});

it('has nothing to mark without losses, and stands a run of no length', () => {
  expect(lossMarks([], run)).toEqual([]);
  expect(lossMarks([at(0)], { ...run, endsAt: at(0) })).toHaveLength(1);
});
