// The settings in which a second world may differ: those that stand on the screen and have another position, in the words of their fields.
import { type AnyKnob, type ChoiceKnob, type KnobSpecs, type NumberKnob, nearestAllowed, writeKnob } from '../../state/knobs.ts';
import type { OtherSetting } from '../../state/otherSetting.ts';
import type { ToldKnob, ToldKnobs } from '../knobsOnScreen.ts';

export interface Setting {
  /** As the lab's values call it. */
  readonly name: string;
  readonly knob: NumberKnob | ChoiceKnob;
  readonly label: string;
  /** `null`: plain numbers, or a choice. */
  readonly unit: string | null;
  /** How a position is called. */
  readonly nameOf: (value: number | string) => string;
}

function settingOf(name: string, knob: NumberKnob | ChoiceKnob, told: ToldKnob | undefined): Setting {
  const unit = told?.unit ?? null;
  const nameOf = (value: number | string) => {
    const written = writeKnob(knob, value);
    if (knob.kind === 'choice') return told?.options?.find((option) => option.value === written)?.label ?? written;
    return unit === null ? written : `${written} ${unit}`;
  };
  return { name, knob, label: told?.label ?? knob.parameter, unit, nameOf };
}

/** In the order of the knobs. `other`: is among them even if its field is not on the screen now; it is then called as in the address. */
export function settingsOf<Values>(specs: KnobSpecs<Values>, told: ToldKnobs, other: OtherSetting | null): readonly Setting[] {
  // A text has no other position to offer.
  const offered = Object.entries<AnyKnob>(specs).filter((entry): entry is [string, NumberKnob | ChoiceKnob] => entry[1].kind !== 'text');
  return offered
    .filter(([name, knob]) => name === other?.name || (told.has(knob.parameter) && hasAnother(knob)))
    .map(([name, knob]) => settingOf(name, knob, told.get(knob.parameter)));
}

function hasAnother(knob: NumberKnob | ChoiceKnob): boolean {
  return knob.kind === 'number' ? knob.minimum < knob.maximum : knob.options.length > 1;
}

/** A position to begin with: the next of a choice, twice a number or, where that is too much, the least. */
export function anotherValue(knob: NumberKnob | ChoiceKnob, value: number | string): number | string {
  if (knob.kind === 'choice') {
    const place = knob.options.indexOf(String(value));
    return knob.options[(place + 1) % knob.options.length] ?? knob.standard;
  }
  const now = Number(value);
  const doubled = nearestAllowed(knob, now * 2);
  return doubled === now || now * 2 > knob.maximum ? (now === knob.minimum ? knob.maximum : knob.minimum) : doubled;
}
