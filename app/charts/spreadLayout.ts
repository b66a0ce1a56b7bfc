// Where the marks of a spread chart stand: runs with the same value, or nearly, pile up instead of hiding each other. No React.

export interface Spread {
  readonly mean: number;
  readonly standardDeviation: number;
}

export interface Strip {
  readonly key: string;
  readonly label: string;
  /** One value for each run. */
  readonly values: readonly number[];
  /** Of a single run; `null` where there is no expectation. */
  readonly expected: Spread | null;
}

export interface PlacedRun {
  readonly run: number;
  /** Pixels along the axis. */
  readonly x: number;
  /** 0: on the base line; 1: on top of one other; ... */
  readonly level: number;
}

/** Half the width of the band, in standard deviations: 19 of 20 runs fall into it. */
export const BAND = 2;

/** Lowest and highest number that must be on the axis; 0 included, since all these figures are counts. At least 1 wide. */
export function extent(strips: readonly Strip[]): readonly [number, number] {
  const ends = strips.flatMap(({ values, expected }) => [
    ...values,
    ...(expected === null ? [] : [expected.mean - BAND * expected.standardDeviation, expected.mean + BAND * expected.standardDeviation]),
  ]);
  const lowest = Math.min(0, ...ends.filter(Number.isFinite));
  const highest = Math.max(0, ...ends.filter(Number.isFinite));
  // Counts do not go below nothing, even if the band's formula does.
  const from = strips.every(({ values }) => values.every((value) => value >= 0)) ? Math.max(0, lowest) : lowest;
  return highest - from < 1 ? [from, from + 1] : [from, highest];
}

/** Piles up runs that are closer than `width` pixels; equal ones in the order of the runs. */
export function pile(values: readonly number[], toPixels: (value: number) => number, width: number): readonly PlacedRun[] {
  const ends: number[] = [];
  return values
    .map((value, run) => ({ run, x: toPixels(value) }))
    .sort((one, other) => one.x - other.x || one.run - other.run)
    .map(({ run, x }) => {
      const free = ends.findIndex((end) => end <= x);
      const level = free === -1 ? ends.length : free;
      ends[level] = x + width;
      return { run, x, level };
    });
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Round values for an axis from `from` to `to`, about `count` of them: steps of 1, 2 or 5 times a power of ten, the ends included. */
export function roundTicks(from: number, to: number, count: number): readonly number[] {
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
