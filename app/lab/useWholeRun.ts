// A finished run as a whole: how it stands at its end, with all its events where they are few enough (4,000), for what a lab says about the run.
import { useEffect, useState } from 'react';
import { START } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { viewRun } from '../state/laboratory.ts';

const ALL_LOG_LINES = 500;

/** `null` until it is there, and where the laboratory no longer has the run. */
export function useWholeRun(result: RunResult | null): RunView | null {
  const [whole, setWhole] = useState<{ readonly of: RunResult; readonly view: RunView } | null>(null);
  useEffect(() => {
    if (result === null) return;
    let gone = false;
    viewRun({ runId: result.runId, at: result.endsAt, from: START, to: result.endsAt, logLines: ALL_LOG_LINES }).then(
      (view) => !gone && setWhole({ of: result, view }),
      // A newer run has taken its place, or the laboratory failed and says so elsewhere.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [result]);
  return whole !== null && whole.of === result ? whole.view : null;
}
