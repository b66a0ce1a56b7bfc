// Which stretch of a run to ask the laboratory for. Its events are many and change nothing while the playhead is well within, so they are asked for rarely;
// how things stand at the playhead is little and is asked for often.
import { fromMicroseconds, type Microseconds } from '#simulations';
import type { RunView, ViewRequest } from '#simulations/worker';
import type { PlayableRun } from './playbackState.ts';

/** A view holds no more events than this; a fuller stretch was cut. */
const MOST_EVENTS = 4_000;
/** The stretch reaches this much wall time ahead and back, at the speed that is set. Milliseconds. */
const REACH_MS = 3_000;
/** ... and at least this much virtual time, so that the ladder has something to show on slow links. Microseconds. */
const LEAST_REACH = 5_000_000;
/** Of the broker's log, and of the serial monitors: as many as the laboratory gives at once. */
export const MOST_LINES = 500;

/** The part of a run whose events are at hand. */
export interface Stretch {
  readonly runId: number;
  readonly from: number;
  readonly to: number;
  readonly events: RunView['events'];
}

export function standingRequest(runId: number, at: Microseconds): ViewRequest {
  return { runId, at, from: at, to: at, logLines: MOST_LINES, tables: false };
}

export function stretchRequest(runId: number, at: Microseconds, speed: number): ViewRequest {
  const reach = Math.max(LEAST_REACH, Math.round(REACH_MS * 1_000 * speed));
  return { ...standingRequest(runId, at), from: fromMicroseconds(Math.max(0, at - reach)), to: fromMicroseconds(at + reach) };
}

/** What an answer covers: what was asked for, or less where it was cut. */
export function stretchOf({ runId, from, to }: ViewRequest, { events }: RunView): Stretch {
  if (events.length < MOST_EVENTS) return { runId, from, to, events };
  return { runId, from: Math.max(from, events[0]?.at ?? from), to: Math.min(to, events.at(-1)?.at ?? to), events };
}

/** Whether the stretch still serves at `at`: a quarter of it lies on either side, unless the run ends there. */
export function serves(stretch: Stretch | null, { runId, startsAt, endsAt }: PlayableRun, at: Microseconds): stretch is Stretch {
  if (stretch === null || stretch.runId !== runId) return false;
  const margin = (stretch.to - stretch.from) / 4;
  return (
    at >= Math.min(stretch.from + margin, stretch.from <= startsAt ? startsAt : Number.POSITIVE_INFINITY) &&
    (at <= stretch.to - margin || stretch.to >= endsAt)
  );
}
