// How a strip of a spread chart is divided: a line or two of words, the piled marks, a gap to the next strip. Pixels.

/** Half the height of a run's mark. */
export const RADIUS = 4.5;
/** Room for the piled marks. */
export const PILE = 64;
export const GAP = 6;
export const LINE = 17;
/** Narrower plots give the expectation a line of its own. */
const ONE_LINE_FROM = 430;

export interface StripShape {
  readonly lines: 1 | 2;
  readonly words: number;
  /** Of the whole strip. */
  readonly height: number;
}

export function stripShape(width: number): StripShape {
  const lines = width < ONE_LINE_FROM ? 2 : 1;
  const words = lines * LINE + 7;
  return { lines, words, height: words + PILE + GAP };
}
