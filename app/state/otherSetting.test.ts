import { describe, expect, it } from 'vitest';
import type { KnobSpecs } from './knobs.ts';
import { readOther, valuesWith, writeOther } from './otherSetting.ts';

interface Values {
  readonly clean: string;
  readonly loss: number;
}
const specs: KnobSpecs<Values> = {
  clean: { kind: 'choice', parameter: 'first', options: ['off', 'on'], standard: 'off' },
  loss: { kind: 'number', parameter: 'loss', minimum: 0, maximum: 0.6, step: 0.01, standard: 0.2, shownPer: 100 },
} as KnobSpecs<Values>;

describe('the setting of a second world in an address', () => {
  it.each([
    ['first:on', { name: 'clean', value: 'on' }],
    ['loss:45', { name: 'loss', value: 0.45 }],
  ])('%s is read, and written again', (text, other) => {
    expect(readOther(specs, text)).toEqual({ other, corrections: [] });
    expect(writeOther(specs, other)).toBe(text);
  });

  it.each(['', 'first', 'first:', 'first:maybe', 'clean:on', 'loss:much', 'loss:', ':on'])('“%s” is none, and that is told', (given) => {
    expect(readOther(specs, given)).toEqual({
      other: null,
      corrections: [{ parameter: 'other', given, used: null, why: 'notASetting' }],
    });
  });

  it('a number beyond the knob’s range is put right', () => {
    expect(readOther(specs, 'loss:90')).toEqual({
      other: { name: 'loss', value: 0.6 },
      corrections: [{ parameter: 'other', given: 'loss:90', used: 'loss:60', why: 'tooLarge' }],
    });
  });

  it('is none where there is none', () => {
    expect(readOther(specs, null)).toEqual({ other: null, corrections: [] });
    expect([writeOther(specs, null), writeOther(specs, { name: 'gone', value: 1 })]).toEqual([null, null]);
  });

  it('changes one value', () => {
    expect(valuesWith<Values>({ clean: 'off', loss: 0.2 }, { name: 'clean', value: 'on' })).toEqual({ clean: 'on', loss: 0.2 });
  });
});
