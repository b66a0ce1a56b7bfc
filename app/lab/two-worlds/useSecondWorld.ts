// The second world of a lab on the bench: its run under the shared playhead, and how the two that are shown are set.
import { useMemo, useRef } from 'react';
import type { Scenario } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { useRunView } from '../../bench/useRunView.ts';
import type { Experiment } from '../../state/experiment.ts';
import type { KnobSpecs } from '../../state/knobs.ts';
import { viewRun } from '../../state/laboratory.ts';
import type { OtherSetting } from '../../state/otherSetting.ts';
import { type KnobsOnScreen, useToldKnobs } from '../knobsOnScreen.ts';
import { useSeenToEnd } from '../Prediction.tsx';
import type { PlayedRun } from '../usePlayedRun.ts';
import { useWholeRun } from '../useWholeRun.ts';
import { type Setting, settingsOf } from './settings.ts';
import { useOwnPlayback } from './sharedPlayhead.ts';
import type { OtherRun } from './useOtherRun.ts';
import type { WorldSettings } from './Worlds.tsx';

/** One world as its parts on the bench show it. */
export interface World {
  readonly result: RunResult | null;
  /** Of the run that is shown, or of the knobs. */
  readonly scenario: Scenario;
  readonly played: PlayedRun;
  /** The whole of the run, once its end has been seen. */
  readonly outcome: RunView | null;
}

/** `shared`: of the first world. `wanted`: the second world of the knobs. */
export function useSecondWorld({ run, beside }: OtherRun, first: RunResult | null, shared: PlayedRun, wanted: Scenario): World {
  const playback = useOwnPlayback(shared.shared, beside, first);
  const { view, problem } = useRunView(playback, viewRun);
  // Until the new run is there the picture of the one before stays.
  const last = useRef<RunView | null>(null);
  if (view !== null) last.current = view;
  const whole = useWholeRun(beside);
  const outcome = useSeenToEnd(beside, playback) ? whole : null;
  const shown = view ?? (run.state === 'running' ? last.current : null);
  const played = useMemo(
    (): PlayedRun => ({ playback, shared: shared.shared, view: shown, problem }),
    [playback, shared.shared, shown, problem],
  );
  return { result: beside, scenario: beside?.scenario ?? wanted, played, outcome };
}

export interface ShownSettings extends WorldSettings {
  readonly label: string;
}

export interface Settings {
  readonly all: readonly Setting[];
  /** `null`: there is one world. */
  readonly shown: ShownSettings | null;
}

/** `isStale`: what is shown is not of the knobs as they stand; it is still told as it was when it was run. */
export function useSettings<Values extends object>(
  specs: KnobSpecs<Values>,
  knobs: KnobsOnScreen,
  { values, other }: Pick<Experiment<Values>, 'values' | 'other'>,
  isStale: boolean,
): Settings {
  const told = useToldKnobs(knobs);
  const all = useMemo(() => settingsOf(specs, told, other), [specs, told, other]);
  const run = useRef({ values, other });
  if (!isStale) run.current = { values, other };
  const { values: first, other: second } = run.current.other === null ? { values, other } : run.current;
  const shown = useMemo(() => {
    const setting = all.find(({ name }) => name === second?.name) ?? null;
    return other === null || second === null || setting === null ? null : shownOf(setting, first, second);
  }, [all, other, first, second]);
  return { all, shown };
}

function shownOf({ name, label, nameOf }: Setting, values: object, other: OtherSetting): ShownSettings {
  return { label, a: nameOf((values as Readonly<Record<string, number | string>>)[name] ?? ''), b: nameOf(other.value) };
}
