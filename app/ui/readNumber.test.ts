import { describe, expect, it } from 'vitest';
import { readNumber } from './readNumber.ts';

const first = (text: string, unit?: string, prefer: 'thousands' | 'decimals' = 'decimals') =>
  readNumber(text, unit, prefer)?.meanings[0] ?? null;

describe('numbers as people type them', () => {
  it.each([
    ['20', 20],
    ['  20  ', 20],
    ['+20', 20],
    ['-5', -5],
    ['−5', -5],
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['.5', 0.5],
    [',5', 0.5],
    ['12,50', 12.5],
    ['1e3', 1000],
    ['1.5e-2', 0.015],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['1\u202f000', 1000],
    ["1'000", 1000],
    ['1’000', 1000],
    ['1_000', 1000],
    ['1,000,000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['１２', 12],
  ])('reads %j as %d', (text, value) => {
    expect(first(text)).toBe(value);
  });

  it.each([
    ['1k', 1000],
    ['1.5k', 1500],
    ['2 K', 2000],
    ['0.25M', 250_000],
  ])('reads %j with its multiple as %d', (text, value) => {
    expect(first(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    'abc',
    'NaN',
    'Infinity',
    '0x10',
    '--5',
    '1-2',
    '5 apples',
    '%',
    '1,2,3',
    '1.2.3',
    '1,00,000',
    '1.2,3.4',
    '10 0',
    '5 m',
    '1e999',
  ])('does not take %j for a number', (text) => {
    expect(readNumber(text, undefined, 'decimals')).toBeNull();
  });

  it('knows that a lone group of three may be thousands or decimals', () => {
    expect(readNumber('1,000', undefined, 'thousands')?.meanings).toEqual([1000, 1]);
    expect(readNumber('1.000', undefined, 'decimals')?.meanings).toEqual([1, 1000]);
    expect(readNumber('0,500', undefined, 'thousands')?.meanings).toEqual([0.5]);
  });

  it.each([
    ['20%', '%', 20],
    ['20 %', '%', 20],
    ['150ms', 'ms', 150],
    ['150 MS', 'ms', 150],
    ['2 s', 'ms', 2000],
    ['1,5 s', 'ms', 1500],
    ['500 ms', 's', 0.5],
    ['2 min', 's', 120],
    ['250 µs', 'ms', 0.25],
    ['1 k ms', 'ms', 1000],
    ['1 message', 'messages', 1],
    ['3 messages', 'messages', 3],
  ])('reads %j at a knob in %s as %d', (text, unit, value) => {
    expect(first(text, unit)).toBeCloseTo(value, 9);
  });

  it.each([
    ['20 ms', '%'],
    ['20 %', 'ms'],
    ['20 s', undefined],
    ['5 bytes', 'ms'],
  ])('does not take %j at a knob in %s: the unit does not fit', (text, unit) => {
    expect(readNumber(text, unit, 'decimals')).toBeNull();
  });

  it('adds no rounding of its own', () => {
    expect(first('0.3 s', 'ms')).toBe(300);
    expect(first('1.1k')).toBe(1100);
  });
});
