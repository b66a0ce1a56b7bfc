import { expect, it } from 'vitest';
import { middleOf, nearestStop, pointsAt, stopOf, stretchesBetween } from './readingStops.ts';

const stretches = stretchesBetween([0, 1, 2, 4]);

it('stretches lie side by side, from the left edge of the drawing to the right', () => {
  expect(stretches.map(({ left, right }) => [left, right])).toEqual([
    [0, 0.25],
    [0.25, 0.5],
    [0.5, 1],
  ]);
  expect(stretches.map(middleOf)).toEqual([0.5, 1.5, 3]);
  expect(stretchesBetween([5])).toEqual([]);
});

it('points stand where the axis has them', () => {
  const points = pointsAt([1, 10, 100], (value) => Math.log10(value) / 2);
  expect(points.map(({ left }) => left)).toEqual([0, 0.5, 1]);
  expect(stopOf(points, 90)).toBe(2);
  // What lies beyond is left out; the others keep their numbers.
  expect(pointsAt([-1, 0, 1 + 1e-12, 2], (value) => value).map(({ index }) => index)).toEqual([1, 2]);
});

it('what is pointed at is the nearest one', () => {
  expect([-1, 0, 0.2, 0.3, 0.99, 7].map((share) => nearestStop(stretches, share))).toEqual([0, 0, 0, 1, 2, 2]);
  expect(nearestStop([], 0.5)).toBe(-1);
});

it('a value beyond the ends is nowhere', () => {
  expect([-0.1, 0, 1.2, 4, 4.1].map((value) => stopOf(stretches, value))).toEqual([-1, 0, 1, 2, -1]);
  expect(stopOf([], 1)).toBe(-1);
});
