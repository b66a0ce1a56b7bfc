// One playhead over two runs: the longer one decides where it ends, the shorter one stands at its own end meanwhile. Steps stop at what happens in either.
import { useMemo } from 'react';
import { fromMicroseconds, type Microseconds, START } from '#simulations';
import type { RunResult } from '#simulations/worker';
import type { PlayableRun } from '../../bench/playbackState.ts';
import type { Playback, PlaybackOptions, PlayheadClock } from '../../bench/usePlayback.ts';
import { findStep } from '../../state/laboratory.ts';

export function laterEnd(result: RunResult, beside: RunResult | null): Microseconds {
  return beside === null || beside.endsAt < result.endsAt ? result.endsAt : beside.endsAt;
}

/** `beside`: the other run; `null`: there is none. Where it is no longer kept, the steps are those of the first alone. */
export function findStepInBoth(beside: number | null): PlaybackOptions['findStep'] {
  if (beside === null) return findStep;
  return async (runId, from, direction, target) => {
    const inOther = findStep(beside, from, direction, target).catch(() => null);
    const found = [await findStep(runId, from, direction, target), await inOther].filter((instant) => instant !== null);
    if (found.length === 0) return null;
    return fromMicroseconds(direction === 'forward' ? Math.min(...found) : Math.max(...found));
  };
}

/** The shared playhead as the run of `result` sees it. It is that run's only once the playhead has been opened for the first of the two, `opened`. */
export function useOwnPlayback(shared: Playback, result: RunResult | null, opened: RunResult | null): Playback {
  const { clock, run: sharedRun } = shared;
  const runId = result?.runId ?? null;
  const endsAt = result?.endsAt ?? null;
  const isOpen = sharedRun !== null && opened !== null && sharedRun.runId === opened.runId;
  const run = useMemo((): PlayableRun | null => {
    if (!isOpen || runId === null || endsAt === null) return null;
    return runId === sharedRun.runId ? { ...sharedRun, endsAt } : { runId, startsAt: START, endsAt };
  }, [isOpen, sharedRun, runId, endsAt]);
  const own = useMemo(
    (): PlayheadClock => ({
      now: () => (endsAt === null ? clock.now() : fromMicroseconds(Math.min(clock.now(), endsAt))),
      subscribe: clock.subscribe,
    }),
    [clock, endsAt],
  );
  return useMemo(() => ({ ...shared, clock: own, run }), [shared, own, run]);
}
