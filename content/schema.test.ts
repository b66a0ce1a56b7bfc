import { expect, it } from 'vitest';
import { flaws, type Sentence, tell } from './schema.ts';

const sentence: Sentence = {
  text: '{share} of 100, not {other}',
  numbers: { share: { kind: 'computed', value: 12.345, decimals: 1 }, other: { kind: 'computed', value: 7, decimals: 0 } },
};

it('puts the numbers into the sentence with their decimals', () => {
  expect(tell(sentence, (value, decimals) => value.toFixed(decimals))).toBe('12.3 of 100, not 7');
});

it('finds holes without numbers and numbers without holes', () => {
  expect(flaws(sentence)).toEqual([]);
  expect(flaws({ text: 'about {a}', numbers: { b: { kind: 'computed', value: 1, decimals: 0 } } })).toEqual([
    'no number for {a}',
    'no hole for b',
  ]);
});
