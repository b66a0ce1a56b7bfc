// The scenario's checker: what may be run. Ranges stand beside the fields in scenario.ts; a learner's mistake comes back as a problem with its place, never as an exception.
import * as v from 'valibot';
import { isMacAddress } from './devices/identity.ts';
import { SMALLEST_PAYLOAD_BYTES } from './devices/payload.ts';
import { topicFilterProblem, topicNameProblem } from './mqtt/topic.ts';
import type { Problem, Scenario } from './scenario.ts';

/** What one tab can take of full devices; fleets have an engine of their own. */
const MOST_CLIENTS = 50;

const number = (minimum: number, maximum: number) =>
  v.pipe(
    v.number('must be a number'),
    v.minValue(minimum, `must be at least ${minimum}`),
    v.maxValue(maximum, `must be at most ${maximum}`),
  );
const whole = (minimum: number, maximum: number) => v.pipe(number(minimum, maximum), v.integer('must be a whole number'));
const qos = v.picklist([0, 1, 2] as const, 'must be 0, 1 or 2');
const name = v.pipe(
  v.string('must be text'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(65_535, 'must be at most 65,535 characters'),
);

const link = v.object({
  delayMs: number(0, 10_000),
  jitterMs: number(0, 10_000),
  lossRatio: number(0, 0.95),
  rateBitsPerSecond: v.nullable(number(1_000, 10_000_000_000)),
});

const device = v.object({
  name,
  macAddress: v.pipe(v.string('must be text'), v.check(isMacAddress, 'must be six bytes in hex, such as 24:0a:c4:00:00:01')),
  link,
  qos,
  topicName: v.pipe(
    v.string('must be text'),
    v.check((text) => topicNameProblem(text) === undefined, 'must be a topic name: not empty, no wildcards'),
  ),
  messages: whole(1, 1_000),
  publishIntervalMs: number(1, 60_000),
  payloadBytes: whole(SMALLEST_PAYLOAD_BYTES, 1_000),
  resendAfterMs: number(1, 60_000),
  attempts: whole(1, 50),
  inFlightLimit: whole(1, 65_535),
});

const subscriber = v.object({
  name,
  clientId: name,
  topicFilter: v.pipe(
    v.string('must be text'),
    v.check((text) => topicFilterProblem(text) === undefined, 'must be a topic filter with whole-level wildcards'),
  ),
  qos,
  link,
});

const scenario = v.pipe(
  v.object({
    seed: whole(0, 0xffff_ffff),
    protocolVersion: v.picklist(['3.1.1', '5.0'] as const, 'must be 3.1.1 or 5.0'),
    brokerConfig: v.string('must be text'),
    devices: v.pipe(v.array(device), v.maxLength(MOST_CLIENTS, `must be at most ${MOST_CLIENTS}`)),
    subscribers: v.pipe(v.array(subscriber), v.maxLength(MOST_CLIENTS, `must be at most ${MOST_CLIENTS}`)),
  }),
  v.forward(
    v.check(({ devices, subscribers }) => distinct([...devices, ...subscribers].map((client) => client.name)), 'names must differ'),
    ['devices'],
  ),
  v.forward(
    v.check(({ devices }) => distinct(devices.map(({ topicName }) => topicName)), 'each device needs a topic of its own'),
    ['devices'],
  ),
);

/** What is wrong with a scenario; empty when it can be run. */
export function checkScenario(candidate: Scenario): Problem[] {
  const result = v.safeParse(scenario, candidate);
  if (result.success) return [];
  return result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', problem: issue.message }));
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
