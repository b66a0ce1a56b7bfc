// Marks of losses along the time bar: a column for each stretch with a loss, higher where there are more. A few stay single marks, many become a density strip.
import type { Microseconds } from '#simulations';
import type { PlayableRun } from './playbackState.ts';

export const STRETCHES = 240;
/** Share of the full height that a single loss gets, so that it is seen. */
const LEAST_HEIGHT = 0.35;

export interface LossMark {
  /** Which stretch of the bar, 0 to `STRETCHES` - 1. */
  readonly stretch: number;
  readonly count: number;
  /** Share of the strip's height. Above 0, to 1. */
  readonly height: number;
}

export function lossMarks(instants: readonly Microseconds[], { startsAt, endsAt }: PlayableRun): readonly LossMark[] {
  const span = Math.max(1, endsAt - startsAt);
  const counts = new Array<number>(STRETCHES).fill(0);
  for (const instant of instants) {
    const stretch = Math.min(STRETCHES - 1, Math.floor(((instant - startsAt) / span) * STRETCHES));
    if (stretch >= 0) counts[stretch] = (counts[stretch] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts.flatMap((count, stretch) =>
    count === 0 ? [] : [{ stretch, count, height: LEAST_HEIGHT + (1 - LEAST_HEIGHT) * (most === 1 ? 0 : (count - 1) / (most - 1)) }],
  );
}
