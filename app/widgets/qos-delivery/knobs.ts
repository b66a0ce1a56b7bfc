// The widget's knobs: their ranges come from the simulation, their names in the address from here.
import { QOS_DELIVERY_KNOBS, type QosDeliveryKnobs } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

type NumericKnob = Exclude<keyof QosDeliveryKnobs, 'protocolVersion' | 'transport'>;

function numeric(name: NumericKnob, parameter: string, shownPer = 1): NumberKnob {
  const { minimum, maximum, default: standard, step } = QOS_DELIVERY_KNOBS[name];
  return { kind: 'number', parameter, minimum, maximum, step, standard, shownPer };
}

const protocolVersion: ChoiceKnob = { kind: 'choice', parameter: 'version', options: ['3.1.1', '5.0'], standard: '3.1.1' };

const transport: ChoiceKnob = {
  kind: 'choice',
  parameter: 'transport',
  options: ['vanishingPackets', 'tcp'],
  standard: 'vanishingPackets',
};

export const KNOBS = {
  messages: numeric('messages', 'messages'),
  lossRatio: numeric('lossRatio', 'loss', 100),
  delayMs: numeric('delayMs', 'delay'),
  resendAfterMs: numeric('resendAfterMs', 'resend'),
  attempts: numeric('attempts', 'attempts'),
  publishIntervalMs: numeric('publishIntervalMs', 'interval'),
  seed: numeric('seed', 'seed'),
  protocolVersion,
  transport,
} satisfies KnobSpecs<QosDeliveryKnobs>;

/** The seed after this one; the largest is followed by the smallest. */
export function nextSeed(seed: number): number {
  return seed >= KNOBS.seed.maximum ? KNOBS.seed.minimum : seed + 1;
}
