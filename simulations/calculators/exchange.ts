// One request-and-answer exchange over a lossy path, exactly. A sender sends up to n times; each time the request is lost with probability p, else the answer is
// lost with probability p, else it is over. With q = 1 - p and s = q^2:
//   attempts  a = (1 - (1 - s)^n) / s        requests that arrive  q a        packets  a (1 + q)
//   answered  P = 1 - (1 - s)^n              arrived at least once 1 - p^n    duplicates  q a - (1 - p^n)
// Limit of n to infinity: a = 1/q^2, duplicates p/q, packets (1 + q)/q^2. Worked example: p = 0.2, n = 3 gives 19.97 duplicates in 100 messages, 2.681 packets each.
import { assert } from '../engine/assert.ts';

/** One way in which an exchange can go, with its probability. */
export interface ExchangeOutcome {
  readonly probability: number;
  /** Requests sent, 1 to n. */
  readonly attempts: number;
  /** Requests that arrived, each of which was answered: 0 to `attempts`. */
  readonly arrived: number;
  /** Whether an answer came back. */
  readonly answered: boolean;
}

/**
 * Every way the exchange can go; the probabilities add up to 1.
 * @param lossRatio p, 0 to below 1
 * @param attempts n, whole, 1 to 50
 */
export function exchangeOutcomes(lossRatio: number, attempts: number): ExchangeOutcome[] {
  assert(lossRatio >= 0 && lossRatio < 1, `loss ratio out of range: ${lossRatio}`);
  assert(Number.isInteger(attempts) && attempts >= 1 && attempts <= 50, `attempts out of range: ${attempts}`);
  const kept = 1 - lossRatio;
  const outcomes: ExchangeOutcome[] = [];
  // unanswered[k]: probability that no answer has come so far and k requests have arrived.
  let unanswered = [1];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const next = new Array<number>(attempt + 1).fill(0);
    for (const [arrived, probability] of unanswered.entries()) {
      next[arrived] = (next[arrived] ?? 0) + probability * lossRatio;
      next[arrived + 1] = (next[arrived + 1] ?? 0) + probability * kept * lossRatio;
      outcomes.push({ probability: probability * kept * kept, attempts: attempt, arrived: arrived + 1, answered: true });
    }
    unanswered = next;
  }
  for (const [arrived, probability] of unanswered.entries()) outcomes.push({ probability, attempts, arrived, answered: false });
  return outcomes;
}
