// An experiment's knobs, what the learner did to its run, the setting of a second world and the learner's own mosquitto.conf, kept in the address: the link in the address bar is the state. Forward,
// back and a pasted link set them again.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { addressWith, hashPath, hashSearch, replaceHashSearch } from './address.ts';
import { INSTANT_PARAMETER, readInstant, writeInstant } from './instant.ts';
import { type Correction, type KnobSpecs, readKnobs, standardValues, writeKnobs } from './knobs.ts';
import { CONF_PARAMETER, type ConfProblem, readConf, writeConf } from './learnerConf.ts';
import { inOrder, type LearnerStep, MOST_STEPS, readSteps, STEPS_PARAMETER, writeSteps } from './learnerSteps.ts';
import { OTHER_PARAMETER, type OtherSetting, readOther, writeOther } from './otherSetting.ts';

// A slider drag makes dozens of values a second and browsers refuse that many history entries: the address follows when the hand rests.
const ADDRESS_FOLLOWS_MS = 250;

export interface Experiment<Values> {
  readonly values: Values;
  /** What the learner did to the run, in the order of the instants; turning a knob leaves them. Always empty where the experiment takes none. */
  readonly steps: readonly LearnerStep[];
  /** What is different in a second world beside this one; `null`: there is none. Turning a knob leaves it. */
  readonly other: OtherSetting | null;
  /** The learner's own mosquitto.conf as it was typed, which the broker may refuse; `null`: the lab's own. Always `null` where the experiment takes none. */
  readonly conf: string | null;
  /** Why the one in the address is not used; `null` after the first change. */
  readonly confProblem: ConfProblem | null;
  /** Where the link that brought all this opens the run. Milliseconds; `null`: it does not say, or something was changed since. */
  readonly instantMs: number | null;
  /** What in the address could not be used; empty after the first change. */
  readonly corrections: readonly Correction[];
  set(change: Partial<Values>): void;
  /** Not beyond `MOST_STEPS`. */
  addStep(step: LearnerStep): void;
  removeStep(step: LearnerStep): void;
  clearSteps(): void;
  /** A second world with this setting; `null`: no longer. */
  compare(other: OtherSetting | null): void;
  /** In the link as long as it fits; `null`: the lab's own. */
  setConf(conf: string | null): void;
  /** All knobs to their standard values, no steps, one world, and the lab's own mosquitto.conf. */
  reset(): void;
  /** Address that brings all of this back, at an instant of the run where one is given. */
  link(instantMs?: number): string;
}

export interface ExperimentOptions {
  /** The learner can do something to the run. Default `false`: steps in the address mean nothing. */
  readonly takesSteps?: boolean;
  /** It can be compared with a second world. Default `false`: a second world in the address means nothing. */
  readonly takesOther?: boolean;
  /** The learner can write a mosquitto.conf. Default `false`: one in the address means nothing. */
  readonly takesConf?: boolean;
  /** A link can open its run at an instant. Default `false`: an instant in the address means nothing. */
  readonly takesInstant?: boolean;
}

interface State<Values> {
  readonly values: Values;
  readonly steps: readonly LearnerStep[];
  readonly other: OtherSetting | null;
  readonly conf: string | null;
  readonly confProblem: ConfProblem | null;
  readonly instantMs: number | null;
  readonly corrections: readonly Correction[];
  readonly turned: boolean;
}

function readState<Values>(
  specs: KnobSpecs<Values>,
  { takesSteps = false, takesOther = false, takesConf = false, takesInstant = false }: ExperimentOptions,
): State<Values> {
  const search = hashSearch();
  const take = (parameter: string, takes: boolean) => {
    const given = takes ? search.get(parameter) : null;
    if (takes) search.delete(parameter);
    return given;
  };
  const { steps, corrections: ofSteps } = readSteps(take(STEPS_PARAMETER, takesSteps));
  const { other, corrections: ofOther } = readOther(specs, take(OTHER_PARAMETER, takesOther));
  const { conf, problem: confProblem } = readConf(take(CONF_PARAMETER, takesConf));
  const { instantMs, corrections: ofInstant } = readInstant(take(INSTANT_PARAMETER, takesInstant));
  const knobs = readKnobs(specs, search);
  const corrections = [...knobs.corrections, ...ofSteps, ...ofOther, ...ofInstant];
  return { values: knobs.values, steps, other, conf, confProblem, instantMs, corrections, turned: false };
}

type Linked<Values> = Pick<State<Values>, 'values' | 'steps' | 'other' | 'conf'>;

function writeState<Values>(specs: KnobSpecs<Values>, { values, steps, other, conf }: Linked<Values>): URLSearchParams {
  const search = writeKnobs(specs, values);
  const written = { [STEPS_PARAMETER]: writeSteps(steps), [OTHER_PARAMETER]: writeOther(specs, other), [CONF_PARAMETER]: writeConf(conf) };
  for (const [parameter, value] of Object.entries(written)) if (value !== null) search.set(parameter, value);
  return search;
}

/** `specs` must be the same object at each call. */
export function useExperiment<Values extends object>(
  specs: KnobSpecs<Values>,
  { takesSteps = false, takesOther = false, takesConf = false, takesInstant = false }: ExperimentOptions = {},
): Experiment<Values> {
  const read = useCallback(
    () => readState(specs, { takesSteps, takesOther, takesConf, takesInstant }),
    [specs, takesSteps, takesOther, takesConf, takesInstant],
  );
  const [state, setState] = useState(read);

  useEffect(() => {
    const path = hashPath();
    const readAgain = () => {
      if (hashPath() === path) setState(read());
    };
    window.addEventListener('hashchange', readAgain);
    return () => window.removeEventListener('hashchange', readAgain);
  }, [read]);

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
      setState((before) => ({ ...before, corrections: [], confProblem: null, instantMs: null, turned: true, ...to(before) }));
    return {
      set: (values: Partial<Values>) => change((before) => ({ values: { ...before.values, ...values } })),
      addStep: (step: LearnerStep) => change(({ steps }) => (steps.length < MOST_STEPS ? { steps: inOrder([...steps, step]) } : {})),
      removeStep: (step: LearnerStep) => change(({ steps }) => ({ steps: steps.filter((one) => one !== step) })),
      clearSteps: () => change(() => ({ steps: [] })),
      setConf: (conf: string | null) => change(() => ({ conf })),
      compare: (other: OtherSetting | null) => change(() => ({ other })),
      reset: () => change(() => ({ values: standardValues(specs), steps: [], other: null, conf: null })),
    };
  }, [specs]);
  const { values, steps, other, conf, confProblem, instantMs, corrections } = state;
  const link = useCallback(
    (at?: number) => {
      const search = writeState(specs, { values, steps, other, conf });
      if (at !== undefined) search.set(INSTANT_PARAMETER, writeInstant(at));
      return addressWith(search);
    },
    [specs, values, steps, other, conf],
  );
  return useMemo(
    () => ({ values, steps, other, conf, confProblem, instantMs, corrections, ...actions, link }),
    [values, steps, other, conf, confProblem, instantMs, corrections, actions, link],
  );
}
