import { expect, it } from 'vitest';
import { readInstant, writeInstant } from './instant.ts';

it.each([
  ['12.5', 12_500],
  ['12,5', 12_500],
  ['0', 0],
  ['0.020001', 20.001],
])('%j is %d ms, and is written so that it reads back', (given, ms) => {
  expect(readInstant(given)).toEqual({ instantMs: ms, corrections: [] });
  expect(readInstant(writeInstant(ms)).instantMs).toBe(ms);
});

it.each(['', 'soon', '-1', '1e9', 'NaN'])('%j is no instant', (given) => {
  expect(readInstant(given)).toEqual({ instantMs: null, corrections: [{ parameter: 'at', given, used: null, why: 'notAnInstant' }] });
});

it('nothing in the address is nothing to report', () => {
  expect(readInstant(null)).toEqual({ instantMs: null, corrections: [] });
});
