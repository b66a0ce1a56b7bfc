// Performs a fleet's run in slices, so that whoever shares the thread is heard in between: the same in the worker and in a test.
import { type StartBroker, startMosquitto } from '../broker/mosquittoBroker.ts';
import type { FleetResult, FleetUpdate, ResultOf } from '../fleet/fleetResult.ts';
import type { FleetScenario } from '../fleet/fleetScenario.ts';
import { simulateFleet } from '../fleet/simulateFleet.ts';

export interface FleetPace {
  readonly startBroker: StartBroker;
  /** Called between slices; resolves when the run may go on. Rejects to end it. */
  readonly breathe: (update: FleetUpdate) => Promise<void> | undefined;
}

export async function performFleet<Asked extends FleetScenario>(
  scenario: Asked,
  { startBroker, breathe }: FleetPace,
): Promise<ResultOf<Asked>> {
  const broker = startMosquitto({ startBroker, config: scenario.brokerConfig, seed: scenario.seed });
  try {
    const run = simulateFleet(scenario, broker);
    for (;;) {
      const step = run.next();
      if (step.done === true) return step.value as FleetResult as ResultOf<Asked>;
      const breath = breathe(step.value);
      if (breath !== undefined) await breath;
    }
  } finally {
    broker.stop();
  }
}
