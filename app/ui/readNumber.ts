// Reads a number as people type it: decimal comma or point, groups of thousands, a unit behind it, "1k". Leaves ranges to `knobRange.ts`.
// "1,000" and "1.000" mean two things in the world; `prefer` says which reading comes first.

/** Other units that may stand behind a number, as multiples of the knob's own. */
// NFKC makes the micro sign a Greek mu.
const TIME_IN_SECONDS: Readonly<Record<string, number>> = { us: 1e-6, '\u03bcs': 1e-6, ms: 1e-3, s: 1, sec: 1, min: 60, h: 3600 };
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, M: 1e6 };

const NUMBER_AND_REST = /^([+\-\u2212]?)\s*(\d[\d.,'’_\s]*|[.,]\d+)(e[+-]?\d+)?\s*(.*)$/i;

export interface Reading {
  /** What it may mean, the likeliest first. At least one. */
  readonly meanings: readonly [number, ...number[]];
}

/**
 * `null` when it is no number, or one with a unit that does not fit.
 * @param unit the knob's unit as shown (`ms`, `%`, `bytes`); `undefined` for a bare number
 * @param prefer how to take a lone point or comma before exactly three digits
 */
export function readNumber(text: string, unit: string | undefined, prefer: 'thousands' | 'decimals'): Reading | null {
  const match = NUMBER_AND_REST.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [, sign = '', digits = '', exponent = '', rest = ''] = match;
  const factor = unitFactor(rest.trim(), unit);
  if (factor === null) return null;
  const scale = (sign === '' || sign === '+' ? 1 : -1) * factor * (exponent === '' ? 1 : Number(`1${exponent}`));
  const meanings = readDigits(digits.trim(), prefer)
    .map((value) => Number((value * scale).toPrecision(12)))
    .filter(Number.isFinite);
  const [first, ...others] = meanings;
  return first === undefined ? null : { meanings: [first, ...others] };
}

function unitFactor(rest: string, unit: string | undefined): number | null {
  if (rest === '') return 1;
  const multiple = MULTIPLES[rest.charAt(0)] ?? MULTIPLES[rest.charAt(0).toLowerCase()];
  const behind = rest.slice(1).trim();
  if (isUnit(rest, unit)) return 1;
  const time = timeFactor(rest, unit);
  if (time !== null) return time;
  if (multiple !== undefined && (behind === '' || isUnit(behind, unit))) return multiple;
  return null;
}

function isUnit(written: string, unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const singular = (word: string) => word.toLowerCase().replace(/s$/, '');
  return written.toLowerCase() === unit.toLowerCase() || (unit.length > 2 && singular(written) === singular(unit));
}

function timeFactor(written: string, unit: string | undefined): number | null {
  const from = TIME_IN_SECONDS[written.toLowerCase()];
  const to = unit === undefined ? undefined : TIME_IN_SECONDS[unit];
  return from === undefined || to === undefined ? null : from / to;
}

function readDigits(digits: string, prefer: 'thousands' | 'decimals'): number[] {
  const plain = digits.replace(/(?<=\d)['’_\s](?=\d{3}(?!\d))/g, '');
  if (/[^\d.,]/.test(plain)) return [];
  const points = plain.split('.').length - 1;
  const commas = plain.split(',').length - 1;
  if (points === 0 && commas === 0) return [Number(plain)];
  if (points > 0 && commas > 0) {
    const decimal = plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ',';
    const [whole = '', ...fractions] = plain.split(decimal);
    return fractions.length === 1 && isGrouped(whole) ? [Number(`${whole.replace(/[.,]/g, '')}.${fractions[0]}`)] : [];
  }
  const grouped = isGrouped(plain) ? [Number(plain.replace(/[.,]/g, ''))] : [];
  const decimals = points + commas === 1 ? [Number(plain.replace(',', '.'))] : [];
  return prefer === 'thousands' ? [...grouped, ...decimals] : [...decimals, ...grouped];
}

/** Whether the points or commas in it can be groups of thousands: `1,000` and `12.345.678`, not `0,500` or `1,00`. */
function isGrouped(digits: string): boolean {
  return /^[1-9]\d{0,2}(,\d{3})+$/.test(digits) || /^[1-9]\d{0,2}(\.\d{3})+$/.test(digits);
}
