// The stretch of the run around the playhead: asked for ahead of time, so that the picture never waits while it plays. One question at a time.
import { useEffect, useState } from 'react';
import { fromMicroseconds, type Microseconds } from '#simulations';
import type { RunView, ViewRequest } from '#simulations/worker';
import type { Playback } from './usePlayback.ts';

/** Wall time between two questions while the playhead glides. Milliseconds. */
const ASK_EVERY_MS = 100;
/** The stretch reaches this much wall time ahead and back, at the speed that is set. Milliseconds. */
const REACH_MS = 2_000;
/** ... and at least this much virtual time, so that the ladder has something to show. Microseconds. */
const LEAST_REACH = 400_000;
const LOG_LINES = 200;

/** The stretch to ask for around `at`. */
export function viewRequest(runId: number, at: Microseconds, speed: number): ViewRequest {
  const reach = Math.max(LEAST_REACH, Math.round(REACH_MS * 1_000 * speed));
  return { runId, at, from: fromMicroseconds(Math.max(0, at - reach)), to: fromMicroseconds(at + reach), logLines: LOG_LINES };
}

export interface RunViewState {
  /** `null` before the first answer of a run. */
  readonly view: RunView | null;
  /** The last question was refused: why. */
  readonly problem: unknown;
}

const NOTHING: RunViewState = { view: null, problem: null };

/** The newest view of the playback's run. `ask` is the laboratory's `view`; it must stay the same function between renders. */
export function useRunView(playback: Playback, ask: (request: ViewRequest) => Promise<RunView>): RunViewState {
  const { clock, run, speed } = playback;
  const runId = run?.runId ?? null;
  const [state, setState] = useState<RunViewState & { readonly runId: number | null }>({ ...NOTHING, runId: null });

  useEffect(() => {
    if (runId === null) return;
    let ended = false;
    let waiting = false;
    let again = false;
    let askedAt = Number.NEGATIVE_INFINITY;
    const question = () => {
      waiting = true;
      again = false;
      askedAt = performance.now();
      ask(viewRequest(runId, clock.now(), speed)).then(
        (view) => answered({ view, problem: null, runId }),
        (problem: unknown) => answered({ view: null, problem, runId }),
      );
    };
    const answered = (answer: typeof state) => {
      waiting = false;
      if (ended) return;
      setState(answer);
      if (again) question();
    };
    const unsubscribe = clock.subscribe((gliding) => {
      if (waiting) again ||= !gliding;
      else if (!gliding || performance.now() - askedAt >= ASK_EVERY_MS) question();
    });
    question();
    return () => {
      ended = true;
      unsubscribe();
    };
  }, [clock, runId, speed, ask]);

  return state.runId === runId ? state : NOTHING;
}
