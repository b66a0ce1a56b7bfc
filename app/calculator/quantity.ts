// Quantities as people type them, one dimension each, and as this program writes them. Reading takes any usual unit; writing gives the shortest spelling that reads back as the
// same value to twelve digits. `m` alone may be minutes or months and is not taken; k, M, G are thousands. A bare number is in the dimension's own unit. No React.
import { readNumber } from '../ui/readNumber.ts';
import { type DimensionUnits, unitsOf } from './units.ts';

/** `count`: things. `time`: seconds. `bytes`: bytes. `probability`: 0 to 1. `rate`: per second. */
export type Dimension = 'count' | 'time' | 'bytes' | 'probability' | 'rate';

export type QuantityProblem = 'empty' | 'notANumber' | 'unknownUnit' | 'minutesOrMonths';

export type QuantityReading =
  /** What it may mean, the likeliest first: "1,000" is a thousand here and one there. */
  | { readonly meanings: readonly [number, ...number[]]; readonly problem: null }
  /** `unit`: the one that is not known. */
  | { readonly meanings: null; readonly problem: QuantityProblem; readonly unit?: string };

const NUMBER = String.raw`[+\-−]?(?:\d[\d.,'’_]*(?:\s\d{3}(?!\d))*(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?`;
const ONE = new RegExp(`^(${NUMBER})\\s*(.*)$`, 'i');
const POWER = /^(\d+(?:[.,]\d+)?)\s*(?:\^|\*\*)\s*([+\-−]?\d+)\s*(.*)$/;
const OF_THEM = new RegExp(`^(${NUMBER}|\\d+\\s*\\^\\s*\\d+)\\s*(?:in|of|:|/|out of)\\s*(.+)$`, 'i');
const EVERY = /^(?:(.+?)\s+)?(?:every|each)\s+(.+)$/i;
const PER = /^(.*?)\s*(?:\/|\bper\b|\ba\b|\ban\b)\s*(.+)$/i;
const DIGITS = 12;

const none = (problem: QuantityProblem, unit?: string): QuantityReading =>
  unit === undefined ? { meanings: null, problem } : { meanings: null, problem, unit };

function meaning(values: readonly number[]): QuantityReading {
  const [first, ...others] = values.filter(Number.isFinite).map((value) => Number(value.toPrecision(DIGITS)));
  return first === undefined ? none('notANumber') : { meanings: [first, ...others], problem: null };
}

export function readQuantity(typed: string, dimension: Dimension): QuantityReading {
  const text = typed
    .normalize('NFKC')
    .replace(/\u03bc/g, 'u')
    .replace(/\u2212/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return none('empty');
  switch (dimension) {
    case 'time':
      return readTime(text);
    case 'rate':
      return readRate(text);
    case 'probability':
      return readProbability(text);
    default:
      return readPlain(text, unitsOf(dimension));
  }
}

/** A number with one unit behind it, `2^16` and `10^-6` included. */
function readPlain(text: string, units: DimensionUnits): QuantityReading {
  const power = POWER.exec(text);
  const match = power === null ? ONE.exec(text) : null;
  const rest = (power?.[3] ?? match?.[2] ?? '').trim();
  if (power === null && match === null) return none('notANumber');
  const factor = factorOf(rest, units);
  if (factor === null) return rest === 'm' && units.dimension === 'time' ? none('minutesOrMonths') : none('unknownUnit', rest);
  if (power !== null) {
    const [, base = '', exponent = ''] = power;
    return meaning([Number(base.replace(',', '.')) ** Number(exponent.replace('−', '-')) * factor]);
  }
  const [, number = ''] = match ?? [];
  const whole = units.whole && factor === 1;
  const reading = readNumber(number, undefined, whole || number.includes(',') ? 'thousands' : 'decimals');
  return reading === null ? none('notANumber') : meaning(reading.meanings.map((value) => value * factor));
}

function factorOf(unit: string, { factors, folded, bare }: DimensionUnits): number | null {
  if (unit === '') return bare;
  return factors[unit] ?? folded[unit.toLowerCase().replace(/\.$/, '')] ?? null;
}

/** `1h30`, `1 h 30 min`, `2 d`, `90`: parts from large to small; a last one without a unit counts in the next smaller one. */
function readTime(text: string): QuantityReading {
  const units = unitsOf('time');
  const parts = [...text.matchAll(/([\d.,'’_]+(?:e[+-]?\d+)?)\s*([a-zA-Z]+)?\s*(?:and\s)?/gi)];
  if (parts.length < 2 || parts.map(([part]) => part).join('') !== text) return readPlain(text, units);
  let before = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [, number = '', unit] of parts) {
    const factor = unit === undefined ? nextSmaller(before) : factorOf(unit, units);
    const value = readNumber(number, undefined, 'decimals')?.meanings[0];
    if (factor === null)
      return unit === undefined
        ? none('notANumber')
        : unit === 'm' && before === 3_600
          ? none('minutesOrMonths')
          : none('unknownUnit', unit);
    if (value === undefined || factor >= before) return none('notANumber');
    sum += value * factor;
    before = factor;
  }
  return meaning([sum]);
}

function nextSmaller(factor: number): number | null {
  return factor === 86_400 ? 3_600 : factor === 3_600 ? 60 : factor === 60 ? 1 : null;
}

/** `10/min`, `100 per hour`, `1 every 5 min`, `every 5 min`, `5 Hz`. */
function readRate(text: string): QuantityReading {
  const every = EVERY.exec(text);
  const per = every === null ? PER.exec(text) : null;
  if (every === null && per === null) return readPlain(text, unitsOf('rate'));
  const amount = readPlain(every === null ? (per?.[1] ?? '') : (every[1] ?? '1'), unitsOf('count'));
  const span = every?.[2] ?? per?.[2] ?? '';
  const time = /^[a-z]/i.test(span) ? readPlain(`1 ${span}`, unitsOf('time')) : readTime(span);
  if (amount.meanings === null) return amount;
  if (time.meanings === null) return time;
  const [seconds] = time.meanings;
  return meaning(amount.meanings.map((value) => value / seconds));
}

/** `20 %`, `0.2`, `1 in 1000`, `1:1000`, `1/1000`, `5 ppm`. */
function readProbability(text: string): QuantityReading {
  const parts = OF_THEM.exec(text);
  if (parts === null) return readPlain(text, unitsOf('probability'));
  const [, part = '', of = ''] = parts;
  const above = readPlain(part, unitsOf('count'));
  const below = readPlain(of, unitsOf('count'));
  if (above.meanings === null) return above;
  if (below.meanings === null) return below;
  return meaning(below.meanings.map((value) => (above.meanings[0] ?? 0) / value));
}
