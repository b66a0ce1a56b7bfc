// The value axis of a chart of bins, linear or logarithmic, as `curveLayout` has it. On a logarithmic one nothing, and what is less than its lowest power of ten,
// lies on the ground, which is called 0. No React.
import { axisTicks, onAxis, powerOfTen } from './curveLayout.ts';
import { roundTicks } from './spreadLayout.ts';

export type BinScale = 'linear' | 'logarithmic';

export interface BinAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Where a value stands in the domain. */
  readonly at: (value: number) => number;
  /** What to write at a tick. */
  readonly word: (tick: number) => string;
}

/** On a logarithmic axis. With fewer it could be taken for a linear one. */
const FEWEST_POWERS = 3;
const MOST_POWERS = 7;
/** From here on numbers are written short. */
const LONG = 100_000;

/** About `count` ticks. `values`: all that must be on the axis, none below 0. */
export function binAxis(
  scale: BinScale,
  values: readonly number[],
  count: number,
  write: (value: number, short: boolean) => string,
): BinAxis {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  return scale === 'linear' || highest === 0 ? linear(highest, count, write) : logarithmic(values, highest, count);
}

function linear(highest: number, count: number, write: (value: number, short: boolean) => string): BinAxis {
  const ticks = roundTicks(0, highest === 0 ? 1 : highest, count);
  return { domain: [0, ticks.at(-1) ?? 1], ticks, at: (value) => value, word: (tick) => write(tick, highest >= LONG) };
}

function logarithmic(values: readonly number[], highest: number, count: number): BinAxis {
  const least = values.reduce((low, value) => (value > 0 && value < low ? value : low), highest);
  const top = Math.ceil(Math.log10(highest) - 1e-9);
  // A power below the least, so that the least is more than nothing on the drawing too.
  const ground = Math.min(top - FEWEST_POWERS, Math.max(Math.ceil(Math.log10(least) - 1e-9) - 1, top - MOST_POWERS));
  const axis = { scale: 'logarithmic' as const, from: 10 ** ground, to: 10 ** top };
  return {
    domain: [ground, top],
    ticks: axisTicks(axis, count),
    at: (value) => Math.max(ground, onAxis(axis, value)),
    word: (tick) => (tick === ground ? '0' : powerOfTen(tick)),
  };
}
