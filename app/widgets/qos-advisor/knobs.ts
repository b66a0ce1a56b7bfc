// The answers and numbers of the advisor, as the address spells them.
import { QOS_ANSWERS, type QosAnswers, type QosQuestion } from '#content';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

export type AdvisorValues = QosAnswers & {
  /** Messages a second. */
  readonly perSecond: number;
  /** Seconds, to the broker and back. */
  readonly roundTripSeconds: number;
  readonly payloadBytes: number;
};

export const QUESTIONS = Object.keys(QOS_ANSWERS) as readonly QosQuestion[];

const question = <Name extends QosQuestion>(parameter: Name, standard: QosAnswers[Name]): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options: QOS_ANSWERS[parameter],
  standard,
});

const spanning = { kind: 'number', shownPer: 1, significantDigits: 12 } as const;
const perSecond: NumberKnob = { ...spanning, parameter: 'rate', minimum: 1e-6, maximum: 1_000, step: 1e-6, standard: 0.1 };
const roundTripSeconds: NumberKnob = { ...spanning, parameter: 'rtt', minimum: 0.001, maximum: 2, step: 0.001, standard: 0.05 };
/** At least the number and the word that the virtual device writes. */
const payloadBytes: NumberKnob = {
  kind: 'number',
  parameter: 'payload',
  minimum: 15,
  maximum: 60_000,
  step: 1,
  standard: 20,
  shownPer: 1,
};

export const KNOBS = {
  loss: question('loss', 'none'),
  duplicates: question('duplicates', 'harmful'),
  link: question('link', 'drops'),
  power: question('power', 'battery'),
  latency: question('latency', 'relaxed'),
  subscriber: question('subscriber', '2'),
  sessions: question('sessions', 'kept'),
  library: question('library', 'every'),
  broker: question('broker', '2'),
  perSecond,
  roundTripSeconds,
  payloadBytes,
} satisfies KnobSpecs<AdvisorValues>;
