// The waits that a rule gives, attempt by attempt: where the shortest and the longest lie. No React.
import { type BackoffRule, backoffWaitMs } from '#simulations';

export interface WaitRange {
  /** Failures in a row, from 1. */
  readonly failures: number;
  /** Seconds. */
  readonly shortest: number;
  readonly longest: number;
}

/** The shortest and the longest wait after each of the first failures. Decorrelated jitter reckons from the wait before: its longest is after the longest of them. */
export function waitRanges(rule: BackoffRule, most: number): readonly WaitRange[] {
  let longestBefore = 0;
  return Array.from({ length: most }, (_, index) => {
    const failures = index + 1;
    const wait = (drawn: number, previousMs: number) => backoffWaitMs(rule, { failures, previousMs, drawn });
    const longestMs = wait(1, longestBefore);
    const shortestMs = wait(0, longestBefore);
    longestBefore = longestMs;
    return { failures, shortest: shortestMs / 1_000, longest: longestMs / 1_000 };
  });
}
