// Amounts over time in a bounded number of bins, however long the run turns out to be: when the bins are used up, each two become one of twice the width.
import type { BinnedSeries } from './fleetResult.ts';

/** How two bins become one, and what a bin has in which nothing was said: nothing (`sum`), or what the one before had. */
export type BinKind = 'sum' | 'last' | 'most';

/** As many as a picture of any width can show. */
const MOST_BINS = 1_024;

export class Bins<Name extends string> {
  readonly #kinds: Readonly<Record<Name, BinKind>>;
  readonly #names: readonly Name[];
  readonly #series: Record<Name, Float64Array>;
  #widthMs: number;
  #used = 0;

  /** @param widthMs of a bin at first */
  constructor(kinds: Readonly<Record<Name, BinKind>>, widthMs: number) {
    this.#kinds = kinds;
    this.#names = Object.keys(kinds) as Name[];
    // NaN: nothing was said.
    this.#series = Object.fromEntries(
      this.#names.map((name) => [name, new Float64Array(MOST_BINS).fill(kinds[name] === 'sum' ? 0 : Number.NaN)]),
    ) as Record<Name, Float64Array>;
    this.#widthMs = widthMs;
  }

  get widthMs(): number {
    return this.#widthMs;
  }

  /** The end of the bin that an instant lies in. Milliseconds. */
  endOfBin(atMs: number): number {
    return (Math.floor(atMs / this.#widthMs) + 1) * this.#widthMs;
  }

  add(name: Name, atMs: number, amount: number): void {
    const bin = this.#binOf(atMs);
    const series = this.#series[name];
    const before = series[bin] ?? 0;
    switch (this.#kinds[name]) {
      case 'sum':
        series[bin] = before + amount;
        return;
      case 'last':
        series[bin] = amount;
        return;
      case 'most':
        series[bin] = Number.isNaN(before) ? amount : Math.max(before, amount);
    }
  }

  #binOf(atMs: number): number {
    while (atMs >= MOST_BINS * this.#widthMs) this.#halve();
    const bin = Math.floor(atMs / this.#widthMs);
    if (bin >= this.#used) this.#used = bin + 1;
    return bin;
  }

  #halve(): void {
    for (const name of this.#names) {
      const series = this.#series[name];
      for (let bin = 0; bin < MOST_BINS / 2; bin++) series[bin] = joined(this.#kinds[name], series[2 * bin] ?? 0, series[2 * bin + 1] ?? 0);
      series.fill(this.#kinds[name] === 'sum' ? 0 : Number.NaN, MOST_BINS / 2);
    }
    this.#widthMs *= 2;
    this.#used = Math.ceil(this.#used / 2);
  }

  /** What was said so far; copies, so that the bins can go on. */
  result(fromMs = 0): BinnedSeries<Name> {
    const series = Object.fromEntries(
      this.#names.map((name) => {
        const values = this.#series[name].slice(0, this.#used);
        let known = 0;
        for (let bin = 0; bin < values.length; bin++) {
          if (Number.isNaN(values[bin])) values[bin] = known;
          else known = values[bin] ?? 0;
        }
        return [name, values];
      }),
    ) as Record<Name, Float64Array>;
    return { fromMs, widthMs: this.#widthMs, bins: this.#used, series };
  }
}

function joined(kind: BinKind, first: number, second: number): number {
  if (kind === 'sum') return first + second;
  if (Number.isNaN(second)) return first;
  if (kind === 'last' || Number.isNaN(first)) return second;
  return Math.max(first, second);
}
