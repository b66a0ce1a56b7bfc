// What became of each message of a run: a fold over its events for the small picture on the home page.
import type { DeviceScenario, RunEvent } from '#simulations';

export interface Outcomes {
  readonly device: DeviceScenario;
  /** Copies that the subscriber's application was given of message 1, 2, ...; 0: it never came. */
  readonly copies: readonly number[];
  readonly arrived: number;
  /** Messages that came more than once. */
  readonly repeated: number;
}

export function outcomesOf(device: DeviceScenario, events: readonly RunEvent[]): Outcomes {
  const copies = Array.from({ length: device.messages }, () => 0);
  for (const event of events) {
    if (event.kind !== 'delivered' || event.device !== device.name) continue;
    copies[event.message - 1] = Math.max(copies[event.message - 1] ?? 0, event.copy);
  }
  return {
    device,
    copies,
    arrived: copies.filter((count) => count > 0).length,
    repeated: copies.filter((count) => count > 1).length,
  };
}
