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

/** From the base to the cap in so many equal ratios; the last one stands for the cap itself. */
export function waitEdges({ baseMs, capMs }: BackoffRule, steps: number): readonly number[] {
  return Array.from({ length: steps + 1 }, (_, step) => baseMs * (capMs / baseMs) ** (step / steps));
}

/**
 * Decorrelated jitter on a scale of waits. `amounts`: of those who have not waited yet, and then of each step of the scale; `waiting`: where they wait next, each evenly from the base to three times
 * its last wait, at most for the cap. Every amount lies evenly on several whole steps and on a part of one, so that one pass from the top is enough.
 */
export function waitsAfterWaits(
  { baseMs, capMs }: BackoffRule,
  edges: readonly number[],
): (amounts: Float64Array, waiting: Float64Array) => void {
  const capped = edges.length - 1;
  const edge = (step: number) => edges[step] ?? capMs;
  const previous = (kind: number) => (kind === 0 ? baseMs : (edge(kind - 1) + edge(kind)) / 2);
  const highest = Float64Array.from({ length: capped + 2 }, (_, kind) => Math.max(baseMs, 3 * previous(kind)));
  // The step in which the spread of a kind ends.
  const lastStep = highest.map((high) => {
    const step = edges.findIndex((from) => from >= high) - 1;
    return step < -1 ? capped : Math.max(0, step);
  });
  const density = new Float64Array(capped + 1);
  return (amounts, waiting) => {
    waiting.fill(0);
    density.fill(0);
    for (let kind = 0; kind < highest.length; kind++) {
      const [amount, high, step] = [amounts[kind] ?? 0, highest[kind] ?? 0, lastStep[kind] ?? 0];
      if (amount === 0) continue;
      const each = high > baseMs ? amount / (high - baseMs) : 0;
      density[step] = (density[step] ?? 0) + each;
      waiting[step] = (waiting[step] ?? 0) + (each === 0 ? amount : each * (high - edge(step)));
    }
    let above = 0;
    for (let step = capped; step >= 0; step--) {
      waiting[step] = (waiting[step] ?? 0) + above * (edge(step + 1) - edge(step));
      above += density[step] ?? 0;
    }
  };
}
