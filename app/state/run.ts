// The page's runs and seed sweeps, by channel, for every component that shows them.
import type { Scenario } from '#simulations';
import type { RunResult, RunUpdate, SeedResult, SeedsUpdate } from '#simulations/worker';
import { type Channel, createChannels } from './channels.ts';
import { laboratory } from './laboratory.ts';

export type RunChannel = Channel<RunUpdate, RunResult>;

/** A finished seed sweep and what it was asked of. */
export interface Sweep {
  readonly scenario: Scenario;
  readonly results: readonly SeedResult[];
}
export type SweepChannel = Channel<SeedsUpdate, Sweep>;

const runs = createChannels<RunUpdate, RunResult>();
const sweeps = createChannels<SeedsUpdate, Sweep>();

export const useRun = runs.use;
export const useSweep = sweeps.use;

/** Runs a scenario. A run under way on the channel ends for this one. */
export function startRun(channel: string, scenario: Scenario): Promise<void> {
  return runs.start(channel, scenario, (onUpdate) => laboratory().run(channel, scenario, onUpdate));
}

/** Runs the scenario with `count` seeds, its own and those after it. Only a further finished run is news. */
export function startSweep(channel: string, scenario: Scenario, count: number): Promise<void> {
  return sweeps.start(channel, scenario, async (onUpdate) => {
    let told = -1;
    const onProgress = (update: SeedsUpdate) => {
      if (update.done === told) return;
      told = update.done;
      onUpdate(update);
    };
    return { scenario, results: await laboratory().runSeeds(channel, scenario, count, onProgress) };
  });
}

/** Ends what runs on the channel; its state becomes `cancelled`. */
export function cancel(channel: string): void {
  laboratory().cancel(channel);
}

/** Forgets all runs and sweeps; for tests, which share one page. */
export function forgetRuns(): void {
  runs.forget();
  sweeps.forget();
}
