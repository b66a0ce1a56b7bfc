// Mean and standard deviation of what is not certain, and sums of independent repetitions.

export interface Spread {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** A value with its probability. */
export interface Chance {
  readonly probability: number;
  readonly value: number;
}

export function spreadOf(chances: Iterable<Chance>): Spread {
  let mean = 0;
  let square = 0;
  for (const { probability, value } of chances) {
    mean += probability * value;
    square += probability * value * value;
  }
  // Rounding can leave a tiny negative number where nothing varies.
  return { mean, standardDeviation: Math.sqrt(Math.max(0, square - mean * mean)) };
}

/** Of the sum over `count` independent repetitions: mean times count, deviation times its root. */
export function repeated(one: Spread, count: number): Spread {
  return { mean: one.mean * count, standardDeviation: one.standardDeviation * Math.sqrt(count) };
}

/** Of `factor * value + offset`. */
export function scaled({ mean, standardDeviation }: Spread, factor: number, offset = 0): Spread {
  return { mean: mean * factor + offset, standardDeviation: standardDeviation * Math.abs(factor) };
}
