// The finished run on the bench: its playhead, and the stretch of it around the playhead.
import { useEffect, useMemo } from 'react';
import { fromMicroseconds, type Microseconds, START } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { DEFAULT_SPEED, type PlayableRun, SPEEDS } from '../../bench/playbackState.ts';
import { type Playback, usePlayback } from '../../bench/usePlayback.ts';
import { type RunViewState, useRunView } from '../../bench/useRunView.ts';
import { findStep, viewRun } from '../../state/laboratory.ts';

/** One-way delays from the first packet on the air to the first PUBLISH: TCP's round trip and CONNECT's. */
const DELAYS_BEFORE_PUBLISH = 4;

/** Waking and joining the Wi-Fi takes a second in which no packet moves: the run opens after it. */
function opensAt(result: RunResult): Microseconds {
  const delayMs = result.scenario.devices[0]?.link.delayMs ?? 0;
  const first = result.figures.reduce(
    (earliest, { publishingFrom }) => Math.min(earliest, publishingFrom ?? earliest),
    Number(result.endsAt),
  );
  return fromMicroseconds(Math.max(0, first - DELAYS_BEFORE_PUBLISH * delayMs * 1_000));
}

function playable(result: RunResult): PlayableRun {
  return { runId: result.runId, startsAt: START, endsAt: result.endsAt, opensAt: opensAt(result) };
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

/** `calm`: little motion; then the run opens paused. */
export function usePlayedRun(result: RunResult | null, calm: boolean): RunViewState & { readonly playback: Playback } {
  const run = useMemo(() => (result === null ? null : playable(result)), [result]);
  const playback = usePlayback({ run, findStep, calm, autoPlay: !calm });
  const { setSpeed } = playback;
  const delayMs = result?.scenario.devices[0]?.link.delayMs ?? null;
  // A speed that the learner chose stays as long as the delay does.
  useEffect(() => {
    if (delayMs !== null) setSpeed(speedFor(delayMs));
  }, [delayMs, setSpeed]);
  const { view, problem } = useRunView(playback, viewRun);
  return { playback, view, problem };
}
