// For tests: a scenario's events on the real broker.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { startMosquitto } from '../broker/mosquittoBroker.ts';
import { checkScenario } from '../checkScenario.ts';
import type { RunEvent } from '../events.ts';
import type { Scenario } from '../scenario.ts';
import { simulate } from '../simulate.ts';

export async function eventsOf(scenario: Scenario): Promise<RunEvent[]> {
  const problems = checkScenario(scenario);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const module = await loadMosquitto();
  const broker = startMosquitto({
    startBroker: (options) => startBroker({ ...options, module }),
    config: scenario.brokerConfig,
    files: scenario.brokerFiles ?? {},
    seed: scenario.seed,
  });
  const events = [...simulate(scenario, broker)];
  broker.stop();
  return events;
}
