import { expect, it } from 'vitest';
import { writeBytes } from './writeBytes.ts';

it.each([
  [0, '0 B'],
  [642, '642 B'],
  [1_023, '1,023 B'],
  [1_024, '1 KiB'],
  [19_260, '18.8 KiB'],
  [32_100, '31.3 KiB'],
  [1_155_600, '1.1 MiB'],
  [6_471_360, '6.17 MiB'],
  [5e13, '46,566 GiB'],
])('%s bytes are written %s', (bytes, text) => {
  expect(writeBytes(bytes)).toBe(text);
});
