import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extent, mean, pile, roundTicks, type Strip } from './spreadLayout.ts';

const strip = (values: readonly number[], expected: Strip['expected'] = null): Strip => ({ key: 'a', label: 'A', values, expected });

describe('the axis of a spread chart', () => {
  it('holds all runs, all bands and nothing', () => {
    expect(extent([strip([3, 40]), strip([5], { mean: 25, standardDeviation: 10 })])).toEqual([0, 45]);
  });

  it('does not go below nothing where no run does', () => {
    expect(extent([strip([0, 1, 4], { mean: 1, standardDeviation: 3 })])).toEqual([0, 7]);
    expect(extent([strip([-3, 4])])).toEqual([-3, 4]);
  });

  it('has some width even when all is nothing', () => {
    expect(extent([strip([0, 0], { mean: 0, standardDeviation: 0 })])).toEqual([0, 1]);
    expect(extent([])).toEqual([0, 1]);
  });

  it('is marked at round values that enclose it', () => {
    expect(roundTicks(0, 38, 4)).toEqual([0, 10, 20, 30, 40]);
    expect(roundTicks(0, 1, 4)).toEqual([0, 0.5, 1]);
    expect(roundTicks(-3, 4, 5)).toEqual([-4, -2, 0, 2, 4]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 12 }), (to, count) => {
        const ticks = roundTicks(0, to, count);
        expect(ticks[0]).toBe(0);
        expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(to * 0.999_999);
        expect(ticks.length).toBeLessThanOrEqual(count + 3);
      }),
    );
  });
});

describe('piles of runs', () => {
  it('puts equal runs on top of each other, in their order', () => {
    expect(pile([7, 7, 7], (value) => value * 10, 9)).toEqual([
      { run: 0, x: 70, level: 0 },
      { run: 1, x: 70, level: 1 },
      { run: 2, x: 70, level: 2 },
    ]);
  });

  it('leaves runs that have room on the ground', () => {
    expect(pile([1, 2, 3], (value) => value * 10, 9).map(({ level }) => level)).toEqual([0, 0, 0]);
  });

  it('never lets two marks touch, and shows each run once', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 }), (values) => {
        const placed = pile(values, (value) => value, 9);
        expect(placed.map(({ run }) => run).sort((a, b) => a - b)).toEqual(values.map((_, run) => run));
        for (const one of placed) {
          for (const other of placed) {
            if (one.run !== other.run && one.level === other.level) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(9 - 1e-9);
          }
        }
      }),
    );
  });
});

it('has no mean of nothing', () => {
  expect(mean([])).toBeNull();
  expect(mean([1, 2, 6])).toBe(3);
});
