// One setting of a second world, everything else of which is as in the first, and how an address spells it: `other=first:on`, a knob's parameter and its other value.
import { type AnyKnob, type Correction, type KnobSpecs, readKnob, writeKnob } from './knobs.ts';

export interface OtherSetting {
  /** Of the knob, as the lab's values call it. */
  readonly name: string;
  readonly value: number | string;
}

export const OTHER_PARAMETER = 'other';

function knobsOf<Values>(specs: KnobSpecs<Values>): readonly (readonly [string, AnyKnob])[] {
  return Object.entries<AnyKnob>(specs);
}

/** What cannot be used is reported; of a number that the knob cannot have the nearest that it can. */
export function readOther<Values>(
  specs: KnobSpecs<Values>,
  given: string | null,
): { readonly other: OtherSetting | null; readonly corrections: readonly Correction[] } {
  if (given === null) return { other: null, corrections: [] };
  const [parameter = '', ...rest] = given.split(':');
  const [name, knob] = knobsOf(specs).find(([, one]) => one.parameter === parameter) ?? [null, null];
  const read = knob === null ? null : readKnob(knob, rest.join(':'));
  if (name === null || read === null || read.correction?.why === 'notAnOption' || read.correction?.why === 'notANumber')
    return { other: null, corrections: [{ parameter: OTHER_PARAMETER, given, used: null, why: 'notASetting' }] };
  const { value, correction } = read;
  const used = correction === null ? null : `${parameter}:${correction.used}`;
  return { other: { name, value }, corrections: correction === null ? [] : [{ ...correction, parameter: OTHER_PARAMETER, given, used }] };
}

/** `null`: there is no other world to write. */
export function writeOther<Values>(specs: KnobSpecs<Values>, other: OtherSetting | null): string | null {
  const [, knob] = knobsOf(specs).find(([name]) => name === other?.name) ?? [];
  return other === null || knob === undefined ? null : `${knob.parameter}:${writeKnob(knob, other.value)}`;
}

/** The second world's values. */
export function valuesWith<Values extends object>(values: Values, { name, value }: OtherSetting): Values {
  return { ...values, [name]: value };
}
