// Where two finished runs part: their first difference, and on request the next one and the one after that.
import { useCallback, useEffect, useState } from 'react';
import type { RunDifference, RunResult } from '#simulations/worker';
import { firstDifference } from '../../state/laboratory.ts';

export interface Parting {
  /** `undefined`: not known yet. `null`: there is none. */
  readonly difference: RunDifference | null | undefined;
  /** 1 for the first. */
  readonly count: number;
  /** Whether the one that is told is the last: there was no next one. */
  readonly isLast: boolean;
  /** Asks for the next one and hands it over; `null`: there is none. */
  readonly next: (found: (difference: RunDifference | null) => void) => void;
  /** Back to the first one. */
  readonly restart: () => void;
}

interface State {
  readonly a: number;
  readonly b: number;
  readonly found: readonly RunDifference[];
  /** There are no more than these. */
  readonly complete: boolean;
  readonly place: number;
}

export function useParting(a: RunResult | null, b: RunResult | null): Parting {
  const [state, setState] = useState<State | null>(null);
  const [idA, idB] = [a?.runId ?? null, b?.runId ?? null];
  useEffect(() => {
    if (idA === null || idB === null) return;
    let gone = false;
    firstDifference(idA, idB).then(
      (first) => {
        if (!gone) setState({ a: idA, b: idB, found: first === null ? [] : [first], complete: first === null, place: 0 });
      },
      // A newer run has taken the place of one of them, or the laboratory failed and says so elsewhere.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [idA, idB]);

  const current = state !== null && state.a === idA && state.b === idB ? state : null;
  const next = useCallback(
    (tell: (difference: RunDifference | null) => void) => {
      if (current === null) return;
      const { a: one, b: other, found, complete, place } = current;
      const known = found[place + 1];
      const last = found[place];
      if (known !== undefined) {
        setState({ ...current, place: place + 1 });
        return tell(known);
      }
      if (complete || last === undefined) return tell(null);
      firstDifference(one, other, last.at).then(
        (more) => {
          setState((now) => {
            if (now !== current) return now;
            return more === null ? { ...current, complete: true } : { ...current, found: [...found, more], place: place + 1 };
          });
          tell(more);
        },
        () => undefined,
      );
    },
    [current],
  );
  const restart = useCallback(() => setState((now) => (now === null ? null : { ...now, place: 0 })), []);
  const difference = current === null ? undefined : (current.found[current.place] ?? null);
  return {
    difference,
    count: (current?.place ?? 0) + 1,
    isLast: current?.complete === true && current.place >= current.found.length - 1,
    next,
    restart,
  };
}
