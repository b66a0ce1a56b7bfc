import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dimension, readQuantity } from './quantity.ts';
import { writePlain, writeQuantity } from './writeQuantity.ts';

const first = (text: string, dimension: Dimension) => readQuantity(text, dimension).meanings?.[0];

describe('reading', () => {
  it.each<[Dimension, string, number]>([
    ['time', '5 min', 300],
    ['time', '1h30', 5_400],
    ['time', '1 h 30 min', 5_400],
    ['time', '1h30min20', 5_420],
    ['time', '1.5 h', 5_400],
    ['time', '1,5 h', 5_400],
    ['time', '90', 90],
    ['time', '250ms', 0.25],
    ['time', '20 µs', 2e-5],
    ['time', '2 days', 172_800],
    ['time', '1e-6', 1e-6],
    ['time', '1 year', 31_536_000],
    ['count', '1k', 1_000],
    ['count', '1.5k', 1_500],
    ['count', '1,000', 1_000],
    ['count', '1.000', 1_000],
    ['count', '10 000', 10_000],
    ['count', '2 million', 2e6],
    ['count', '1M', 1e6],
    ['count', '2^16', 65_536],
    ['count', '1e6 devices', 1e6],
    ['bytes', '2 KiB', 2_048],
    ['bytes', '1.5 MB', 1.5e6],
    ['bytes', '1,5 MB', 1.5e6],
    ['bytes', '1.125 KiB', 1_152],
    ['bytes', '321', 321],
    ['bytes', '4k', 4_000],
    ['bytes', '320 bytes', 320],
    ['probability', '20 %', 0.2],
    ['probability', '0,5 %', 0.005],
    ['probability', '0.2', 0.2],
    ['probability', '1e-6', 1e-6],
    ['probability', '10^-6', 1e-6],
    ['probability', '1 in 1000', 0.001],
    ['probability', '1 in 1 million', 1e-6],
    ['probability', '1:1,000', 0.001],
    ['probability', '1/1000', 0.001],
    ['probability', '3 out of 10', 0.3],
    ['probability', '5 ppm', 5e-6],
    ['rate', '10/min', 1 / 6],
    ['rate', '10 / min', 1 / 6],
    ['rate', '100 per hour', 1 / 36],
    ['rate', 'every 5 min', 1 / 300],
    ['rate', '2 every 10 s', 0.2],
    ['rate', '3 a day', 3 / 86_400],
    ['rate', '1/30 s', 1 / 30],
    ['rate', '5 Hz', 5],
    ['rate', '1k/s', 1_000],
    ['rate', '0.1', 0.1],
  ])('%s: “%s” is %d', (dimension, text, value) => {
    expect(first(text, dimension)).toBeCloseTo(value, 12);
    expect((first(text, dimension) ?? 0) / value).toBeCloseTo(1, 10);
  });

  it('tells both meanings where there are two', () => {
    expect(readQuantity('1,125 KiB', 'bytes').meanings).toEqual([1_152_000, 1_152]);
  });

  it.each<[Dimension, string, string, string | undefined]>([
    ['time', '', 'empty', undefined],
    ['time', '  ', 'empty', undefined],
    ['time', 'soon', 'notANumber', undefined],
    ['time', '5 m', 'minutesOrMonths', undefined],
    ['time', '5 parsec', 'unknownUnit', 'parsec'],
    ['time', '5 KiB', 'unknownUnit', 'KiB'],
    ['time', '30 min 1 h', 'notANumber', undefined],
    ['bytes', '2 Mbit', 'unknownUnit', 'Mbit'],
    ['bytes', '2 min', 'unknownUnit', 'min'],
    ['count', '1..2', 'notANumber', undefined],
    ['count', 'many', 'notANumber', undefined],
    ['probability', '1 in lots', 'notANumber', undefined],
    ['probability', '1 in 0', 'notANumber', undefined],
    ['rate', '10/fortnight', 'unknownUnit', 'fortnight'],
    ['rate', '/min', 'notANumber', undefined],
  ])('%s: “%s” is refused as %s', (dimension, text, problem, unit) => {
    const reading = readQuantity(text, dimension);
    expect(reading.problem).toBe(problem);
    expect(reading.problem === null ? undefined : reading.unit).toBe(unit);
  });

  it('never throws, whatever is typed', () => {
    const dimension = fc.constantFrom<Dimension>('count', 'time', 'bytes', 'probability', 'rate');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), dimension, (text, of) => {
        const { meanings } = readQuantity(text, of);
        for (const value of meanings ?? []) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('writing reads back', () => {
  const significant = (value: number) => Number(value.toPrecision(12));
  const positive = fc.double({ min: 1e-18, max: 1e12, noNaN: true, noDefaultInfinity: true }).map(significant);
  it.each<[Dimension, fc.Arbitrary<number>]>([
    ['count', fc.integer({ min: 0, max: 2 ** 52 }).map(significant)],
    ['bytes', fc.integer({ min: 0, max: 2 ** 50 }).map(significant)],
    ['time', fc.oneof(positive, fc.integer({ min: 0, max: 1e9 }))],
    ['probability', fc.double({ min: 1e-30, max: 1, noNaN: true }).map(significant)],
    [
      'rate',
      fc.oneof(
        positive,
        fc.integer({ min: 1, max: 1e6 }).map((seconds) => significant(1 / seconds)),
      ),
    ],
  ])('%s', (dimension, values) => {
    fc.assert(
      fc.property(values, (value) => {
        for (const text of [writeQuantity(value, dimension), writePlain(value, dimension)]) {
          const read = first(text, dimension) ?? Number.NaN;
          expect(Math.abs(read - value), `${text} gave ${read} for ${value}`).toBeLessThanOrEqual(Math.abs(value) * 2e-11);
        }
      }),
    );
  });

  it.each<[Dimension, number, string, string]>([
    ['time', 300, '5 min', '300 s'],
    ['time', 5_400, '90 min', '5,400 s'],
    ['time', 0.25, '250 ms', '0.25 s'],
    ['bytes', 2_048, '2 KiB', '2,048 B'],
    ['bytes', 1_500, '1,500 B', '1,500 B'],
    ['probability', 0.2, '20 %', '0.2'],
    ['probability', 1e-6, '1e-6', '1e-6'],
    ['rate', 1 / 6, '10/min', '0.166666666667/s'],
    ['count', 1_000, '1,000', '1,000'],
  ])('%s %d stands as %s', (dimension, value, field, plain) => {
    expect(writeQuantity(value, dimension)).toBe(field);
    expect(writePlain(value, dimension)).toBe(plain);
  });
});
