// What a key makes of a quantity. On a knob of many powers of ten: 1, 2, 5, 10 and so on; with Shift a tenth of the leading digit's place; Page keys a power of ten. On a short one its
// steps, ten of them for the Page keys. No React.
import { type NumberKnob, nearestAllowed } from '../state/knobs.ts';

const UP: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, PageUp: 1, ArrowDown: -1, PageDown: -1 };
const LONG_SPAN = 1_000;
const SERIES = [1, 2, 5, 10];

export function steppedQuantity(value: number, key: string, shift: boolean, knob: NumberKnob): number {
  const direction = UP[key];
  if (direction === undefined) return value;
  const { minimum, maximum, step } = knob;
  const page = key.startsWith('Page');
  const spans = minimum > 0 && maximum / minimum >= LONG_SPAN;
  if (!spans) return nearestAllowed(knob, value + direction * step * (page ? 10 : 1));
  if (page) return nearestAllowed(knob, direction > 0 ? value * 10 : value / 10);
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  if (shift) return moved(value, nearestAllowed(knob, value + direction * power * 0.1), direction, knob);
  return moved(value, nearestAllowed(knob, inSeries(value, power, direction)), direction, knob);
}

function inSeries(value: number, power: number, direction: 1 | -1): number {
  const digit = value / power;
  if (direction > 0) return (SERIES.find((one) => one > digit * (1 + 1e-9)) ?? 10) * power;
  return (SERIES.findLast((one) => one < digit * (1 - 1e-9)) ?? 0.5) * power;
}

/** Whole things: between two of them a key must still do something. */
function moved(from: number, to: number, direction: 1 | -1, knob: NumberKnob): number {
  return to === from ? nearestAllowed(knob, from + direction * knob.step) : to;
}
