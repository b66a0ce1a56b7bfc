// The one laboratory of the page. It starts when the first widget needs it and then serves all of them; nothing here knows what they run.
import { useSyncExternalStore } from 'react';
import type { Microseconds } from '#simulations';
import type { Laboratory, RunDifference, RunView, StepTarget, ViewRequest } from '#simulations/worker';
import { startLaboratory } from '#simulations/worker';

let started: Laboratory | null = null;

/** The page's laboratory, started by the first call. */
export function laboratory(): Laboratory {
  started ??= startLaboratory();
  return started;
}

/** A stretch of a finished run; the laboratory's own `view`, the same function at each call. */
export function viewRun(request: ViewRequest): Promise<RunView> {
  return laboratory().view(request);
}

/** The next or previous event of a kind in a finished run; `null` at the end. */
export function findStep(
  runId: number,
  from: Microseconds,
  direction: 'forward' | 'back',
  target: StepTarget,
): Promise<Microseconds | null> {
  return laboratory().step(runId, from, direction, target);
}

/** Where two finished runs part, after an instant or from their start; `null`: nowhere. */
export function firstDifference(runIdA: number, runIdB: number, after?: Microseconds): Promise<RunDifference | null> {
  return laboratory().firstDifference(runIdA, runIdB, after);
}

/** Both questions together. */
export const finishedRuns: Pick<Laboratory, 'view' | 'step'> = { view: viewRun, step: findStep };

/** A new laboratory in the place of a failed one. Runs are not asked again. */
export function restartLaboratory(): void {
  laboratory().restart();
}

function listen(listener: () => void): () => void {
  return laboratory().onStatus(listener);
}

/** Whether the laboratory works, and if not, why; the component is drawn anew when that changes. */
export function useLaboratoryStatus(): Laboratory['status'] {
  return useSyncExternalStore(listen, () => laboratory().status);
}
