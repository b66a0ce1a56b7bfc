// Schemas of the fields that the parts of a scenario share. What they say is read by the learner, behind the place of the mistake.
import * as v from 'valibot';
import { topicFilterProblem, topicNameProblem } from './mqtt/topic.ts';

/** The longest run that a scenario may ask for: 48 hours. Milliseconds. */
const LONGEST_MS = 48 * 3_600_000;

export const number = (minimum: number, maximum: number) =>
  v.pipe(
    v.number('must be a number'),
    v.minValue(minimum, `must be at least ${minimum}`),
    v.maxValue(maximum, `must be at most ${maximum}`),
  );
export const whole = (minimum: number, maximum: number) => v.pipe(number(minimum, maximum), v.integer('must be a whole number'));

export const text = v.string('must be text');
export const truth = v.boolean('must be true or false');
export const bytes = v.instance(Uint8Array, 'must be bytes');
export const instant = number(0, LONGEST_MS);
export const qos = v.picklist([0, 1, 2] as const, 'must be 0, 1 or 2');
export const protocolVersion = v.picklist(['3.1.1', '5.0'] as const, 'must be 3.1.1 or 5.0');
export const name = v.pipe(text, v.minLength(1, 'must not be empty'), v.maxLength(65_535, 'must be at most 65,535 characters'));

export const topicName = v.pipe(
  text,
  v.check((topic) => topicNameProblem(topic) === undefined, 'must be a topic name: not empty, no wildcards'),
);
export const topicFilter = v.pipe(
  text,
  v.check((filter) => topicFilterProblem(filter) === undefined, 'must be a topic filter with whole-level wildcards'),
);

export const link = v.object({
  delayMs: number(0, 10_000),
  jitterMs: number(0, 10_000),
  lossRatio: number(0, 0.95),
  rateBitsPerSecond: v.nullable(number(1_000, 10_000_000_000)),
  transport: v.optional(v.picklist(['vanishingPackets', 'tcp'] as const, 'must be vanishingPackets or tcp')),
});
