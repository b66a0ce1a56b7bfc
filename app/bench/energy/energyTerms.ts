// What a device's energy says about its time: E = U I t, read backwards.
import { CURRENT_MILLIAMPS, ENERGY_PARTS, type EnergyMillijoules, type EnergyPart, SUPPLY_VOLTS, TRANSMIT_MILLIAMPS } from '#simulations';

const ASLEEP: readonly EnergyPart[] = ['lightSleep', 'deepSleep', 'hibernation'];

/** The parts that there are, in the order of a wake-up. */
export function usedParts(energies: readonly EnergyMillijoules[]): readonly EnergyPart[] {
  return ENERGY_PARTS.filter((part) => energies.some((energy) => energy[part] > 0));
}

/** Milliamps that a part counts with; of sending, the whole current. */
export function currentOf(part: EnergyPart): number {
  return part === 'transmit' ? TRANSMIT_MILLIAMPS : CURRENT_MILLIAMPS[part];
}

/** How long the device was in a state. Seconds; `null` for sending, which is no state. */
export function secondsIn(part: EnergyPart, energy: EnergyMillijoules): number | null {
  return part === 'transmit' ? null : energy[part] / (SUPPLY_VOLTS * CURRENT_MILLIAMPS[part]);
}

/** How long it was on and not asleep. Seconds. */
export function secondsAwake(energy: EnergyMillijoules): number {
  return ENERGY_PARTS.reduce((sum, part) => sum + (ASLEEP.includes(part) ? 0 : (secondsIn(part, energy) ?? 0)), 0);
}

/** How long it had power, asleep or awake. Seconds. */
export function secondsPowered(energy: EnergyMillijoules): number {
  return ENERGY_PARTS.reduce((sum, part) => sum + (secondsIn(part, energy) ?? 0), 0);
}

/** The largest part and its share, 0 to 1; `null` where nothing was used. */
export function largestPart(energy: EnergyMillijoules): { readonly part: EnergyPart; readonly share: number } | null {
  if (energy.total <= 0) return null;
  const part = ENERGY_PARTS.reduce((most, candidate) => (energy[candidate] > energy[most] ? candidate : most));
  return { part, share: energy[part] / energy.total };
}
