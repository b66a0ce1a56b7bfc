// A guess before the run, for whoever likes to make one: asked when the knobs have been turned, answered when every run of that very setting is there.
import { useState } from 'react';
import type { FleetScenario } from '#simulations';
import type { FleetRun } from './useFleetRun.ts';

export interface FleetGuess<Value> {
  /** `null`: none for this setting. */
  readonly value: Value | null;
  readonly set: (value: Value) => void;
  /** There is something to guess, or something was guessed. */
  readonly isAsked: boolean;
  /** What is shown is of this very setting. */
  readonly isAnswered: boolean;
}

/** @param setting the same object while it is the same: another setting is another question */
export function useFleetGuess<Value>(setting: object, runs: readonly FleetRun<FleetScenario>[]): FleetGuess<Value> {
  const [guess, setGuess] = useState<{ readonly setting: object; readonly value: Value } | null>(null);
  const value = guess?.setting === setting ? guess.value : null;
  const isStale = runs.some((run) => run.isStale);
  return {
    value,
    set: (next) => setGuess({ setting, value: next }),
    isAsked: isStale || value !== null,
    isAnswered: !isStale && runs.every(({ run }) => run.result !== null),
  };
}
