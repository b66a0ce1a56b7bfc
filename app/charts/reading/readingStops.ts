// Where a chart can be read: stretches or points along its axis, one after the other. No React.

const ROUNDING = 1e-9;

export interface ReadingStop {
  /** Of the bin or the point, among all that the chart has. */
  readonly index: number;
  /** In the axis's own unit: the ends of a stretch, or twice the same point. */
  readonly from: number;
  readonly to: number;
  /** Where that is on the drawing, 0 (left) to 1. */
  readonly left: number;
  readonly right: number;
}

/** @param edges of bins, rising: one more than there are bins */
export function stretchesBetween(edges: readonly number[]): readonly ReadingStop[] {
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const share = (at: number) => (at - first) / (last - first || 1);
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? first;
    return { index, from, to, left: share(from), right: share(to) };
  });
}

/** Those of the points that are on the drawing. @param toShare where a value stands on it, 0 to 1 */
export function pointsAt(values: readonly number[], toShare: (value: number) => number): readonly ReadingStop[] {
  return values.flatMap((value, index) => {
    const share = toShare(value);
    return share < -ROUNDING || share > 1 + ROUNDING ? [] : [{ index, from: value, to: value, left: share, right: share }];
  });
}

export const middleOf = ({ from, to }: ReadingStop): number => (from + to) / 2;

/** The stop nearest to a place on the drawing, by its number; -1 where there is none at all. */
export function nearestStop(stops: readonly ReadingStop[], share: number): number {
  return nearest(stops, ({ left, right }) => Math.abs((left + right) / 2 - share));
}

/** The stop that has a value, or the nearest to it; -1 for a value beyond the ends. */
export function stopOf(stops: readonly ReadingStop[], value: number): number {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined || value < first.from || value > last.to) return -1;
  return nearest(stops, (stop) => Math.abs(middleOf(stop) - value));
}

function nearest(stops: readonly ReadingStop[], distance: (stop: ReadingStop) => number): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  stops.forEach((stop, index) => {
    const away = distance(stop);
    if (away < least) [best, least] = [index, away];
  });
  return best;
}
