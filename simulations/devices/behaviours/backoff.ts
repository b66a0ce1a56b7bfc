// How long to wait between two attempts to connect, by the usual strategies. Formulas as in M. Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015):
//   fixed: base   exponential: m = min(cap, base · 2ⁿ)   additive: m + U(0, ratio) · m   full: U(0, m)   equal: m/2 + U(0, m/2)   decorrelated: min(cap, U(base, 3 · previous wait))
// n: attempts in a row that have failed, less one; U: even chance. Three faults that are met in programs can be switched on.
import { unreachable } from '../../engine/assert.ts';

export const BACKOFF_KINDS = ['none', 'fixed', 'exponential', 'additive', 'full', 'equal', 'decorrelated'] as const;
export type BackoffKind = (typeof BACKOFF_KINDS)[number];

export interface BackoffFaults {
  /** The count is raised before the wait is worked out of it, so that the first wait is base · 2. */
  readonly raisesFirst: boolean;
  /** What the jitter adds comes on top of the cap. Only `additive` jitter can. */
  readonly jitterPastCap: boolean;
  /** The count starts anew as soon as TCP stands, though the broker has not accepted yet. */
  readonly resetByTcp: boolean;
}

export const NO_FAULTS: BackoffFaults = { raisesFirst: false, jitterPastCap: false, resetByTcp: false };

export interface BackoffRule extends BackoffFaults {
  /** `none`: at once, in the next turn of the loop (`NEXT_TURN_MS`). */
  readonly kind: BackoffKind;
  /** Milliseconds, 1 to 3,600,000. */
  readonly baseMs: number;
  /** From the base to 3,600,000. Milliseconds. */
  readonly capMs: number;
  /** Of `additive`: the most that is added, as a share of the wait. 0 to 0.5. */
  readonly additiveRatio: number;
}

/** One turn of a loop that does little else. Milliseconds. */
export const NEXT_TURN_MS = 10;

export interface FailedAttempts {
  /** In a row, this one counted: 1 and more. */
  readonly failures: number;
  /** The wait before the attempt that failed now; 0: there was none. Milliseconds. */
  readonly previousMs: number;
  /** The chance in it, at least 0 and below 1: one draw a wait, whatever the strategy, so that two strategies with one seed differ by the strategy alone. */
  readonly drawn: number;
}

/** The wait before the next attempt. Milliseconds. Base 1 s, cap 120 s, exponential: 1, 2, 4, … 64, 120, 120 s. */
export function backoffWaitMs(rule: BackoffRule, { failures, previousMs, drawn }: FailedAttempts): number {
  const { kind, baseMs, capMs, additiveRatio } = rule;
  const whole = Math.min(capMs, baseMs * 2 ** (rule.raisesFirst ? failures : failures - 1));
  switch (kind) {
    case 'none':
      return NEXT_TURN_MS;
    case 'fixed':
      return baseMs;
    case 'exponential':
      return whole;
    case 'additive': {
      const wait = whole * (1 + additiveRatio * drawn);
      return rule.jitterPastCap ? wait : Math.min(capMs, wait);
    }
    case 'full':
      return whole * drawn;
    case 'equal':
      return whole * (0.5 + drawn / 2);
    case 'decorrelated': {
      const highest = Math.max(baseMs, 3 * (previousMs === 0 ? baseMs : previousMs));
      return Math.min(capMs, baseMs + drawn * (highest - baseMs));
    }
    default:
      return unreachable(kind);
  }
}
