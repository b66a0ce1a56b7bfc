// The experiment with many seeds: the sweep that is shown, and what starts and stops it.
import { useEffect, useMemo } from 'react';
import type { Scenario } from '#simulations';
import type { SeedResult } from '#simulations/worker';
import { isSameScenario } from '../../lab/useLabRun.ts';
import { cancel, type SweepChannel, startSweep, useSweep as useSweepChannel } from '../../state/run.ts';
import { useChannel } from '../../state/useChannel.ts';

export const SWEEP_SEEDS = 30;

export interface SeedSweep {
  readonly sweep: SweepChannel;
  /** The runs to show: those that are done, also while others run and after the learner has stopped them. */
  readonly results: readonly SeedResult[];
  /** What they are runs of; `null` before the first sweep. */
  readonly swept: Scenario | null;
  /** They are not of the knobs as they stand. */
  readonly isStale: boolean;
  start(): void;
  stop(): void;
}

const NONE: readonly SeedResult[] = [];

/** `scenario`: what the knobs say; its seed is the first. */
export function useSweep(scenario: Scenario): SeedSweep {
  const channel = useChannel('qos-delivery/seeds');
  const sweep = useSweepChannel(channel);
  useEffect(() => () => cancel(channel), [channel]);
  const running = sweep.state === 'running';
  const partial = running || sweep.state === 'cancelled';
  const swept = partial ? sweep.scenario : (sweep.result?.scenario ?? null);
  return {
    sweep,
    results: (partial ? sweep.update?.results : sweep.result?.results) ?? NONE,
    swept,
    isStale: useMemo(() => !running && swept !== null && !isSameScenario(swept, scenario), [running, swept, scenario]),
    start: () => void startSweep(channel, scenario, SWEEP_SEEDS),
    stop: () => cancel(channel),
  };
}
