// Writes a quantity so that `readQuantity` reads the same value again: in a field (shortest unit that leaves a short number), and plainly, in the dimension's own unit. No words,
// signs alone, so that both read the same in every language.
import type { Dimension } from './quantity.ts';

const DIGITS = 12;

/** `1234.5` gives `1,234.5`; very large and very small numbers keep a power of ten. */
export function writeNumber(value: number, digits = DIGITS): string {
  const short = Number(value.toPrecision(digits));
  const size = Math.abs(short);
  if (size !== 0 && (size < 1e-4 || size >= 1e15))
    return String(Number(short.toPrecision(digits))).includes('e') ? String(short) : short.toExponential();
  const [whole = '', fraction] = String(short).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

interface Spelling {
  readonly unit: string;
  readonly factor: number;
}

const LADDERS: Readonly<Record<'time' | 'bytes', readonly Spelling[]>> = {
  time: [
    { unit: 'd', factor: 86_400 },
    { unit: 'h', factor: 3_600 },
    { unit: 'min', factor: 60 },
    { unit: 's', factor: 1 },
    { unit: 'ms', factor: 1e-3 },
    { unit: 'us', factor: 1e-6 },
  ],
  bytes: [
    { unit: 'GiB', factor: 1_024 ** 3 },
    { unit: 'GB', factor: 1e9 },
    { unit: 'MiB', factor: 1_024 ** 2 },
    { unit: 'MB', factor: 1e6 },
    { unit: 'KiB', factor: 1_024 },
    { unit: 'kB', factor: 1e3 },
    { unit: 'B', factor: 1 },
  ],
};

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));

/** The largest unit of which it is a whole number, else the plain unit. */
function onLadder(value: number, ladder: readonly Spelling[], plain: Spelling): string {
  const { unit, factor } = value === 0 ? plain : (ladder.find((step) => value / step.factor >= 1 && isWhole(value / step.factor)) ?? plain);
  return `${writeNumber(value / factor)} ${unit}`;
}

/** As a field shows it. */
export function writeQuantity(value: number, dimension: Dimension): string {
  switch (dimension) {
    case 'count':
      return writeNumber(value);
    case 'time':
      return onLadder(value, LADDERS.time, { unit: 's', factor: 1 });
    case 'bytes':
      return onLadder(value, LADDERS.bytes, { unit: 'B', factor: 1 });
    case 'probability':
      return value >= 1e-4 || value === 0 ? `${writeNumber(value * 100)} %` : writeNumber(value);
    case 'rate':
      return writeRate(value);
  }
}

function writeRate(value: number): string {
  if (value !== 0 && !isWhole(value)) {
    for (const [unit, seconds] of [['min', 60] as const, ['h', 3_600] as const, ['d', 86_400] as const])
      if (isWhole(value * seconds) && value * seconds >= 1) return `${writeNumber(value * seconds)}/${unit}`;
    if (isWhole(1 / value)) return `1/${writeNumber(1 / value)} s`;
  }
  return `${writeNumber(value)}/s`;
}

/** In the dimension's own unit: what the calculation goes on with. `digits`: significant ones, fewer for the eye. */
export function writePlain(value: number, dimension: Dimension, digits = DIGITS): string {
  switch (dimension) {
    case 'count':
      return writeNumber(value, digits);
    case 'time':
      return `${writeNumber(value, digits)} s`;
    case 'bytes':
      return `${writeNumber(value, digits)} B`;
    case 'probability':
      return writeNumber(value, digits);
    case 'rate':
      return `${writeNumber(value, digits)}/s`;
  }
}
