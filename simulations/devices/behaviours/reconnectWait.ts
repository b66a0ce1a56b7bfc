// How long a program waits before it connects again. Exponential back-off with full or equal jitter as in M. Brooker, "Exponential Backoff And Jitter" (AWS Architecture
// Blog, 2015): wait = min(cap, base · 2ⁿ), of which the jitter draws.
import type { RandomStream } from '../../engine/random.ts';
import type { ReconnectRule } from '../../program.ts';
import type { ClientHabits } from '../clients/habits.ts';

/** One turn of an Arduino loop that does little else. Milliseconds. */
const NEXT_TURN_MS = 10;

/**
 * @param failures connections in a row that were lost before a CONNACK accepted them, this one counted; 1 after a connection that had been accepted
 * @returns milliseconds, or `null`: it does not connect again
 */
export function reconnectWaitMs(rule: ReconnectRule, habits: ClientHabits, failures: number, chance: RandomStream): number | null {
  switch (rule.kind) {
    case 'never':
      return null;
    case 'now':
      return NEXT_TURN_MS;
    case 'fixed':
      return rule.waitMs;
    case 'backoff':
      return backoffMs(rule, failures - 1, chance);
    case 'library':
      return habits.reconnectWaitMs === null ? null : habits.reconnectWaitMs(failures, chance);
  }
}

/** `attempt`: from 0. Draws once whatever the jitter, so that two rules with one seed differ by the rule alone. */
function backoffMs({ baseMs, capMs, jitter }: Extract<ReconnectRule, { kind: 'backoff' }>, attempt: number, chance: RandomStream): number {
  const whole = Math.min(capMs, baseMs * 2 ** attempt);
  const drawn = chance.next();
  switch (jitter) {
    case 'none':
      return whole;
    case 'full':
      return whole * drawn;
    case 'equal':
      return whole * (0.5 + drawn / 2);
  }
}
