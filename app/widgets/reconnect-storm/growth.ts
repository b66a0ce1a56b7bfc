// How a storm grows with its fleet: sizes that are run on the broker, sizes that are reckoned, and how far the two are apart. No React.
import { type StormCurvePoint, type StormCurveSetting, type StormResult, type StormScenario, stormCurveSetting } from '#simulations';

export const RUN_SIZES = [100, 300, 1_000, 3_000, 10_000] as const;
/** One run of a small fleet is a throw of the dice: so many seeds, of which the middle one counts. */
export const SEEDS: Readonly<Record<(typeof RUN_SIZES)[number], number>> = { 100: 9, 300: 9, 1000: 3, 3000: 1, 10000: 1 };
const MOST_SEEDS = 2 ** 32;

/** The same storm with seeds one after the other, beginning with its own. */
export function withSeeds(scenario: StormScenario, count: number): readonly StormScenario[] {
  return Array.from({ length: count }, (_, index) => ({ ...scenario, seed: (scenario.seed + index) % MOST_SEEDS }));
}

export const RECKONED_SIZES = [100, 178, 300, 562, 1_000, 1_780, 3_000, 5_620, 10_000, 31_600, 100_000, 316_000, 1_000_000] as const;

export function curveSettings(scenario: StormScenario): readonly StormCurveSetting[] {
  const setting = stormCurveSetting(scenario);
  return RECKONED_SIZES.map((devices) => ({ ...setting, devices }));
}

export interface GrowthRow {
  readonly devices: number;
  /** That are done. */
  readonly runs: number;
  /** Until 95 % are back, in the middle one of the runs. Seconds; `null`: never, or not known. */
  readonly measured: number | null;
  readonly reckoned: number | null;
  /** Of the measured. */
  readonly error: number | null;
}

export function growthRows(results: readonly StormResult[], points: readonly StormCurvePoint[]): readonly GrowthRow[] {
  return RUN_SIZES.map((devices) => {
    const runs = results.filter(({ scenario }) => scenario.sessions.devices === devices);
    const measured = seconds(middleOf(runs.map(({ mostBackMs }) => mostBackMs)));
    const reckoned = seconds(points.find((point) => point.devices === devices)?.mostBackMs);
    return {
      devices,
      runs: runs.length,
      measured,
      reckoned,
      error: measured === null || reckoned === null ? null : reckoned / measured - 1,
    };
  });
}

/** `null` counts as later than any. */
function middleOf(values: readonly (number | null)[]): number | null {
  const sorted = values.map((value) => value ?? Number.POSITIVE_INFINITY).toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
  return middle === Number.POSITIVE_INFINITY ? null : middle;
}

function seconds(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : value / 1_000;
}
