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
/** One run of a small fleet is a throw of the dice: so many seeds, of which the middle one counts. */
export const SEEDS: Readonly<Record<(typeof RUN_SIZES)[number], number>> = { 100: 9, 300: 9, 1000: 3, 3000: 1, 10000: 1 };
const MOST_SEEDS = 2 ** 32;

/** The same storm with seeds one after the other, beginning with its own. */
export function withSeeds(scenario: StormScenario, count: number): readonly StormScenario[] {
  return Array.from({ length: count }, (_, index) => ({ ...scenario, seed: (scenario.seed + index) % MOST_SEEDS }));
}

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
