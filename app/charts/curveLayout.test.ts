import { describe, expect, it } from 'vitest';
import { axisDomain, axisTicks, nameWithin, onAxis, powerOfTen, withinAxis } from './curveLayout.ts';

const logarithmic = { scale: 'logarithmic', from: 1e-6, to: 1 } as const;
const linear = { scale: 'linear', from: 0, to: 47 } as const;

describe('a logarithmic axis', () => {
  it('stands in powers of ten', () => {
    expect(axisDomain(logarithmic)).toEqual([-6, 0]);
    expect(onAxis(logarithmic, 1_000)).toBeCloseTo(3, 12);
    expect(onAxis(logarithmic, 0)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('draws nothing beyond its ends, nor where there is nothing', () => {
    expect(withinAxis(logarithmic, 1e-7)).toBeNull();
    expect(withinAxis(logarithmic, 0)).toBeNull();
    expect(withinAxis(logarithmic, null)).toBeNull();
    expect(withinAxis(logarithmic, 1e-6)).toBeCloseTo(-6, 12);
  });

  it('has whole powers as ticks, fewer where there is less room', () => {
    expect(axisTicks(logarithmic, 10)).toEqual([-6, -5, -4, -3, -2, -1, 0]);
    expect(axisTicks(logarithmic, 3)).toEqual([-6, -4, -2, 0]);
    expect(axisTicks({ ...logarithmic, from: 2, to: 500 }, 5)).toEqual([1, 2]);
  });
});

it('has round ticks on a linear axis, none beyond its end', () => {
  expect(axisTicks(linear, 5)).toEqual([0, 10, 20, 30, 40]);
  expect(withinAxis(linear, 48)).toBeNull();
});

it.each([
  [0, '1'],
  [3, '1,000'],
  [6, '10⁶'],
  [-2, '0.01'],
  [-12, '10⁻¹²'],
])('writes 10 to the %i as %s', (exponent, text) => expect(powerOfTen(exponent)).toBe(text));

it('a name stays on the drawing', () => {
  const ends = { left: 20, right: 300 };
  expect(nameWithin(100, false, 50, ends)).toBe(100);
  expect(nameWithin(280, false, 50, ends)).toBe(250);
  expect(nameWithin(280, true, 50, ends)).toBe(280);
  expect(nameWithin(40, true, 50, ends)).toBe(70);
  // Longer than the drawing: its beginning is seen.
  expect(nameWithin(40, false, 400, ends)).toBe(20);
});
