// A length of time to be read, not typed: at most two units, rounded. `91.4` gives `1 min 31 s`, `0.25` gives `0.25 s`, `90000` gives `1 d 1 h`. Signs alone, the same in every language.
import { writeNumber } from './writeQuantity.ts';

const UNITS = [
  { unit: 'years', seconds: 365 * 86_400 },
  { unit: 'd', seconds: 86_400 },
  { unit: 'h', seconds: 3_600 },
  { unit: 'min', seconds: 60 },
  { unit: 's', seconds: 1 },
] as const;

/** Beyond this many years the number alone would say nothing. */
const MOST_YEARS = 10_000;

export function writeDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '∞';
  const years = UNITS[0].seconds;
  if (seconds >= MOST_YEARS * years) return `> ${writeNumber(MOST_YEARS)} years`;
  if (seconds < 60) return `${writeNumber(Number(seconds.toPrecision(3)))} s`;
  const index = UNITS.findIndex(({ seconds: size }) => seconds >= size);
  const large = UNITS[index];
  const small = UNITS[index + 1];
  if (large === undefined || small === undefined) return `${writeNumber(Math.round(seconds))} s`;
  if (large.unit === 'years') return `${writeNumber(Number((seconds / years).toPrecision(3)))} years`;
  const inSmall = Math.round(seconds / small.seconds);
  const perLarge = large.seconds / small.seconds;
  const rest = inSmall % perLarge;
  const whole = `${writeNumber((inSmall - rest) / perLarge)} ${large.unit}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small.unit}`;
}
