// Sizes to be read, three digits: `642 B`, `18.8 KiB`, `6.17 MiB`.
import { writeBinaryBytes } from '../../calculator/writeBothBytes.ts';

const DIGITS = 3;

export function writeBytes(bytes: number): string {
  return writeBinaryBytes(bytes, DIGITS);
}
