// The clinic's runs. Nothing runs by itself, for the learner is to think first; and a run is shown only while the set-up that it is of stands.
import { useCallback, useEffect, useMemo } from 'react';
import type { Scenario } from '#simulations';
import { isSameScenario, type LabRun } from '../../lab/useLabRun.ts';
import { cancel, startRun, useRun } from '../../state/run.ts';
import { useChannel } from '../../state/useChannel.ts';

/** `scenario`: what the knobs say, the same object while they do. */
export function useClinicRun(scenario: Scenario): LabRun {
  const channel = useChannel('connack-clinic');
  const run = useRun(channel);
  useEffect(() => () => cancel(channel), [channel]);
  const start = useCallback((other: Scenario = scenario) => void startRun(channel, other), [channel, scenario]);
  const stop = useCallback(() => cancel(channel), [channel]);
  const ofKnobs = useMemo(() => run.scenario !== null && isSameScenario(run.scenario, scenario), [run.scenario, scenario]);
  const resultOfKnobs = useMemo(() => run.result !== null && isSameScenario(run.result.scenario, scenario), [run.result, scenario]);
  return useMemo(() => {
    const result = resultOfKnobs ? run.result : null;
    const shown = ofKnobs ? { ...run, result } : { ...run, state: 'idle' as const, update: null, failure: null, result };
    return { scenario, run: shown, isStale: false, start, stop };
  }, [scenario, run, ofKnobs, resultOfKnobs, start, stop]);
}
