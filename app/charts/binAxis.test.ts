import { describe, expect, it } from 'vitest';
import { binAxis } from './binAxis.ts';

const write = (value: number, short: boolean) => (short ? `${value / 1_000}K` : String(value));

describe('a linear axis', () => {
  it('begins at nothing and has round ticks', () => {
    const axis = binAxis('linear', [3, 95], 5, write);
    expect(axis.domain).toEqual([0, 100]);
    expect(axis.ticks.map(axis.word)).toEqual(['0', '20', '40', '60', '80', '100']);
    expect(axis.at(7)).toBe(7);
  });

  it('has a length where all is nothing, and short words where numbers are long', () => {
    expect(binAxis('linear', [0], 5, write).domain).toEqual([0, 1]);
    expect(binAxis('linear', [], 5, write).domain).toEqual([0, 1]);
    const long = binAxis('linear', [400_000], 2, write);
    expect(long.word(200_000)).toBe('200K');
  });
});

describe('a logarithmic axis', () => {
  it('has nothing on the ground, and the least above it', () => {
    const axis = binAxis('logarithmic', [0, 1, 5_000], 5, write);
    expect(axis.domain).toEqual([-1, 4]);
    expect(axis.at(0)).toBe(-1);
    expect(axis.at(1)).toBe(0);
    expect(axis.ticks.map(axis.word)).toEqual(['0', '1', '10', '100', '1,000', '10,000']);
  });

  it('does not stretch for one tiny value', () => {
    const axis = binAxis('logarithmic', [1e-12, 1e4], 8, write);
    expect(axis.domain).toEqual([-3, 4]);
    expect(axis.at(1e-12)).toBe(-3);
  });

  it('has enough powers to be seen as one', () => {
    expect(binAxis('logarithmic', [40, 50], 5, write).domain).toEqual([-1, 2]);
  });

  it('is a linear one where all is nothing', () => {
    expect(binAxis('logarithmic', [0, 0], 5, write).domain).toEqual([0, 1]);
  });
});
