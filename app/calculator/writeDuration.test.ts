import { expect, it } from 'vitest';
import { writeDuration } from './writeDuration.ts';

it.each([
  [0, '0 s'],
  [0.25, '0.25 s'],
  [59.96, '60 s'],
  [60, '1 min'],
  [91.4, '1 min 31 s'],
  [3_599.9, '60 min'],
  [3_600, '1 h'],
  [5_400, '1 h 30 min'],
  [90_000, '1 d 1 h'],
  [86_400 * 400, '1.1 years'],
  [1e15, '> 10,000 years'],
  [Number.POSITIVE_INFINITY, '∞'],
])('%s s are written %s', (seconds, text) => {
  expect(writeDuration(seconds)).toBe(text);
});
