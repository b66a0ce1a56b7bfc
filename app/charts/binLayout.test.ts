import { describe, expect, it } from 'vitest';
import { apart, LINE_HEIGHT, markRows, textWidth } from './binLayout.ts';

describe('names', () => {
  it('that would lie on one another are moved down', () => {
    const names = [
      { left: 0, right: 50, y: 20 },
      { left: 40, right: 90, y: 22 },
      { left: 100, right: 150, y: 20 },
    ];
    const placed = apart(names, [], 200);
    expect(placed[0]?.y).toBe(20);
    expect(placed[1]?.y).toBeGreaterThanOrEqual(20 + LINE_HEIGHT);
    expect(placed[2]?.y).toBe(20);
  });

  it('make way for what is there, and never leave the chart', () => {
    const taken = [{ left: 0, right: 500, y: 20 }];
    expect(apart([{ left: 0, right: 50, y: 20 }], taken, 200)[0]?.y).toBeGreaterThan(30);
    expect(apart([{ left: 0, right: 50, y: 20 }], taken, 25)[0]?.y).toBe(25);
  });
});

it('marks that are near each other have their names in rows', () => {
  const toX = (at: number) => at;
  const marks = [
    { at: 0, label: 'up' },
    { at: 10, label: '50 %' },
    { at: 500, label: 'all' },
  ];
  expect(markRows(marks, toX, 600)).toEqual([0, 1, 0]);
  // At the right end the name stands on the left of its line.
  expect(markRows([{ at: 590, label: 'all back' }], toX, 600)).toEqual([0]);
  expect(textWidth('abc')).toBe(21);
});
