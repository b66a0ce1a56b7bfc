// What values a knob can have: limits, steps, and where a value stands on the slider. No React.
import { readNumber } from './readNumber.ts';

export interface KnobRange {
  readonly min: number;
  readonly max: number;
  /** From one value to the next on the slider and by an arrow key. Above 0. */
  readonly step: number;
  /** Finest difference that can be typed, and that Shift with an arrow key makes. Default: `step`. */
  readonly precision?: number;
  /** `logarithmic`: equal ways on the slider are equal ratios; wants `min` above 0. Default `linear`. */
  readonly scale?: 'linear' | 'logarithmic';
}

/** Why a typed value was changed. */
export type CorrectionReason = 'tooMuch' | 'tooLittle' | 'rounded' | 'notANumber' | 'empty';

export interface TypedValue {
  readonly value: number;
  /** `null`: taken as typed. */
  readonly corrected: CorrectionReason | null;
}

/** Ways along the slider for a logarithmic scale; a linear one counts in its own steps. */
const LOGARITHMIC_POSITIONS = 200;

export function precisionOf(range: KnobRange): number {
  return range.precision ?? range.step;
}

/** Decimals needed to show every value of the knob. */
export function decimalsOf(range: KnobRange): number {
  const written = precisionOf(range).toString();
  const exponent = /e-(\d+)$/.exec(written);
  return exponent ? Number(exponent[1]) : (written.split('.')[1]?.length ?? 0);
}

/** The nearest value that the knob can have. */
export function nearest(value: number, range: KnobRange, step = precisionOf(range)): number {
  const inside = Math.min(range.max, Math.max(range.min, value));
  const stepped = range.min + Math.round((inside - range.min) / step) * step;
  return Number(Math.min(range.max, stepped).toFixed(Math.max(decimalsOf(range), 0)));
}

/** Makes a knob's value of what was typed; `current` stays when it is no number. */
export function typedValue(text: string, current: number, range: KnobRange, unit?: string): TypedValue {
  if (text.trim() === '') return { value: current, corrected: 'empty' };
  const whole = Number.isInteger(precisionOf(range));
  const reading = readNumber(text, unit, whole || text.includes(',') ? 'thousands' : 'decimals');
  if (reading === null) return { value: current, corrected: 'notANumber' };
  const fits = (value: number) => value >= range.min && value <= range.max;
  const meant = reading.meanings.find(fits) ?? reading.meanings[0];
  if (meant > range.max) return { value: range.max, corrected: 'tooMuch' };
  if (meant < range.min) return { value: range.min, corrected: 'tooLittle' };
  const value = nearest(meant, range);
  return { value, corrected: Math.abs(value - meant) > precisionOf(range) * 1e-6 ? 'rounded' : null };
}

/** The slider's own scale: whole steps from 0 to `positions`. */
export function positions(range: KnobRange): number {
  return range.scale === 'logarithmic' ? LOGARITHMIC_POSITIONS : Math.ceil((range.max - range.min) / range.step - 1e-9);
}

/** Where a value stands on the slider, 0 to `positions(range)`; between two steps when it was typed finer. */
export function positionOf(value: number, range: KnobRange): number {
  if (range.scale !== 'logarithmic') return (value - range.min) / range.step;
  return (Math.log(value / range.min) / Math.log(range.max / range.min)) * LOGARITHMIC_POSITIONS;
}

export function valueAt(position: number, range: KnobRange): number {
  if (range.scale !== 'logarithmic') return nearest(range.min + position * range.step, range, range.step);
  if (position <= 0) return range.min;
  if (position >= LOGARITHMIC_POSITIONS) return range.max;
  const exact = range.min * (range.max / range.min) ** (position / LOGARITHMIC_POSITIONS);
  return nearest(Number(exact.toPrecision(2)), range, range.step);
}

/** What a key does to the value; `null`: not a key of a slider. */
export function valueAfterKey(key: string, shift: boolean, value: number, range: KnobRange): number | null {
  const direction = DIRECTIONS[key];
  if (key === 'Home') return range.min;
  if (key === 'End') return range.max;
  if (direction === undefined) return null;
  if (shift) return nearest(value + direction * precisionOf(range), range);
  const many = key.startsWith('Page') ? 10 : 1;
  if (range.scale === 'logarithmic') return logarithmicStep(value, direction * many, range);
  return nearest(value + direction * many * range.step, range);
}

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
};

// Two positions on a logarithmic slider can round to one value: a key press must never do nothing.
function logarithmicStep(value: number, by: number, range: KnobRange): number {
  const moved = valueAt(positionOf(value, range) + by, range);
  return moved === value ? nearest(value + Math.sign(by) * range.step, range) : moved;
}
