// For tests: a fleet's run on the real broker.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { performFleet } from '../worker/performFleet.ts';
import { checkFleet } from './checkFleet.ts';
import type { ResultOf } from './fleetResult.ts';
import type { FleetScenario } from './fleetScenario.ts';

export async function fleetResult<Asked extends FleetScenario>(scenario: Asked): Promise<ResultOf<Asked>> {
  const problems = checkFleet(scenario);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const module = await loadMosquitto();
  return performFleet(scenario, { startBroker: (options) => startBroker({ ...options, module }), breathe: () => undefined });
}
