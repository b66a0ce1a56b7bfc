// What many runs say together, and whether that agrees with what was expected. Plain statistics of one figure; no words.
import type { Spread } from './spreadLayout.ts';

export interface Agreement {
  readonly runs: number;
  /** Mean over the runs. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** How far the mean is from the expected one, in standard errors (sd / √runs). 0 when both are the same and nothing is left to chance. */
  readonly standardErrors: number;
  /** `agrees`: up to 2 standard errors, as 95 of 100 such sweeps. `strays`: up to 4. `disagrees`: beyond, which chance hardly does. */
  readonly verdict: 'agrees' | 'strays' | 'disagrees';
}

const AGREES_WITHIN = 2;
const STRAYS_WITHIN = 4;
// Means of whole numbers that should be equal may differ by rounding alone.
const ROUNDING = 1e-9;

/** `expected`: of a single run. `null` without runs. */
export function agreement(values: readonly number[], expected: Spread): Agreement | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const distance = Math.abs(mean - expected.mean);
  const standardError = expected.standardDeviation / Math.sqrt(values.length);
  const standardErrors = distance <= ROUNDING * Math.max(1, Math.abs(expected.mean)) ? 0 : distance / standardError;
  return {
    runs: values.length,
    mean,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    standardErrors,
    verdict: standardErrors <= AGREES_WITHIN ? 'agrees' : standardErrors <= STRAYS_WITHIN ? 'strays' : 'disagrees',
  };
}
