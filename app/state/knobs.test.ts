import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnobSpecs, nearestAllowed, readKnobs, standardValues, writeKnobs } from './knobs.ts';

interface Values {
  readonly loss: number;
  readonly count: number;
  readonly version: string;
}
const specs: KnobSpecs<Values> = {
  loss: { kind: 'number', parameter: 'loss', minimum: 0, maximum: 0.6, step: 0.01, standard: 0.2, shownPer: 100 },
  count: { kind: 'number', parameter: 'messages', minimum: 1, maximum: 1000, step: 1, standard: 100, shownPer: 1 },
  version: { kind: 'choice', parameter: 'version', options: ['3.1.1', '5.0'], standard: '5.0' },
};
const read = (search: string) => readKnobs(specs, new URLSearchParams(search));

describe('reading an address', () => {
  it('takes standard values where the address is silent', () => {
    expect(read('')).toEqual({ values: { loss: 0.2, count: 100, version: '5.0' }, corrections: [] });
  });

  it('reads percent as a ratio', () => {
    expect(read('loss=7&messages=12&version=3.1.1')).toEqual({ values: { loss: 0.07, count: 12, version: '3.1.1' }, corrections: [] });
  });

  it.each([
    ['messages=0', 'count', 1, { parameter: 'messages', given: '0', used: '1', why: 'tooSmall' }],
    ['messages=1e9', 'count', 1000, { parameter: 'messages', given: '1e9', used: '1000', why: 'tooLarge' }],
    ['messages=Infinity', 'count', 1000, { parameter: 'messages', given: 'Infinity', used: '1000', why: 'tooLarge' }],
    ['messages=', 'count', 100, { parameter: 'messages', given: '', used: '100', why: 'notANumber' }],
    ['messages=many', 'count', 100, { parameter: 'messages', given: 'many', used: '100', why: 'notANumber' }],
    ['messages=2.4', 'count', 2, { parameter: 'messages', given: '2.4', used: '2', why: 'betweenSteps' }],
    ['loss=90', 'loss', 0.6, { parameter: 'loss', given: '90', used: '60', why: 'tooLarge' }],
    ['version=4', 'version', '5.0', { parameter: 'version', given: '4', used: '5.0', why: 'notAnOption' }],
  ] as const)('corrects %s and says so', (search, name, value, correction) => {
    const { values, corrections } = read(search);
    expect(values[name]).toBe(value);
    expect(corrections).toEqual([correction]);
  });

  it('names what it does not know', () => {
    expect(read('los=20').corrections).toEqual([{ parameter: 'los', given: '20', used: null, why: 'unknown' }]);
  });

  it('takes a decimal comma', () => {
    expect(read('loss=7,0')).toEqual({ values: { ...standardValues(specs), loss: 0.07 }, corrections: [] });
  });
});

describe('a link', () => {
  const someValues = fc.record({
    loss: fc.integer({ min: 0, max: 60 }).map((percent) => percent / 100),
    count: fc.integer({ min: 1, max: 1000 }),
    version: fc.constantFrom('3.1.1', '5.0'),
  });

  it('brings back the same knobs, with nothing to correct', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        expect(readKnobs(specs, writeKnobs(specs, values))).toEqual({ values, corrections: [] });
      }),
    );
  });

  it('names every knob, also those at their standard value', () => {
    expect(writeKnobs(specs, standardValues(specs)).toString()).toBe('loss=20&messages=100&version=5.0');
  });

  it('never yields a value outside the range, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { values } = readKnobs(specs, new URLSearchParams({ messages: text }));
        expect(values.count).toBeGreaterThanOrEqual(1);
        expect(values.count).toBeLessThanOrEqual(1000);
        expect(Number.isInteger(values.count)).toBe(true);
      }),
    );
  });
});

it('fits a value to the nearest step within the range', () => {
  expect(nearestAllowed(specs.count, 4.6)).toBe(5);
  expect(nearestAllowed(specs.loss, 0.205)).toBe(0.21);
  expect(nearestAllowed(specs.loss, -1)).toBe(0);
  expect(nearestAllowed(specs.count, Number.NaN)).toBe(100);
});
