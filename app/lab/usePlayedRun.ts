// The finished run on the bench: its playhead, and the stretch of it around the playhead.
import { useEffect, useMemo, useRef } from 'react';
import { type Microseconds, type Scenario, START } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { DEFAULT_SPEED, SPEEDS } from '../bench/playbackState.ts';
import { type Playback, usePlayback } from '../bench/usePlayback.ts';
import { type RunViewState, useRunView } from '../bench/useRunView.ts';
import { viewRun } from '../state/laboratory.ts';
import { findStepInBoth, laterEnd, useOwnPlayback } from './two-worlds/sharedPlayhead.ts';
import { isSameScenario } from './useLabRun.ts';

export interface Opening {
  /** Where the playhead stands when a run is opened. */
  readonly at: Microseconds;
  /** Virtual time for each wall time, one of the offered speeds. */
  readonly speed: number;
}

/** A run that takes the place of the one that is shown, which is the same up to an instant: where to go on. */
export interface Resume {
  readonly scenario: Scenario;
  readonly at: Microseconds;
  readonly playing: boolean;
}

/** A run on the bench: its playhead, and the stretch of it around the playhead. */
export interface PlayedRun extends RunViewState {
  readonly playback: Playback;
  /** The playhead that it shares with a run beside it, which may go on when this one is over; without one the same as its own. */
  readonly shared: Playback;
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

/** `calm`: little motion; then the run opens paused. `openingOf` must stay the same function. `resume` says how the run of its scenario is opened. `beside`: the run of a second world. */
export function usePlayedRun(
  result: RunResult | null,
  calm: boolean,
  openingOf: (result: RunResult) => Opening,
  resume: Resume | null = null,
  beside: RunResult | null = null,
): PlayedRun {
  const opening = useMemo(() => (result === null ? null : openingOf(result)), [result, openingOf]);
  const resumed = useMemo(
    () => (result !== null && resume !== null && isSameScenario(result.scenario, resume.scenario) ? resume : null),
    [result, resume],
  );
  const run = useMemo(() => {
    if (result === null || opening === null) return null;
    return {
      runId: result.runId,
      startsAt: START,
      endsAt: laterEnd(result, beside),
      opensAt: opening.at,
      ...(resumed === null ? {} : { resumesAt: resumed.at }),
    };
  }, [result, opening, resumed, beside]);
  const findStep = useMemo(() => findStepInBoth(beside?.runId ?? null), [beside]);
  const shared = usePlayback({ run, findStep, calm, autoPlay: resumed?.playing ?? !calm });
  const own = useOwnPlayback(shared, result, result);
  const playback = beside === null ? shared : own;
  const { setSpeed } = shared;
  const speed = opening?.speed ?? null;
  // A speed that the learner chose stays as long as the runs open with the same one.
  useEffect(() => {
    if (speed !== null) setSpeed(speed);
  }, [speed, setSpeed]);
  const { view, problem } = useRunView(playback, viewRun);
  // The picture of the run that was left is that of the new one up to its instant: it stays until the new one's is there.
  const last = useRef<RunView | null>(null);
  if (view !== null) last.current = view;
  const resuming = playback.run?.resumesAt !== undefined && problem === null;
  return { playback, shared, view: view ?? (resuming ? last.current : null), problem };
}
