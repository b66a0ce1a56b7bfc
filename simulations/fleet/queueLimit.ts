// How many messages Mosquitto keeps for one client that is away, as its configuration has it.
import { configNumber } from '../broker/configLines.ts';

/** Where the configuration says nothing. [mosquitto.conf(5)] */
const MOSQUITTOS_OWN = 1_000;

/** `Infinity` for no limit. */
export function queueLimit(brokerConfig: string): number {
  const limit = configNumber(brokerConfig, 'max_queued_messages') ?? MOSQUITTOS_OWN;
  return limit === 0 ? Number.POSITIVE_INFINITY : limit;
}
