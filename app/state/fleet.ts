// The page's fleets, by channel: the same as runs, but for thousands of light clients.
import type { FleetResult, FleetScenario, FleetUpdate, ResultOf } from '#simulations';
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

/** Forgets all fleets; for tests, which share one page. */
export function forgetFleets(): void {
  fleets.forget();
}
