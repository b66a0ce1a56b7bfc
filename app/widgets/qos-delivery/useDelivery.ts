// The experiment's runs: the knobs' scenario, the run that is shown, the sweep over seeds. The first run starts by itself.
import { useCallback, useEffect, useId, useMemo } from 'react';
import { type QosDeliveryKnobs, qosDeliveryScenario, type Scenario } from '#simulations';
import { cancel, type RunChannel, type SweepChannel, startRun, startSweep, useRun, useSweep } from '../../state/run.ts';

export const SWEEP_SEEDS = 30;

export interface Delivery {
  /** What the knobs say. */
  readonly scenario: Scenario;
  readonly run: RunChannel;
  readonly sweep: SweepChannel;
  /** The finished run is not of the knobs as they stand. */
  readonly runIsStale: boolean;
  readonly sweepIsStale: boolean;
  /** Without knobs: as they stand. */
  start(knobs?: QosDeliveryKnobs): void;
  stop(): void;
  startSweep(): void;
  stopSweep(): void;
}

function sameScenario(one: Scenario, other: Scenario): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function useDelivery(knobs: QosDeliveryKnobs): Delivery {
  // Two of this widget on one page keep apart.
  const id = useId();
  const channel = `qos-delivery${id}`;
  const seedsChannel = `${channel}/seeds`;
  const scenario = useMemo(() => qosDeliveryScenario(knobs), [knobs]);
  const run = useRun(channel);
  const sweep = useSweep(seedsChannel);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the opening run starts by itself, with the knobs as the address has them.
  useEffect(() => {
    startRun(channel, scenario);
    return () => {
      cancel(channel);
      cancel(seedsChannel);
    };
  }, [channel, seedsChannel]);

  const start = useCallback(
    (other?: QosDeliveryKnobs) => void startRun(channel, other === undefined ? scenario : qosDeliveryScenario(other)),
    [channel, scenario],
  );
  const stop = useCallback(() => cancel(channel), [channel]);
  const sweepNow = useCallback(() => void startSweep(seedsChannel, scenario, SWEEP_SEEDS), [seedsChannel, scenario]);
  const stopSweep = useCallback(() => cancel(seedsChannel), [seedsChannel]);
  const shown = run.result?.scenario ?? null;
  const swept = sweep.result?.scenario ?? null;
  return {
    scenario,
    run,
    sweep,
    runIsStale: useMemo(() => shown !== null && !sameScenario(shown, scenario), [shown, scenario]),
    sweepIsStale: useMemo(() => swept !== null && !sameScenario(swept, scenario), [swept, scenario]),
    start,
    stop,
    startSweep: sweepNow,
    stopSweep,
  };
}
