// A size in powers of ten and of two, each with its right name: `50 MB (47.68 MiB)`. Signs alone, the same in every language.
import { writeNumber } from './writeQuantity.ts';

const DECIMAL = ['B', 'kB', 'MB', 'GB'] as const;
const BINARY = ['B', 'KiB', 'MiB', 'GiB'] as const;
const DIGITS = 4;

function inUnits(bytes: number, step: number, units: readonly string[], digits: number): string {
  let power = 0;
  while (power < units.length - 1 && bytes >= step ** (power + 1)) power++;
  const amount = bytes / step ** power;
  return `${writeNumber(amount >= 1_000 ? Math.round(amount) : Number(amount.toPrecision(digits)))} ${units[power] ?? 'B'}`;
}

/** `digits`: significant ones. */
export function writeDecimalBytes(bytes: number, digits = DIGITS): string {
  return inUnits(bytes, 1_000, DECIMAL, digits);
}

export function writeBinaryBytes(bytes: number, digits = DIGITS): string {
  return inUnits(bytes, 1_024, BINARY, digits);
}

export function writeBothBytes(bytes: number): string {
  return bytes < 1_000 ? writeDecimalBytes(bytes) : `${writeDecimalBytes(bytes)} (${writeBinaryBytes(bytes)})`;
}
