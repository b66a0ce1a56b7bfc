// The run around the playhead, asked of the laboratory while it plays: one question at a time, ahead of the playhead, so that the picture never waits.
import { useEffect, useRef, useState } from 'react';
import type { RunView, ViewRequest } from '#simulations/worker';
import type { Playback } from './usePlayback.ts';
import { type Stretch, serves, standingRequest, stretchOf, stretchRequest } from './viewWindow.ts';

/** Wall time between two questions while the playhead glides. Milliseconds. */
const ASK_EVERY_MS = 100;

export interface RunViewState {
  /** `null` before the first answer of a run. Its events stay the same list while the playhead is well within them. */
  readonly view: RunView | null;
  /** The last question was refused: why. */
  readonly problem: unknown;
}

const NOTHING: RunViewState = { view: null, problem: null };

/** The newest view of the playback's run. `ask` is the laboratory's `view`; it must stay the same function between renders. */
export function useRunView(playback: Playback, ask: (request: ViewRequest) => Promise<RunView>): RunViewState {
  const { clock, run, speed } = playback;
  const [state, setState] = useState<RunViewState & { readonly runId: number | null }>({ ...NOTHING, runId: null });
  const stretch = useRef<Stretch | null>(null);

  useEffect(() => {
    if (run === null) return;
    const { runId } = run;
    let ended = false;
    let waiting = false;
    let again = false;
    let askedAt = Number.NEGATIVE_INFINITY;
    const question = () => {
      waiting = true;
      again = false;
      askedAt = performance.now();
      const at = clock.now();
      const known = stretch.current;
      const near = serves(known, run, at);
      const request = near ? standingRequest(runId, at) : stretchRequest(runId, at, speed);
      ask(request).then(
        (answer) => {
          if (!near && !ended) stretch.current = stretchOf(request, answer);
          answered({ view: near ? { ...answer, events: known.events } : answer, problem: null, runId });
        },
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
  }, [clock, run, speed, ask]);

  return state.runId === (run?.runId ?? null) ? state : NOTHING;
}
