// How a storm grows with its fleet: sizes that are run on the broker, sizes that are reckoned, and how far the two are apart. No React.
import type { StormCurvePoint, StormCurveSetting, StormResult, StormScenario } from '#simulations';

export const RUN_SIZES = [100, 300, 1_000, 3_000, 10_000] as const;
export const RECKONED_SIZES = [100, 178, 300, 562, 1_000, 1_780, 3_000, 5_620, 10_000, 31_600, 100_000, 316_000, 1_000_000] as const;

/** Half of the jitter belongs to the usual way. */
export function curveSettings({
  backoff,
  mostAttempts,
  patienceMs,
  downMs,
  noticeSpreadMs,
  server,
  link,
  broker,
}: StormScenario): readonly StormCurveSetting[] {
  const { connectionsPerSecond, backlog, whenFull } = server;
  const roundTripMs = 2 * (link.delayMs + link.jitterMs / 2);
  const shared = { connectionsPerSecond, backlog, whenFull, backoff, mostAttempts, patienceMs, noticeSpreadMs, roundTripMs };
  return RECKONED_SIZES.map((devices) => ({ ...shared, devices, downMs: broker === 'running' ? 0 : downMs }));
}

export interface GrowthRow {
  readonly devices: number;
  /** Until 95 % are back. Seconds; `null`: never, or not known. */
  readonly measured: number | null;
  readonly reckoned: number | null;
  /** Of the measured. */
  readonly error: number | null;
}

export function growthRows(results: readonly StormResult[], points: readonly StormCurvePoint[]): readonly GrowthRow[] {
  return RUN_SIZES.map((devices) => {
    const measured = seconds(results.find(({ scenario }) => scenario.sessions.devices === devices)?.mostBackMs);
    const reckoned = seconds(points.find((point) => point.devices === devices)?.mostBackMs);
    return { devices, measured, reckoned, error: measured === null || reckoned === null ? null : reckoned / measured - 1 };
  });
}

function seconds(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : value / 1_000;
}
