// The waits of a back-off rule as distributions: pieces on which a wait lies evenly, each with its share. A piece of no length is a wait that is always the same.
import { type BackoffRule, backoffWaitMs } from '../devices/behaviours/backoff.ts';

export interface WaitPiece {
  /** Milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly share: number;
}

/** After so many failures in a row, from 1. Not for decorrelated jitter, whose wait depends on the one before. Full jitter, base 1 s, third failure: evenly from 0 to 4 s. */
export function waitPieces(rule: BackoffRule, failures: number): readonly WaitPiece[] {
  const wait = (drawn: number) => backoffWaitMs(rule, { failures, previousMs: 0, drawn });
  const [fromMs, toMs] = [wait(0), wait(1)];
  if (rule.kind !== 'additive' || rule.jitterPastCap) return [{ fromMs, toMs, share: 1 }];
  // What the jitter would put past the cap is held at it.
  const uncapped = fromMs * (1 + rule.additiveRatio);
  if (uncapped <= rule.capMs || uncapped === fromMs) return [{ fromMs, toMs, share: 1 }];
  const held = (uncapped - rule.capMs) / (uncapped - fromMs);
  return [
    { fromMs, toMs: rule.capMs, share: 1 - held },
    { fromMs: rule.capMs, toMs: rule.capMs, share: held },
  ];
}

/** The first count of failures from which on all waits are alike. */
export function lastDistinctFailure({ kind, baseMs, capMs, raisesFirst }: BackoffRule): number {
  if (kind === 'none' || kind === 'fixed' || kind === 'decorrelated') return 1;
  return Math.max(1, Math.ceil(Math.log2(capMs / baseMs)) + (raisesFirst ? 0 : 1));
}
