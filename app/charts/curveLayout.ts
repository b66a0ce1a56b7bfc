// Where values stand on linear and logarithmic axes, and round ticks for both. No React.
import type { CurveAxis } from './CurveChart.tsx';
import { roundTicks } from './spreadLayout.ts';

type Axis = Pick<CurveAxis, 'scale' | 'from' | 'to'>;

/** On a logarithmic axis the power of ten; nothing and less stands infinitely far down. */
export function onAxis({ scale }: Axis, value: number): number {
  if (scale === 'linear') return value;
  return value > 0 ? Math.log10(value) : Number.NEGATIVE_INFINITY;
}

/** As `onAxis`; `null` for what is not on the drawing. */
export function withinAxis(axis: Axis, value: number | null): number | null {
  if (value === null) return null;
  const [from, to] = axisDomain(axis);
  const at = onAxis(axis, value);
  return at >= from - 1e-9 && at <= to + 1e-9 ? at : null;
}

export function axisDomain(axis: Axis): readonly [number, number] {
  return [onAxis(axis, axis.from), onAxis(axis, axis.to)];
}

/** About `count` ticks; on a logarithmic axis whole powers of ten. */
export function axisTicks(axis: Axis, count: number): readonly number[] {
  const [from, to] = axisDomain(axis);
  if (axis.scale === 'linear') return roundTicks(from, to, Math.max(1, count)).filter((tick) => tick >= from - 1e-9 && tick <= to + 1e-9);
  const first = Math.ceil(from - 1e-9);
  const powers = Math.floor(to + 1e-9) - first;
  const every = Math.max(1, Math.ceil(powers / Math.max(1, count)));
  return Array.from({ length: Math.floor(powers / every) + 1 }, (_, index) => first + index * every);
}

/** A name at `x`, to its right or to its left, moved as little as keeps it between the ends; of one that is longer the beginning. Pixels. */
export function nameWithin(x: number, toTheLeft: boolean, length: number, ends: { readonly left: number; readonly right: number }): number {
  const start = Math.max(ends.left, Math.min(toTheLeft ? x - length : x, ends.right - length));
  return toTheLeft ? start + length : start;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `3` gives `1,000`, `6` gives `10⁶`, `-2` gives `0.01`, `-6` gives `10⁻⁶`. */
export function powerOfTen(exponent: number): string {
  if (exponent >= 0 && exponent <= 4) return (10 ** exponent).toLocaleString('en');
  if (exponent < 0 && exponent >= -2) return String(Number((10 ** exponent).toPrecision(3)));
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)] ?? digit);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}
