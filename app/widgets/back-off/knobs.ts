// The knobs of the back-off lab, as the address spells them, the storm that they make for either strategy, and combinations that are met.
import { BACKOFF_KINDS, type BackoffKind, reconnectStorm, type StormScenario } from '#simulations';
import {
  BACKOFF_KNOBS,
  type BackoffValues,
  backoffRuleOf,
  mostAttemptsOf,
  SERVER_KNOBS,
  type ServerValues,
  serverModelOf,
} from '../../fleet/knobs.ts';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export interface BackOffValues extends BackoffValues, ServerValues {
  readonly devices: number;
  /** Beside the first one; `alone`: nothing. */
  readonly other: BackoffKind | 'alone';
  /** Seconds. */
  readonly down: number;
  readonly seed: number;
}

export const KNOBS = {
  devices: { ...numberKnob('devices', { minimum: 10, maximum: 10_000, standard: 1_000 }), significantDigits: 6 },
  ...BACKOFF_KNOBS,
  other: choiceKnob('other', [...BACKOFF_KINDS, 'alone'] satisfies BackOffValues['other'][], 'full'),
  down: numberKnob('down', { minimum: 0, maximum: 600, standard: 0 }),
  ...SERVER_KNOBS,
  seed: numberKnob('seed', { minimum: 1, maximum: 0xffff_ffff, standard: 1 }),
} satisfies KnobSpecs<BackOffValues>;

/** The strategy beside the first one; `null`: none. */
export function otherOf({ other }: Pick<BackOffValues, 'other'>): BackoffKind | null {
  return other === 'alone' ? null : other;
}

export function stormOf(values: BackOffValues, strategy: BackoffKind): StormScenario {
  const { devices, down, seed, patience } = values;
  return reconnectStorm({
    seed,
    devices,
    queuedEach: 0,
    persistence: false,
    broker: down === 0 ? 'running' : 'killed',
    downMs: down * 1_000,
    backoff: backoffRuleOf({ ...values, strategy }),
    mostAttempts: mostAttemptsOf(values),
    patienceMs: patience * 1_000,
    server: serverModelOf(values),
  });
}

const SANE = { firstWait: 'base', overCap: 'held', counter: 'byConnack', full: 'refuse' } as const;
const COURSE = { strategy: 'additive', firstWait: 'double', overCap: 'past', counter: 'byTcp' } as const;

/** What a button takes over; the rest stays. */
export const PRESETS = [
  { key: 'herd', values: { strategy: 'exponential', other: 'full', ...SANE } },
  { key: 'course', values: { other: 'decorrelated', full: 'refuse', ...COURSE } },
  { key: 'proxy', values: { other: 'decorrelated', full: 'close', ...COURSE } },
  { key: 'hammer', values: { strategy: 'none', other: 'fixed', ...SANE } },
  { key: 'jitters', values: { strategy: 'equal', other: 'decorrelated', ...SANE } },
] as const satisfies readonly { readonly key: string; readonly values: Partial<BackOffValues> }[];

export function isTaken(preset: Partial<BackOffValues>, values: BackOffValues): boolean {
  return Object.entries(preset).every(([name, value]) => values[name as keyof BackOffValues] === value);
}
