import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, type KnobRange, nearest, positionOf, positions, typedValue, valueAfterKey, valueAt } from './knobRange.ts';

const loss: KnobRange = { min: 0, max: 60, step: 1, precision: 0.1 };
const messages: KnobRange = { min: 1, max: 1000, step: 1 };
const fives: KnobRange = { min: 5, max: 50, step: 5 };
const resend: KnobRange = { min: 1, max: 60_000, step: 1, scale: 'logarithmic' };

describe('what was typed at a knob', () => {
  it.each([
    ['30', { value: 30, corrected: null }],
    ['12,5 %', { value: 12.5, corrected: null }],
    ['12.34', { value: 12.3, corrected: 'rounded' }],
    ['75', { value: 60, corrected: 'tooMuch' }],
    ['1e300', { value: 60, corrected: 'tooMuch' }],
    ['-1', { value: 0, corrected: 'tooLittle' }],
    ['abc', { value: 20, corrected: 'notANumber' }],
    ['', { value: 20, corrected: 'empty' }],
    ['  ', { value: 20, corrected: 'empty' }],
  ])('%j at a knob from 0 to 60 %% that stands at 20', (text, result) => {
    expect(typedValue(text, 20, loss, '%')).toEqual(result);
  });

  it('takes a lone group of three the way that fits the knob', () => {
    expect(typedValue('1,000', 20, messages)).toEqual({ value: 1000, corrected: null });
    expect(typedValue('1.000', 20, messages)).toEqual({ value: 1000, corrected: null });
    expect(typedValue('1,000', 0, { min: 0, max: 10, step: 0.1 })).toEqual({ value: 1, corrected: null });
    expect(typedValue('1k', 20, messages)).toEqual({ value: 1000, corrected: null });
  });

  it('counts steps from the least value', () => {
    expect(typedValue('12', 5, fives)).toEqual({ value: 10, corrected: 'rounded' });
    expect(typedValue('15', 5, fives)).toEqual({ value: 15, corrected: null });
  });

  it('always ends within the range, on a step, whatever is typed', () => {
    for (const range of [loss, messages, fives, resend]) {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), (text) => {
          const { value } = typedValue(text, range.min, range, 'ms');
          expect(value).toBeGreaterThanOrEqual(range.min);
          expect(value).toBeLessThanOrEqual(range.max);
          expect(nearest(value, range)).toBe(value);
        }),
      );
    }
  });
});

describe('the slider', () => {
  it('shows as many decimals as the finest step has', () => {
    expect(decimalsOf(loss)).toBe(1);
    expect(decimalsOf(messages)).toBe(0);
    expect(decimalsOf({ min: 0, max: 1, step: 1e-7 })).toBe(7);
  });

  it('goes in steps from end to end', () => {
    expect(positions(loss)).toBe(60);
    expect(valueAt(0, messages)).toBe(1);
    expect(valueAt(positions(messages), messages)).toBe(1000);
    expect(valueAt(3, fives)).toBe(20);
    expect(positionOf(12.5, loss)).toBe(12.5);
  });

  it('reaches the end where the last step is a short one', () => {
    const uneven: KnobRange = { min: 0, max: 10, step: 4 };
    expect(positions(uneven)).toBe(3);
    expect(valueAt(3, uneven)).toBe(10);
  });

  it('gives equal ratios equal ways on a logarithmic scale, and reaches both ends', () => {
    expect(valueAt(0, resend)).toBe(1);
    expect(valueAt(positions(resend), resend)).toBe(60_000);
    const way = (from: number, to: number) => positionOf(to, resend) - positionOf(from, resend);
    expect(way(10, 100)).toBeCloseTo(way(100, 1000), 9);
  });

  it('never goes back while it is slid on, and stays near where it is put', () => {
    let before = 0;
    for (let position = 0; position <= positions(resend); position++) {
      const value = valueAt(position, resend);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
  });
});

describe('keys at the slider', () => {
  it.each([
    ['ArrowRight', false, 21],
    ['ArrowUp', false, 21],
    ['ArrowLeft', false, 19],
    ['ArrowDown', false, 19],
    ['PageUp', false, 30],
    ['PageDown', false, 10],
    ['Home', false, 0],
    ['End', false, 60],
    ['ArrowRight', true, 20.1],
    ['ArrowLeft', true, 19.9],
  ] as const)('%s (shift: %s) from 20 goes to %d', (key, shift, value) => {
    expect(valueAfterKey(key, shift, 20, loss)).toBe(value);
  });

  it('leaves other keys alone', () => {
    expect(valueAfterKey('Tab', false, 20, loss)).toBeNull();
    expect(valueAfterKey('5', false, 20, loss)).toBeNull();
  });

  it('stops at the ends', () => {
    expect(valueAfterKey('PageUp', false, 58, loss)).toBe(60);
    expect(valueAfterKey('ArrowLeft', false, 0, loss)).toBe(0);
  });

  it('always moves on a logarithmic scale until the end', () => {
    let value = resend.min;
    for (let presses = 0; value < resend.max; presses++) {
      const next = valueAfterKey('ArrowRight', false, value, resend) ?? 0;
      expect(next).toBeGreaterThan(value);
      expect(presses).toBeLessThan(400);
      value = next;
    }
    for (; value > resend.min; ) {
      const next = valueAfterKey('ArrowLeft', false, value, resend) ?? Number.POSITIVE_INFINITY;
      expect(next).toBeLessThan(value);
      value = next;
    }
  });
});
