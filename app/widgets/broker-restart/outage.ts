// The time without a broker that the logger returns after: the last one before its return, where the learner has made several.
import type { RunEvent } from '#simulations';
import { LOGGER } from './settings.ts';

type BrokerStep = Extract<RunEvent, { readonly kind: 'broker' }>;

export interface Outage {
  readonly ending: BrokerStep;
  /** `null`: it was not started again. */
  readonly start: BrokerStep | null;
}

function outageAfter(before: Outage | null, event: BrokerStep): Outage | null {
  const isDown = before !== null && before.start === null;
  if (event.step === 'startFailed') return before;
  if (event.step === 'started') return isDown ? { ...before, start: event } : before;
  return isDown ? before : { ending: event, start: null };
}

/** `null`: the broker never came to an end. */
export function outageOf(events: readonly RunEvent[]): Outage | null {
  let outage: Outage | null = null;
  for (const event of events) {
    if (event.kind === 'broker') outage = outageAfter(outage, event);
    if (event.kind === 'connection' && event.client === LOGGER && event.step === 'connected' && outage !== null) return outage;
  }
  return outage;
}
