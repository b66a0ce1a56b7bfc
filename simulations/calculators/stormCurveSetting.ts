// A storm as its curve is reckoned: with what of it the curve knows.
import { configTruth } from '../broker/configLines.ts';
import type { StormScenario } from '../fleet/fleetScenario.ts';
import { queueLimit } from '../fleet/queueLimit.ts';
import type { StormCurveSetting } from './stormCurve.ts';

/** Half of the jitter belongs to the usual way. */
export function stormCurveSetting(scenario: StormScenario): StormCurveSetting {
  const { sessions, backoff, mostAttempts, patienceMs, noticeSpreadMs, link } = scenario;
  const { connectionsPerSecond, messagesPerSecond, backlog, whenFull } = scenario.server;
  return {
    devices: sessions.devices,
    messagesEach: messagesEach(scenario),
    backoff,
    mostAttempts,
    patienceMs,
    noticeSpreadMs,
    connectionsPerSecond,
    messagesPerSecond,
    backlog,
    whenFull,
    downMs: downFor(scenario),
    roundTripMs: 2 * (link.delayMs + link.jitterMs / 2),
  };
}

function downFor({ broker, downMs }: StormScenario): number {
  return broker === 'running' ? 0 : downMs;
}

/** What the broker still has for each device when it comes back. */
function messagesEach(scenario: StormScenario): number {
  const { broker, brokerConfig, queuedEach, sessions, messages, awaySeconds } = scenario;
  // Killed, or without a file, it has forgotten everything.
  const remembers = broker === 'running' || (broker === 'stopped' && configTruth(brokerConfig, 'persistence') === true);
  const waitSeconds = awaySeconds + downFor(scenario) / 1_000;
  const lasts = Math.min(messages.expirySeconds ?? Number.POSITIVE_INFINITY, sessions.sessionExpirySeconds ?? Number.POSITIVE_INFINITY);
  return remembers && waitSeconds < lasts ? Math.min(queuedEach, queueLimit(brokerConfig)) : 0;
}
