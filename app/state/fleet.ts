// The page's fleets, by channel: the same as runs, but for thousands of light clients.
import type { FleetResult, FleetScenario, FleetUpdate, ResultOf, StormCurvePoint, StormCurveSetting } from '#simulations';
import { type Channel, createChannels } from './channels.ts';
import { laboratory } from './laboratory.ts';

export type FleetChannel<Asked extends FleetScenario = FleetScenario> = Channel<FleetUpdate, ResultOf<Asked>, Asked>;

const fleets = createChannels<FleetUpdate, FleetResult, FleetScenario>();

/** Whoever uses a channel asks it for one kind of scenario only. */
export function useFleet<Asked extends FleetScenario>(channel: string): FleetChannel<Asked> {
  return fleets.use(channel) as unknown as FleetChannel<Asked>;
}

/** Runs a fleet. One under way on the channel ends for this one. */
export function startFleet(channel: string, scenario: FleetScenario): Promise<void> {
  return fleets.start(channel, scenario, (onUpdate) => laboratory().fleet(channel, scenario, onUpdate));
}

/** What is expected of storms of these sizes; reckoned off the page's own thread. */
export function stormCurves(settings: readonly StormCurveSetting[]): Promise<readonly StormCurvePoint[]> {
  return laboratory().stormCurves(settings);
}

/** Forgets all fleets; for tests, which share one page. */
export function forgetFleets(): void {
  fleets.forget();
}
