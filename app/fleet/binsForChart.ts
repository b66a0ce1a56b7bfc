// The bins of a fleet's run as a picture can bear them: about a hundred, the rest joined. No React.
import type { BinnedSeries } from '#simulations';

export interface ChartBins<Name extends string> {
  /** One more than there are bins, in seconds. */
  readonly edges: readonly number[];
  /** An amount per second in each bin. */
  readonly rate: (name: Name) => number[];
  /** The value at the end of each bin. */
  readonly atEnd: (name: Name) => number[];
  /** The most in each bin. */
  readonly most: (name: Name) => number[];
}

/** @param most bins, 1 or more @param untilMs what comes later is left out; default: nothing is */
export function binsForChart<Name extends string>(
  over: BinnedSeries<Name>,
  most: number,
  untilMs = Number.POSITIVE_INFINITY,
): ChartBins<Name> {
  const used = Math.max(1, Math.min(over.bins, Math.ceil((untilMs - over.fromMs) / over.widthMs)));
  const joined = Math.max(1, Math.ceil(used / most));
  const bins = Math.ceil(used / joined);
  const widthSeconds = (joined * over.widthMs) / 1_000;
  const fold = (name: Name, of: (values: readonly number[]) => number): number[] =>
    Array.from({ length: bins }, (_, bin) => of([...over.series[name].subarray(bin * joined, Math.min(used, (bin + 1) * joined))]));
  return {
    edges: Array.from({ length: bins + 1 }, (_, edge) => over.fromMs / 1_000 + edge * widthSeconds),
    rate: (name) => fold(name, (values) => values.reduce((sum, value) => sum + value, 0) / widthSeconds),
    atEnd: (name) => fold(name, (values) => values.at(-1) ?? 0),
    most: (name) => fold(name, (values) => Math.max(0, ...values)),
  };
}
