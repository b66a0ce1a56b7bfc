// The knobs of the back-off lab, as the address spells them, the storm that they make for either strategy, and combinations that are met.
import { BACKOFF_KINDS, type BackoffKind, reconnectStorm, type StormScenario } from '#simulations';
import { BACKOFF_KNOBS, type BackoffValues, backoffRuleOf, SERVER_KNOBS, type ServerValues, serverModelOf } from '../../fleet/knobs.ts';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export interface BackOffValues extends BackoffValues, ServerValues {
  readonly devices: number;
  /** Beside the first one. */
  readonly other: BackoffKind;
  /** Seconds. */
  readonly down: number;
  readonly seed: number;
}

export const KNOBS = {
  devices: { ...numberKnob('devices', { minimum: 10, maximum: 10_000, standard: 1_000 }), significantDigits: 6 },
  ...BACKOFF_KNOBS,
  other: choiceKnob('other', BACKOFF_KINDS, 'full'),
  down: numberKnob('down', { minimum: 0, maximum: 600, standard: 0 }),
  ...SERVER_KNOBS,
  seed: numberKnob('seed', { minimum: 1, maximum: 0xffff_ffff, standard: 1 }),
} satisfies KnobSpecs<BackOffValues>;

export function stormOf(values: BackOffValues, strategy: BackoffKind): StormScenario {
  const { devices, down, seed, attempts, patience } = values;
  return reconnectStorm({
    seed,
    devices,
    queuedEach: 0,
    persistence: false,
    broker: down === 0 ? 'running' : 'killed',
    downMs: down * 1_000,
    backoff: backoffRuleOf({ ...values, strategy }),
    mostAttempts: attempts === 0 ? null : attempts,
    patienceMs: patience * 1_000,
    server: serverModelOf(values),
  });
}

const SANE = { firstWait: 'base', overCap: 'held', counter: 'byConnack' } as const;

/** What a button takes over; the rest stays. */
export const PRESETS = [
  { key: 'herd', values: { strategy: 'exponential', other: 'full', ...SANE } },
  { key: 'course', values: { strategy: 'additive', other: 'decorrelated', firstWait: 'double', overCap: 'past', counter: 'byTcp' } },
  { key: 'hammer', values: { strategy: 'none', other: 'fixed', ...SANE } },
  { key: 'jitters', values: { strategy: 'equal', other: 'decorrelated', ...SANE } },
] as const satisfies readonly { readonly key: string; readonly values: Partial<BackOffValues> }[];
