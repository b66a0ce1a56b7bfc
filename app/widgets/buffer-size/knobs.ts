// The inputs of the buffer calculator, as the address spells them, and outages that happen.
import type { OfflineBufferScenario, RecordSetting } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

export interface BufferValues extends RecordSetting {
  /** Seconds. */
  readonly outage: number;
  readonly outagesPerYear: number;
  /** Readings per second. */
  readonly rate: number;
  readonly place: OfflineBufferScenario['place'];
  readonly slots: number;
  readonly whenFull: OfflineBufferScenario['whenFull'];
  /** Sent from the buffer on the return, per second. */
  readonly drainRate: number;
}

function whole(parameter: string, minimum: number, maximum: number, standard: number): NumberKnob {
  return { kind: 'number', parameter, minimum, maximum, step: 1, standard, shownPer: 1 };
}

/** Rates are fractions such as 1/60. */
function rate(parameter: string, minimum: number, maximum: number, standard: number): NumberKnob {
  return { kind: 'number', parameter, minimum, maximum, step: minimum, standard, shownPer: 1, significantDigits: 12 };
}

function choice(parameter: string, options: readonly string[]): ChoiceKnob {
  return { kind: 'choice', parameter, options, standard: options[0] ?? '' };
}

const DAY = 86_400;

export const KNOBS = {
  outage: whole('outage', 1, 365 * DAY, 3_600),
  outagesPerYear: whole('outages', 0, 100_000, 12),
  rate: rate('rate', 1 / DAY, 50, 1 / 60),
  topicBytes: whole('topic', 1, 1_000, 12),
  payloadBytes: whole('payload', 0, 2_000, 20),
  form: choice('form', ['slots', 'packed'] satisfies RecordSetting['form'][]),
  topicRoom: whole('topicroom', 2, 1_024, 64),
  payloadRoom: whole('payloadroom', 2, 2_048, 256),
  stamp: choice('time', ['none', 'seconds32', 'seconds64'] satisfies RecordSetting['stamp'][]),
  place: choice('place', ['ram', 'rtc', 'flash'] satisfies BufferValues['place'][]),
  slots: whole('slots', 1, 1_000_000, 100),
  whenFull: choice('full', ['dropOldest', 'dropNewest', 'refuse'] satisfies BufferValues['whenFull'][]),
  drainRate: rate('drain', 0.01, 50, 5),
} satisfies KnobSpecs<BufferValues>;

const HOUR = 3_600;

/** Outages that happen, with how often in a usual year. */
export const PRESETS = [
  { key: 'router', outage: 120, outagesPerYear: 24 },
  { key: 'provider', outage: HOUR, outagesPerYear: 4 },
  { key: 'power', outage: 4 * HOUR, outagesPerYear: 2 },
  { key: 'night', outage: 8 * HOUR, outagesPerYear: 12 },
  { key: 'weekend', outage: 60 * HOUR, outagesPerYear: 2 },
  { key: 'holidays', outage: 14 * DAY, outagesPerYear: 1 },
] as const satisfies readonly (Pick<BufferValues, 'outage' | 'outagesPerYear'> & { readonly key: string })[];
