// The inputs of the calculator, as the address spells them.
import { type ProtocolVersion, QOS_PAIRS_DEFAULTS, type QoS } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob, TextKnob } from '../../state/knobs.ts';

export type Level = '0' | '1' | '2';

export interface QosValues {
  readonly published: Level;
  readonly subscribed: Level;
  readonly maxQos: Level;
  readonly upgrade: 'off' | 'on';
  readonly protocolVersion: ProtocolVersion;
  readonly topicName: string;
  readonly payloadBytes: number;
  /** 0 to 0.9, of every packet on either hop. */
  readonly lossRatio: number;
}

const LEVELS: readonly Level[] = ['0', '1', '2'];
const level = (parameter: string, standard: Level): ChoiceKnob => ({ kind: 'choice', parameter, options: LEVELS, standard });

/** What can be seen and typed; no wildcards, and no `$` in front, where the broker's own topics are. */
const topicName: TextKnob = {
  kind: 'text',
  parameter: 'topic',
  standard: QOS_PAIRS_DEFAULTS.topicName,
  longest: 200,
  pattern: /^[!"%-*,-~][!"$-*,-~]*$/,
};
const payloadBytes: NumberKnob = {
  kind: 'number',
  parameter: 'payload',
  minimum: 1,
  maximum: 60_000,
  step: 1,
  standard: QOS_PAIRS_DEFAULTS.payloadBytes,
  shownPer: 1,
};
const lossRatio: NumberKnob = {
  kind: 'number',
  parameter: 'loss',
  minimum: 0,
  maximum: 0.9,
  step: 0.01,
  standard: 0.2,
  shownPer: 1,
  significantDigits: 12,
};

export const KNOBS = {
  published: level('published', '1'),
  subscribed: level('subscribed', '0'),
  maxQos: level('max', '2'),
  upgrade: { kind: 'choice', parameter: 'upgrade', options: ['off', 'on'], standard: 'off' },
  protocolVersion: { kind: 'choice', parameter: 'version', options: ['3.1.1', '5.0'], standard: '3.1.1' },
  topicName,
  payloadBytes,
  lossRatio,
} satisfies KnobSpecs<QosValues>;

export function asQos(level: Level): QoS {
  return Number(level) as QoS;
}
