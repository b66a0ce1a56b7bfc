// Runs the storm at several sizes, one after the other, and reckons the curve beside them.
import { useCallback, useState } from 'react';
import { checkFleet, type StormCurvePoint, type StormResult, type StormScenario } from '#simulations';
import { type Failure, failureOf } from '../../state/failure.ts';
import { stormCurves } from '../../state/fleet.ts';
import { laboratory } from '../../state/laboratory.ts';
import { useQuestion } from '../../state/useQuestion.ts';
import { curveSettings, RUN_SIZES, SEEDS, withSeeds } from './growth.ts';

export interface Growth {
  readonly state: 'idle' | 'running' | 'finished' | 'stopped' | 'failed';
  /** Those that are done, the smallest fleet first. */
  readonly results: readonly StormResult[];
  readonly points: readonly StormCurvePoint[];
  /** What is running now. */
  readonly size: number | null;
  /** Sizes for which a tab has no room. */
  readonly leftOut: readonly number[];
  /** The storm that this is of; `null` before the first. */
  readonly of: StormScenario | null;
  readonly failure: Failure | null;
  start(): void;
  stop(): void;
}

type State = Omit<Growth, 'start' | 'stop'>;
const IDLE: State = { state: 'idle', results: [], points: [], size: null, leftOut: [], of: null, failure: null };

/** `scenarioOf`: the storm with so many devices; the same function while the knobs are the same. */
export function useGrowth(scenarioOf: (devices: number) => StormScenario): Growth {
  const question = useQuestion('reconnect-storm/growth');
  const [state, setState] = useState<State>(IDLE);

  const start = useCallback(async () => {
    const isNewest = question.begin();
    const fits = (devices: number) => checkFleet(scenarioOf(devices)).length === 0;
    const of = scenarioOf(RUN_SIZES[0]);
    setState({ ...IDLE, state: 'running', of, leftOut: RUN_SIZES.filter((devices) => !fits(devices)) });
    try {
      const points = await stormCurves(curveSettings(of));
      if (!isNewest()) return;
      setState((before) => ({ ...before, points }));
      for (const size of RUN_SIZES.filter(fits)) {
        setState((before) => ({ ...before, size }));
        for (const scenario of withSeeds(scenarioOf(size), SEEDS[size])) {
          const result = await laboratory().fleet(question.channel, scenario);
          if (!isNewest()) return;
          setState((before) => ({ ...before, results: [...before.results, result] }));
        }
      }
      setState((before) => ({ ...before, state: 'finished', size: null }));
    } catch (cause) {
      const failure = failureOf(cause);
      if (isNewest())
        setState((before) => ({ ...before, state: failure.code === 'cancelled' ? 'stopped' : 'failed', size: null, failure }));
    }
  }, [question, scenarioOf]);

  const stop = useCallback(() => {
    question.end();
    setState((before) => ({ ...before, state: 'stopped', size: null }));
  }, [question]);

  return { ...state, start: () => void start(), stop };
}
