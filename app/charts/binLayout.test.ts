import { describe, expect, it } from 'vitest';
import { headHeight, LINE_HEIGHT, placeInstants, textWidth } from './binLayout.ts';

const toX = (at: number) => at;

describe('names of instants', () => {
  it('stand to the right of their lines, in rows where they would lie on one another', () => {
    const marks = [
      { at: 500, label: 'all' },
      { at: 0, label: 'up' },
      { at: 10, label: '50 %' },
    ];
    const placed = placeInstants(marks, toX, 600);
    expect(placed.map(({ label, row, anchor }) => [label, row, anchor])).toEqual([
      ['up', 0, 'start'],
      ['50 %', 1, 'start'],
      ['all', 0, 'start'],
    ]);
    expect(headHeight(placed)).toBe(2 * LINE_HEIGHT);
  });

  it('stand below each earlier one over which their line would pass', () => {
    const marks = [
      { at: 0, label: 'a long name indeed' },
      { at: 40, label: 'b' },
      { at: 60, label: 'c' },
    ];
    expect(placeInstants(marks, toX, 600).map(({ row }) => row)).toEqual([0, 1, 1]);
  });

  it('stay within the drawing at its ends', () => {
    const placed = placeInstants([{ at: 590, label: 'all back' }], toX, 600);
    expect(placed[0]).toMatchObject({ anchor: 'end', row: 0 });
    const [long] = placeInstants([{ at: 100, label: 'a name almost as wide as the drawing' }], toX, 300);
    expect(long?.nameX).toBeGreaterThanOrEqual(0);
    expect((long?.nameX ?? 0) + textWidth('a name almost as wide as the drawing')).toBeLessThanOrEqual(300);
  });

  it('that are at the same instant stand one below the other', () => {
    const marks = [
      { at: 5, label: '50 %' },
      { at: 5, label: '95 %' },
    ];
    expect(placeInstants(marks, toX, 600).map(({ row }) => row)).toEqual([0, 1]);
  });
});
