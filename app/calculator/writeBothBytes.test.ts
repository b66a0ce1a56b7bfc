import { expect, it } from 'vitest';
import { writeBothBytes } from './writeBothBytes.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB (1,000 B)'],
  [8_400, '8.4 kB (8.203 KiB)'],
  [201_600, '201.6 kB (196.9 KiB)'],
  [50_000_000, '50 MB (47.68 MiB)'],
  // F19: decimal and binary must not be mixed.
  [2_016_000_000, '2.016 GB (1.878 GiB)'],
  [5e13, '50,000 GB (46,566 GiB)'],
])('%s bytes are %s', (bytes, text) => {
  expect(writeBothBytes(bytes)).toBe(text);
});
