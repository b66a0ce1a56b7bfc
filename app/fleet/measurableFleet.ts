// The part of a fleet that is measured in a tab: all of it where that takes seconds, else as many devices as do. What one of each thing takes is the same. No React.
import { checkFleet, MOST_FLEET_DEVICES, type RestScenario, roughHeapBytes } from '#simulations';

/** Some four seconds of the page's time. */
const MOST_MESSAGES = 1_500_000;
const MOST_HEAP = 500_000_000;
/** Each try has so many of the devices before. */
const LESS = 0.8;

/** `scenarioOf` with as many of `devices` as are measured in a few seconds; at least one. What is wrong apart from the size is left to the checker. */
export function measurableFleet(devices: number, scenarioOf: (devices: number) => RestScenario): RestScenario {
  let count = Math.max(1, Math.min(devices, MOST_FLEET_DEVICES));
  for (;;) {
    const scenario = scenarioOf(count);
    const { messagesPerHour, awaySeconds, messages } = scenario;
    const sent = ((messagesPerHour * awaySeconds) / 3_600) * (messages.shared ? 1 : count);
    const isSmall = sent <= MOST_MESSAGES && roughHeapBytes(scenario) <= MOST_HEAP && checkFleet(scenario).length === 0;
    if (isSmall || count === 1) return scenario;
    count = Math.max(1, Math.floor(count * LESS));
  }
}
