// A lab's runs: the knobs' scenario and the run that is shown. The first run starts by itself.
import { useCallback, useEffect, useMemo } from 'react';
import type { Scenario } from '#simulations';
import { cancel, type RunChannel, startRun, useRun } from '../state/run.ts';
import { useChannel } from '../state/useChannel.ts';

export interface LabRun {
  /** What the knobs say. */
  readonly scenario: Scenario;
  readonly run: RunChannel;
  /** The finished run is not of the knobs as they stand. */
  readonly isStale: boolean;
  /** Without a scenario: that of the knobs. */
  start(scenario?: Scenario): void;
  stop(): void;
}

export function isSameScenario(one: Scenario, other: Scenario): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** `name`: the lab's own. `scenario`: what the knobs say, the same object while they do. `isReady`: the first run may start; once true, always true. */
export function useLabRun(name: string, scenario: Scenario, isReady = true): LabRun {
  const channel = useChannel(name);
  const run = useRun(channel);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the opening run starts by itself, with the knobs as the address has them.
  useEffect(() => {
    if (!isReady) return;
    startRun(channel, scenario);
    return () => cancel(channel);
  }, [channel, isReady]);

  const start = useCallback((other: Scenario = scenario) => void startRun(channel, other), [channel, scenario]);
  const stop = useCallback(() => cancel(channel), [channel]);
  const shown = run.result?.scenario ?? null;
  const isStale = useMemo(() => shown !== null && !isSameScenario(shown, scenario), [shown, scenario]);
  return useMemo(() => ({ scenario, run, isStale, start, stop }), [scenario, run, isStale, start, stop]);
}
