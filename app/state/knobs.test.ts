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

describe('a knob of many powers of ten', () => {
  const risk: KnobSpecs<{ risk: number }> = {
    risk: {
      kind: 'number',
      parameter: 'risk',
      minimum: 1e-18,
      maximum: 1,
      step: 1e-18,
      standard: 1e-6,
      shownPer: 1,
      significantDigits: 12,
    },
  };

  it('keeps what is far below a step of others, and writes what reads back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-18, max: 1, noNaN: true }), (value) => {
        const held = nearestAllowed(risk.risk, value);
        expect(held).toBe(Number(value.toPrecision(12)));
        expect(readKnobs<{ risk: number }>(risk, writeKnobs<{ risk: number }>(risk, { risk: held }))).toEqual({
          values: { risk: held },
          corrections: [],
        });
      }),
    );
  });

  it('is held to its limits', () => {
    expect(readKnobs<{ risk: number }>(risk, new URLSearchParams('risk=2'))).toMatchObject({
      values: { risk: 1 },
      corrections: [{ why: 'tooLarge' }],
    });
    expect(readKnobs<{ risk: number }>(risk, new URLSearchParams('risk=0'))).toMatchObject({
      values: { risk: 1e-18 },
      corrections: [{ why: 'tooSmall' }],
    });
  });
});

describe('a knob that takes a text', () => {
  const prefix: KnobSpecs<{ prefix: string }> = {
    prefix: { kind: 'text', parameter: 'prefix', standard: 'ESP32_', longest: 8, pattern: /^[!-~]*$/ },
  };
  const given = (text: string) => readKnobs(prefix, new URLSearchParams([['prefix', text]]));

  it.each(['', 'a', 'x&y=z#+', 'ESP32_%2'])('takes “%s” and writes it so that it reads back', (text) => {
    expect(given(text)).toEqual({ values: { prefix: text }, corrections: [] });
    const written = new URLSearchParams(String(writeKnobs(prefix, { prefix: text })));
    expect(readKnobs(prefix, written).values.prefix).toBe(text);
  });

  it.each(['with space', 'far too long', 'ä'])('corrects “%s”', (text) => {
    expect(given(text)).toEqual({
      values: { prefix: 'ESP32_' },
      corrections: [{ parameter: 'prefix', given: text, used: 'ESP32_', why: 'notAText' }],
    });
  });
});
