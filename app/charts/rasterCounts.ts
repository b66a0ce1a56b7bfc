// How many marks of each kind a raster has in each stretch of its time. No React.
import type { RasterPoints } from './rasterPixels.ts';

export interface RasterStretches {
  readonly from: number;
  readonly to: number;
  /** All of the same length, 1 or more. */
  readonly stretches: number;
}

/** A list for each kind, a count for each stretch. What lies beyond the ends is left out; the last stretch has its end. */
export function countKinds({ at, kind }: RasterPoints, kinds: number, { from, to, stretches }: RasterStretches): readonly Uint32Array[] {
  const counts = Array.from({ length: kinds }, () => new Uint32Array(stretches));
  for (let index = 0; index < at.length; index++) {
    const time = at[index] ?? 0;
    const of = counts[kind[index] ?? 0];
    if (time < from || time > to || of === undefined) continue;
    const stretch = Math.min(stretches - 1, Math.floor(((time - from) / (to - from || 1)) * stretches));
    of[stretch] = (of[stretch] ?? 0) + 1;
  }
  return counts;
}
