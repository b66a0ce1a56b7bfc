// A size in powers of ten and of two, each with its right name: `50.0 MB (47.7 MiB)`. Signs alone, the same in every language.
import { writeNumber } from './writeQuantity.ts';

const DECIMAL = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

function inUnits(bytes: number, step: number, units: readonly string[]): string {
  const power = bytes < step ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(step) + 1e-12));
  const amount = bytes / step ** power;
  return `${writeNumber(amount >= 1_000 ? Math.round(amount) : Number(amount.toPrecision(4)))} ${units[power] ?? 'B'}`;
}

export function writeDecimalBytes(bytes: number): string {
  return inUnits(bytes, 1_000, DECIMAL);
}

export function writeBinaryBytes(bytes: number): string {
  return inUnits(bytes, 1_024, BINARY);
}

export function writeBothBytes(bytes: number): string {
  return bytes < 1_000 ? writeDecimalBytes(bytes) : `${writeDecimalBytes(bytes)} (${writeBinaryBytes(bytes)})`;
}
