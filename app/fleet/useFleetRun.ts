// A widget's fleet runs: the knobs' scenario, what is wrong with it, and the run that is shown. Nothing runs that the checker refuses.
import { useCallback, useEffect, useMemo } from 'react';
import { checkFleet, type FleetScenario, type Problem } from '#simulations';
import { type FleetChannel, startFleet, useFleet } from '../state/fleet.ts';
import { cancel } from '../state/run.ts';
import { useChannel } from '../state/useChannel.ts';

export interface FleetRun<Asked extends FleetScenario> {
  /** What the knobs say. */
  readonly scenario: Asked;
  readonly problems: readonly Problem[];
  readonly run: FleetChannel<Asked>;
  /** The finished run is not of the knobs as they stand. */
  readonly isStale: boolean;
  /** Runs what the knobs say, or another scenario where one is given. Without effect while there are problems with it. */
  start(scenario?: Asked): void;
  stop(): void;
}

export interface FleetRunOptions {
  /** The first run starts by itself, with the knobs as the address has them. Default `true`. */
  readonly startsByItself?: boolean;
}

/** `name`: the widget's own. `scenario`: the same object while the knobs are the same. */
export function useFleetRun<Asked extends FleetScenario>(
  name: string,
  scenario: Asked,
  { startsByItself = true }: FleetRunOptions = {},
): FleetRun<Asked> {
  const channel = useChannel(name);
  const run = useFleet<Asked>(channel);
  const problems = useMemo(() => checkFleet(scenario), [scenario]);
  const start = useCallback(
    (other: Asked = scenario) => {
      if (checkFleet(other).length === 0) void startFleet(channel, other);
    },
    [channel, scenario],
  );
  const stop = useCallback(() => cancel(channel), [channel]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the opening run starts by itself.
  useEffect(() => {
    if (startsByItself) start();
    return () => cancel(channel);
  }, [channel, startsByItself]);

  const shown = run.result?.scenario ?? null;
  const isStale = useMemo(() => shown !== null && JSON.stringify(shown) !== JSON.stringify(scenario), [shown, scenario]);
  return useMemo(() => ({ scenario, problems, run, isStale, start, stop }), [scenario, problems, run, isStale, start, stop]);
}
