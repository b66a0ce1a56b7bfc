// Sizes to be read, three digits: `642 B`, `18.8 KiB`, `6.17 MiB`. Signs alone, the same in every language.
import { writeNumber } from '../../calculator/writeQuantity.ts';

const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const;
const STEP = 1_024;

export function writeBytes(bytes: number): string {
  const index = Math.min(UNITS.length - 1, bytes < STEP ? 0 : Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / STEP ** index;
  return `${writeNumber(amount >= 1_000 ? Math.round(amount) : Number(amount.toPrecision(3)))} ${UNITS[index] ?? 'B'}`;
}
