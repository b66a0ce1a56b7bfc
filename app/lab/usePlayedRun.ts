// The finished run on the bench: its playhead, and the stretch of it around the playhead.
import { useEffect, useMemo } from 'react';
import { type Microseconds, START } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { DEFAULT_SPEED, SPEEDS } from '../bench/playbackState.ts';
import { type Playback, usePlayback } from '../bench/usePlayback.ts';
import { type RunViewState, useRunView } from '../bench/useRunView.ts';
import { findStep, viewRun } from '../state/laboratory.ts';

export interface Opening {
  /** Where the playhead stands when a run is opened. */
  readonly at: Microseconds;
  /** Virtual time for each wall time, one of the offered speeds. */
  readonly speed: number;
}

/** A run on the bench: its playhead, and the stretch of it around the playhead. */
export interface PlayedRun extends RunViewState {
  readonly playback: Playback;
}

/** Wall time that a packet should be under way, so that the eye can follow it. Milliseconds. */
const FLIGHT_MS = 500;

/** The offered speed at which one delay lasts about `FLIGHT_MS`; the default where packets take no time. */
export function speedFor(delayMs: number): number {
  if (delayMs === 0) return DEFAULT_SPEED;
  const wanted = Math.log(delayMs / FLIGHT_MS);
  const offered: readonly number[] = SPEEDS;
  return offered.reduce((best, speed) => (Math.abs(Math.log(speed) - wanted) < Math.abs(Math.log(best) - wanted) ? speed : best));
}

/** `calm`: little motion; then the run opens paused. `openingOf` must stay the same function. */
export function usePlayedRun(result: RunResult | null, calm: boolean, openingOf: (result: RunResult) => Opening): PlayedRun {
  const opening = useMemo(() => (result === null ? null : openingOf(result)), [result, openingOf]);
  const run = useMemo(
    () =>
      result === null || opening === null ? null : { runId: result.runId, startsAt: START, endsAt: result.endsAt, opensAt: opening.at },
    [result, opening],
  );
  const playback = usePlayback({ run, findStep, calm, autoPlay: !calm });
  const { setSpeed } = playback;
  const speed = opening?.speed ?? null;
  // A speed that the learner chose stays as long as the runs open with the same one.
  useEffect(() => {
    if (speed !== null) setSpeed(speed);
  }, [speed, setSpeed]);
  const { view, problem } = useRunView(playback, viewRun);
  return { playback, view, problem };
}
