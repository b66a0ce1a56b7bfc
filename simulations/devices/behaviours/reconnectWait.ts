// How long a program waits before it connects again.
import type { RandomStream } from '../../engine/random.ts';
import type { ReconnectRule } from '../../program.ts';
import type { ClientHabits } from '../clients/habits.ts';
import { backoffWaitMs, NEXT_TURN_MS, NO_FAULTS } from './backoff.ts';

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
    case 'backoff': {
      const { baseMs, capMs, jitter } = rule;
      const kind = jitter === 'none' ? 'exponential' : jitter;
      return backoffWaitMs({ kind, baseMs, capMs, additiveRatio: 0, ...NO_FAULTS }, { failures, previousMs: 0, drawn: chance.next() });
    }
    case 'library':
      return habits.reconnectWaitMs === null ? null : habits.reconnectWaitMs(failures, chance);
  }
}
