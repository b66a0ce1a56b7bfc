// The checker of fleet runs: what may be run, and whether a tab has room for it. Ranges stand beside the fields in fleetScenario.ts; a mistake comes back as a problem with its place.
import * as v from 'valibot';
import { configTruth } from '../broker/configLines.ts';
import { BACKOFF_KINDS } from '../devices/behaviours/backoff.ts';
import { number, protocolVersion, text, truth, whole } from '../fieldSchemas.ts';
import type { Problem } from '../scenario.ts';
import { type FleetScenario, LONGEST_TOPIC_BYTES, MOST_FLEET_DEVICES, SHORTEST_TOPIC_BYTES } from './fleetScenario.ts';
import { queueLimit } from './queueLimit.ts';
import { MOST_HEAP_BYTES } from './rest.ts';

const HOUR_MS = 3_600_000;
const TWO_DAYS_SECONDS = 172_800;
const MONTH_SECONDS = 2_592_000;
/** Virtual seconds of one rest: some seconds of the page's time. */
const MOST_REST_SECONDS = 2 * MONTH_SECONDS;
/** Messages that one run sends: some ten seconds of the page's time. */
const MOST_MESSAGES = 10_000_000;
const MOST_VISITS = 1_000_000;

/** About what the in-page broker's heap takes, rounded up: to say before a run that it cannot fit. Bytes. */
const ROUGHLY = { session: 500, firstSubscription: 1_190, subscription: 150, message: 240, copy: 90 };

const seconds = v.nullable(whole(1, 0xffff_fffe));

const sessions = v.object({
  protocolVersion,
  devices: whole(1, MOST_FLEET_DEVICES),
  subscriptionsEach: whole(0, 50),
  topicBytes: whole(SHORTEST_TOPIC_BYTES, LONGEST_TOPIC_BYTES),
  sessionExpirySeconds: seconds,
});

const messages = v.object({
  payloadBytes: whole(0, 10_000),
  qos: v.picklist([1, 2] as const, 'must be 1 or 2'),
  shared: truth,
  expirySeconds: seconds,
});

const shared = { seed: whole(0, 0xffff_ffff), brokerConfig: text, sessions, messages };

const backoff = v.object({
  kind: v.picklist(BACKOFF_KINDS, `must be one of ${BACKOFF_KINDS.join(', ')}`),
  baseMs: number(1, HOUR_MS),
  capMs: number(1, HOUR_MS),
  additiveRatio: number(0, 0.5),
  raisesFirst: truth,
  jitterPastCap: truth,
  resetByTcp: truth,
});

const server = v.object({
  connectionsPerSecond: number(1, 1_000_000),
  messagesPerSecond: number(1, 10_000_000),
  backlog: whole(0, 65_535),
  whenFull: v.picklist(['refuse', 'close', 'silence'] as const, 'must be refuse, close or silence'),
  handshakeRoundTrips: whole(1, 5),
  linkBitsPerSecond: number(10_000, 1e11),
  memoryBytes: number(1_000_000, 1e13),
});

const storm = v.object({
  ...shared,
  story: v.literal('storm'),
  queuedEach: whole(0, 1_000),
  awaySeconds: whole(0, TWO_DAYS_SECONDS),
  broker: v.picklist(['running', 'stopped', 'killed'] as const, 'must be running, stopped or killed'),
  downMs: number(0, HOUR_MS),
  noticeSpreadMs: number(0, HOUR_MS),
  backoff,
  mostAttempts: v.nullable(whole(1, 1_000_000)),
  patienceMs: number(100, 600_000),
  server,
  link: v.object({ delayMs: number(0, 10_000), jitterMs: number(0, 10_000), bitsPerSecond: number(1_000, 1e10) }),
});

const rest = v.object({
  ...shared,
  story: v.literal('rest'),
  messagesPerHour: number(0, HOUR_MS),
  awaySeconds: whole(0, MONTH_SECONDS),
  wakes: whole(0, 10_000),
  wakeSpreadSeconds: whole(0, MONTH_SECONDS),
});

const fleet = v.variant('story', [storm, rest], 'must be a storm or a rest');

/** What is wrong with a fleet's scenario; empty when it can be run. */
export function checkFleet(candidate: FleetScenario): Problem[] {
  const result = v.safeParse(fleet, candidate);
  if (!result.success) return result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', problem: issue.message }));
  return [...(candidate.story === 'storm' ? stormProblems(candidate) : restProblems(candidate)), ...roomProblems(candidate)];
}

function stormProblems({
  backoff: { baseMs, capMs },
  queuedEach,
  sessions: { subscriptionsEach },
}: Extract<FleetScenario, { story: 'storm' }>): Problem[] {
  const problems: Problem[] = [];
  if (capMs < baseMs) problems.push({ path: 'backoff.capMs', problem: 'must not be below the base' });
  if (queuedEach > 0 && subscriptionsEach === 0)
    problems.push({ path: 'queuedEach', problem: 'needs a subscription: without one nothing waits' });
  return problems;
}

function restProblems(candidate: Extract<FleetScenario, { story: 'rest' }>): Problem[] {
  const {
    awaySeconds,
    wakes,
    wakeSpreadSeconds,
    sessions: { devices },
  } = candidate;
  const problems: Problem[] = [];
  const lasts = awaySeconds * Math.max(1, wakes);
  if (wakeSpreadSeconds > awaySeconds) problems.push({ path: 'wakeSpreadSeconds', problem: 'must not be longer than the time away' });
  if (lasts > MOST_REST_SECONDS) problems.push({ path: 'wakes', problem: `must make at most ${MOST_REST_SECONDS} seconds in all` });
  if (wakes * devices > MOST_VISITS)
    problems.push({ path: 'wakes', problem: `must make at most ${MOST_VISITS} wake-ups of all devices together` });
  if (messagesOf(candidate) > MOST_MESSAGES) {
    problems.push({ path: 'messagesPerHour', problem: `must make at most ${MOST_MESSAGES} messages in all` });
  }
  return problems;
}

/** Different messages in the whole run. */
function messagesOf(candidate: FleetScenario): number {
  const {
    sessions: { devices },
    messages: { shared: isShared },
  } = candidate;
  const publishers = isShared ? 1 : devices;
  if (candidate.story === 'storm') return candidate.queuedEach * publishers;
  return ((candidate.messagesPerHour * candidate.awaySeconds) / 3_600) * Math.max(1, candidate.wakes) * publishers;
}

/** About the most that will be on the broker's heap. Bytes. */
export function roughHeapBytes(candidate: FleetScenario): number {
  const { devices, subscriptionsEach, topicBytes } = candidate.sessions;
  const { payloadBytes, shared: isShared } = candidate.messages;
  const came = candidate.story === 'storm' ? candidate.queuedEach : Math.floor((candidate.messagesPerHour * candidate.awaySeconds) / 3_600);
  const kept = subscriptionsEach === 0 ? 0 : Math.min(came, queueLimit(candidate.brokerConfig));
  const each = ROUGHLY.message + payloadBytes + topicBytes;
  // A subscription holds its topic twice.
  const subscriptions =
    subscriptionsEach === 0
      ? 0
      : ROUGHLY.firstSubscription + (subscriptionsEach - 1) * ROUGHLY.subscription + 2 * subscriptionsEach * topicBytes;
  const waiting = isShared ? kept * (each + devices * ROUGHLY.copy) : devices * kept * each;
  return devices * (ROUGHLY.session + subscriptions) + waiting;
}

/** What is saved and read again is in memory as the file, too, and more than once while it is handed over. */
const WITH_ITS_FILE = 2;

function savesItself(candidate: FleetScenario): boolean {
  return candidate.story === 'storm' && candidate.broker === 'stopped' && configTruth(candidate.brokerConfig, 'persistence') === true;
}

/** About what a run needs of the tab's memory at most, with the file that the broker saves. Bytes. */
export function roughTabBytes(candidate: FleetScenario): number {
  return roughHeapBytes(candidate) * (savesItself(candidate) ? WITH_ITS_FILE : 1);
}

function roomProblems(candidate: FleetScenario): Problem[] {
  const needed = roughTabBytes(candidate);
  if (needed <= MOST_HEAP_BYTES) return [];
  const share = MOST_HEAP_BYTES / needed;
  const most = Math.max(1, Math.floor(candidate.sessions.devices * share));
  return [
    {
      path: 'sessions.devices',
      problem: `would need about ${gigabytes(needed)} GB of memory, and a tab has ${gigabytes(MOST_HEAP_BYTES)} GB for it: at most about ${most} devices, or fewer or shorter messages`,
    },
  ];
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
