// The switches of a lab. A step at the playhead makes the run anew, which is exact: a run is its scenario's, so all that was seen up to that instant is the same.
// The new run is taken up where the old one was left, playing if that did.
import { useCallback, useMemo, useState } from 'react';
import { fromMilliseconds, type Microseconds, type Scenario } from '#simulations';
import type { Playback } from '../bench/usePlayback.ts';
import type { Experiment } from '../state/experiment.ts';
import { inOrder, isSameSwitch, type LearnerStep, MOST_STEPS, type SwitchAction } from '../state/learnerSteps.ts';
import { isSameScenario, type LabRun } from './useLabRun.ts';
import type { Resume } from './usePlayedRun.ts';
import { withSteps } from './withSteps.ts';

const LATEST_MS = 48 * 3_600_000;

type TakesSteps = Pick<Experiment<object>, 'steps' | 'addStep' | 'removeStep' | 'clearSteps'>;

/** The lab's runs, and the one that is to take the place of the run that is shown. `opening`: how the very first is to be opened; later changes of it mean nothing. */
export function useResumedRuns(
  runs: LabRun,
  opening: Resume | null,
): {
  readonly lab: LabRun;
  readonly resume: Resume | null;
  readonly goOn: (resume: Resume) => void;
} {
  const [resume, setResume] = useState(opening);
  const { start } = runs;
  const lab = useMemo(
    (): LabRun => ({
      ...runs,
      start: (scenario) => {
        setResume(null);
        start(scenario);
      },
    }),
    [runs, start],
  );
  const goOn = useCallback(
    (next: Resume) => {
      setResume(next);
      start(next.scenario);
    },
    [start],
  );
  return { lab, resume, goOn };
}

/** Why the switches do nothing now. */
export type SwitchesIdle = 'noRun' | 'running' | 'stale' | 'tooMany';

export interface LearnerSteps {
  readonly steps: readonly LearnerStep[];
  /** `null`: they work. */
  readonly idle: SwitchesIdle | null;
  /** At the playhead. Where the playhead still stands at this switch's last flip, that one is taken back. */
  flip(action: SwitchAction): void;
  remove(step: LearnerStep): void;
  clear(): void;
}

/** The first whole millisecond after the playhead: nothing that was seen is undone. */
function instantAfter(at: Microseconds): number {
  return Math.floor(at / 1_000) + 1;
}

/** `base`: the scenario of the knobs, without steps. */
export function useLearnerSteps(
  experiment: TakesSteps,
  base: Scenario,
  lab: LabRun,
  playback: Playback,
  goOn: (resume: Resume) => void,
): LearnerSteps {
  const { steps, addStep, removeStep, clearSteps } = experiment;
  const { clock, playing, pause } = playback;
  const { state, result } = lab.run;
  const idle =
    state === 'running' ? 'running' : result === null ? 'noRun' : lab.isStale ? 'stale' : steps.length >= MOST_STEPS ? 'tooMany' : null;

  return useMemo(() => {
    const rerun = (next: readonly LearnerStep[], at: Microseconds) => {
      const scenario = withSteps(base, next);
      // Of a run that is not the knobs' there is nothing to go on with: Run shows the new one.
      if (result === null || lab.isStale || isSameScenario(scenario, lab.scenario)) return;
      pause();
      goOn({ scenario, at, playing });
    };
    const remove = (step: LearnerStep) => {
      removeStep(step);
      rerun(
        steps.filter((one) => one !== step),
        clock.now(),
      );
    };
    return {
      steps,
      idle,
      flip: (action) => {
        if (idle === 'running' || idle === 'noRun' || idle === 'stale') return;
        const at = clock.now();
        const own = steps.findLast((step) => fromMilliseconds(step.atMs) === at && isSameSwitch(step, action));
        if (own !== undefined) return remove(own);
        const step: LearnerStep = { ...action, atMs: instantAfter(at) };
        if (idle !== null || step.atMs > LATEST_MS) return;
        addStep(step);
        rerun(inOrder([...steps, step]), fromMilliseconds(step.atMs));
      },
      remove,
      clear: () => {
        clearSteps();
        rerun([], clock.now());
      },
    };
  }, [steps, idle, base, lab, result, clock, playing, pause, goOn, addStep, removeStep, clearSteps]);
}
