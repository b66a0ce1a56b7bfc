// How a storm grows with its fleet: sizes that are run on the broker, sizes that are reckoned, and how far the two are apart. No React.
import {
  configNumber,
  configTruth,
  type StormCurvePoint,
  type StormCurveSetting,
  type StormResult,
  type StormScenario,
} from '#simulations';

export const RUN_SIZES = [100, 300, 1_000, 3_000, 10_000] as const;
export const RECKONED_SIZES = [100, 178, 300, 562, 1_000, 1_780, 3_000, 5_620, 10_000, 31_600, 100_000, 316_000, 1_000_000] as const;

const MOSQUITTOS_OWN_LIMIT = 1_000;

/** Messages that the broker still has for each device when it comes back. */
export function messagesEach({ broker, brokerConfig, queuedEach, sessions, messages, awaySeconds, downMs }: StormScenario): number {
  // Killed, or without a file, it has forgotten everything.
  const remembers = broker === 'running' || (broker === 'stopped' && configTruth(brokerConfig, 'persistence') === true);
  const waitSeconds = awaySeconds + downMs / 1_000;
  const lasts = Math.min(messages.expirySeconds ?? Number.POSITIVE_INFINITY, sessions.sessionExpirySeconds ?? Number.POSITIVE_INFINITY);
  if (!remembers || waitSeconds >= lasts) return 0;
  // 0: no limit.
  const limit = configNumber(brokerConfig, 'max_queued_messages') ?? MOSQUITTOS_OWN_LIMIT;
  return limit === 0 ? queuedEach : Math.min(queuedEach, limit);
}

/** Half of the jitter belongs to the usual way. */
export function curveSettings(scenario: StormScenario): readonly StormCurveSetting[] {
  const { backoff, mostAttempts, patienceMs, downMs, noticeSpreadMs, server, link, broker } = scenario;
  const { connectionsPerSecond, messagesPerSecond, backlog, whenFull } = server;
  const shared = {
    ...{ connectionsPerSecond, messagesPerSecond, backlog, whenFull, backoff, mostAttempts, patienceMs, noticeSpreadMs },
    messagesEach: messagesEach(scenario),
    roundTripMs: 2 * (link.delayMs + link.jitterMs / 2),
  };
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
