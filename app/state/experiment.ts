// An experiment's knobs, and what the learner did to its run, kept in the address: the link in the address bar is the state. Forward, back and a pasted link set
// them again.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { addressWith, hashPath, hashSearch, replaceHashSearch } from './address.ts';
import { type Correction, type KnobSpecs, readKnobs, standardValues, writeKnobs } from './knobs.ts';
import { inOrder, type LearnerStep, MOST_STEPS, readSteps, STEPS_PARAMETER, writeSteps } from './learnerSteps.ts';

// A slider drag makes dozens of values a second and browsers refuse that many history entries: the address follows when the hand rests.
const ADDRESS_FOLLOWS_MS = 250;

export interface Experiment<Values> {
  readonly values: Values;
  /** What the learner did to the run, in the order of the instants; turning a knob leaves them. Always empty where the experiment takes none. */
  readonly steps: readonly LearnerStep[];
  /** What in the address could not be used; empty after the first change. */
  readonly corrections: readonly Correction[];
  set(change: Partial<Values>): void;
  /** Not beyond `MOST_STEPS`. */
  addStep(step: LearnerStep): void;
  removeStep(step: LearnerStep): void;
  clearSteps(): void;
  /** All knobs to their standard values, and no steps. */
  reset(): void;
  /** Address that brings back these values and steps. */
  link(): string;
}

export interface ExperimentOptions {
  /** The learner can do something to the run. Default `false`: steps in the address mean nothing. */
  readonly takesSteps?: boolean;
}

interface State<Values> {
  readonly values: Values;
  readonly steps: readonly LearnerStep[];
  readonly corrections: readonly Correction[];
  readonly turned: boolean;
}

function readState<Values>(specs: KnobSpecs<Values>, takesSteps: boolean): State<Values> {
  const search = hashSearch();
  const { steps, corrections } = readSteps(takesSteps ? search.get(STEPS_PARAMETER) : null);
  if (takesSteps) search.delete(STEPS_PARAMETER);
  const knobs = readKnobs(specs, search);
  return { values: knobs.values, steps, corrections: [...knobs.corrections, ...corrections], turned: false };
}

function writeState<Values>(specs: KnobSpecs<Values>, { values, steps }: Pick<State<Values>, 'values' | 'steps'>): URLSearchParams {
  const search = writeKnobs(specs, values);
  const written = writeSteps(steps);
  if (written !== null) search.set(STEPS_PARAMETER, written);
  return search;
}

/** `specs` must be the same object at each call. */
export function useExperiment<Values extends object>(
  specs: KnobSpecs<Values>,
  { takesSteps = false }: ExperimentOptions = {},
): Experiment<Values> {
  const [state, setState] = useState(() => readState(specs, takesSteps));

  useEffect(() => {
    const path = hashPath();
    const readAgain = () => {
      if (hashPath() === path) setState(readState(specs, takesSteps));
    };
    window.addEventListener('hashchange', readAgain);
    return () => window.removeEventListener('hashchange', readAgain);
  }, [specs, takesSteps]);

  useEffect(() => {
    if (!state.turned) return;
    const path = hashPath();
    const timer = setTimeout(() => {
      if (hashPath() === path) replaceHashSearch(writeState(specs, state));
    }, ADDRESS_FOLLOWS_MS);
    return () => clearTimeout(timer);
  }, [specs, state]);

  const actions = useMemo(() => {
    const change = (to: (before: State<Values>) => Partial<State<Values>>) =>
      setState((before) => ({ ...before, corrections: [], turned: true, ...to(before) }));
    return {
      set: (values: Partial<Values>) => change((before) => ({ values: { ...before.values, ...values } })),
      addStep: (step: LearnerStep) => change(({ steps }) => (steps.length < MOST_STEPS ? { steps: inOrder([...steps, step]) } : {})),
      removeStep: (step: LearnerStep) => change(({ steps }) => ({ steps: steps.filter((one) => one !== step) })),
      clearSteps: () => change(() => ({ steps: [] })),
      reset: () => change(() => ({ values: standardValues(specs), steps: [] })),
    };
  }, [specs]);
  const { values, steps, corrections } = state;
  const link = useCallback(() => addressWith(writeState(specs, { values, steps })), [specs, values, steps]);
  return useMemo(() => ({ values, steps, corrections, ...actions, link }), [values, steps, corrections, actions, link]);
}
