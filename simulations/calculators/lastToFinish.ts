// When the last of a row of jobs is done. Job i starts at i * interval and takes a random time; the times are independent and alike:
//   P(T <= t) = product over i of F(t - i * interval),  F: distribution function of one job's time.
// Worked example: two jobs at once that take 1 or 2 with equal chance end at 2 with probability 3/4: mean 1.75.
import { type Chance, type Spread, spreadOf } from './spread.ts';

/**
 * @param durations of one job: every possible time with its probability (adding up to 1)
 * @param jobs 1 or more
 * @param interval between two starts; unit as the durations
 */
export function lastToFinish(durations: readonly Chance[], jobs: number, interval: number): Spread {
  const steps = distribution(durations);
  const moments = Array.from({ length: jobs }, (_, job) =>
    steps.map((step, index) => ({ at: job * interval + step.value, step, index })),
  ).flat();
  moments.sort((a, b) => a.at - b.at);
  // The product as a sum of logarithms; jobs that cannot be done yet count as zeros.
  let notYetPossible = jobs;
  let logarithm = 0;
  let before = 0;
  const ends: Chance[] = [];
  for (const { at, step, index } of moments) {
    if (index === 0) notYetPossible--;
    else logarithm -= Math.log(steps[index - 1]?.upTo ?? 1);
    logarithm += Math.log(step.upTo);
    const upTo = notYetPossible > 0 ? 0 : Math.exp(logarithm);
    if (upTo > before) {
      ends.push({ value: at, probability: upTo - before });
      before = upTo;
    }
  }
  return spreadOf(ends);
}

/** Values in order with the probability of being at most that. Impossible values are left out. */
function distribution(chances: readonly Chance[]): { value: number; upTo: number }[] {
  const byValue = new Map<number, number>();
  for (const { value, probability } of chances) if (probability > 0) byValue.set(value, (byValue.get(value) ?? 0) + probability);
  let upTo = 0;
  return [...byValue]
    .sort(([a], [b]) => a - b)
    .map(([value, probability]) => {
      upTo += probability;
      return { value, upTo: Math.min(1, upTo) };
    });
}
