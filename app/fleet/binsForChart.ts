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

export interface ChartBinsOptions {
  /** The bins are at least so wide: for charts that are to be held against each other, as `sharedBinMs` says. */
  readonly leastWidthMs?: number;
  /** Nothing happens after the run's own bins, so that more may follow in which nothing comes and all stands as it stood. */
  readonly isOver?: boolean;
}

/** @param most bins, 1 or more @param untilMs what comes later is left out; default: nothing is */
export function binsForChart<Name extends string>(
  over: BinnedSeries<Name>,
  most: number,
  untilMs = Number.POSITIVE_INFINITY,
  { leastWidthMs = 0, isOver = false }: ChartBinsOptions = {},
): ChartBins<Name> {
  const used = usedBins(over, untilMs);
  const joined = Math.max(1, Math.ceil(used / most), Math.ceil(leastWidthMs / over.widthMs));
  const ownBins = Math.ceil(used / joined);
  const widthMs = joined * over.widthMs;
  const widthSeconds = widthMs / 1_000;
  const bins = isOver && Number.isFinite(untilMs) ? Math.max(ownBins, Math.ceil((untilMs - over.fromMs) / widthMs)) : ownBins;
  const fold = (name: Name, of: (values: readonly number[]) => number, afterwards: number): number[] =>
    Array.from({ length: bins }, (_, bin) =>
      bin < ownBins ? of([...over.series[name].subarray(bin * joined, Math.min(over.bins, (bin + 1) * joined))]) : afterwards,
    );
  const last = (name: Name): number => over.series[name][over.bins - 1] ?? 0;
  return {
    edges: Array.from({ length: bins + 1 }, (_, edge) => over.fromMs / 1_000 + edge * widthSeconds),
    rate: (name) => fold(name, (values) => values.reduce((sum, value) => sum + value, 0) / widthSeconds, 0),
    atEnd: (name) => fold(name, (values) => values.at(-1) ?? 0, last(name)),
    most: (name) => fold(name, (values) => Math.max(0, ...values), last(name)),
  };
}

/** The width in which several runs fit into so many bins each. All of them must have bins of a first width times powers of two, as runs have. Milliseconds. */
export function sharedBinMs(overs: readonly BinnedSeries<string>[], most: number, untilMs: number): number {
  return Math.max(...overs.map((over) => over.widthMs * 2 ** Math.ceil(Math.log2(Math.max(1, usedBins(over, untilMs) / most)))));
}

function usedBins({ bins, fromMs, widthMs }: BinnedSeries<string>, untilMs: number): number {
  return Math.max(1, Math.min(bins, Math.ceil((untilMs - fromMs) / widthMs)));
}
