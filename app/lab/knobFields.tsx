// The knobs of a lab on the screen, from their specifications: a number to type or slide, a choice of a few; with a word where the address said something unusable.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Experiment } from '../state/experiment.ts';
import { type ChoiceKnob, type Correction, type KnobSpecs, type NumberKnob, shown } from '../state/knobs.ts';
import { Knob } from '../ui/Knob.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TileChoice, type TileChoiceProps } from '../ui/TileChoice.tsx';
import styles from './knobFields.module.css';
import { useTellKnob } from './knobsOnScreen.ts';

const TIDIED = 1e6;

/** Of a number knob, as its field shows it. */
export function rangeOf(knob: NumberKnob) {
  const range = { min: shown(knob, knob.minimum), max: shown(knob, knob.maximum), step: shown(knob, knob.step) };
  // Equal ways for equal ratios where a range spans several powers of ten.
  return knob.minimum > 0 && knob.maximum / knob.minimum >= 1_000
    ? { ...range, precision: range.step, scale: 'logarithmic' as const }
    : range;
}

/** What to say at the knob with this address parameter; `undefined`: nothing. */
export function useAddressWord(corrections: readonly Correction[]): (parameter: string) => string | undefined {
  const t = useTranslations('lab.address');
  return (parameter) => {
    const correction = corrections.find((one) => one.parameter === parameter && one.used !== null);
    return correction && t(correction.why, { parameter, given: correction.given, used: correction.used ?? '' });
  };
}

/** Parameters in the address that mean nothing here, and an instant that is none. */
export function UnknownParameters({ corrections }: { readonly corrections: readonly Correction[] }) {
  const t = useTranslations('lab.address');
  return corrections
    .filter(({ why }) => why === 'unknown' || why === 'notAnInstant')
    .map(({ parameter, given, why }) => (
      <Notice key={parameter} announce="polite">
        {t(why, { parameter, given, used: '' })}
      </Notice>
    ));
}

interface FieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly corrections: readonly Correction[];
  readonly onChange: (value: Value) => void;
}

export interface NumberFieldProps extends FieldProps<number> {
  readonly knob: NumberKnob;
  readonly unit?: string;
  readonly slider?: boolean;
  readonly help?: ReactNode;
}

export function NumberField({ knob, label, value, corrections, onChange, ...more }: NumberFieldProps) {
  const word = useAddressWord(corrections);
  useTellKnob({ parameter: knob.parameter, label, unit: more.unit ?? null, options: null });
  return (
    <Knob
      label={label}
      value={shown(knob, value)}
      range={rangeOf(knob)}
      remark={word(knob.parameter)}
      onChange={(next) => onChange(Math.round((next / knob.shownPer) * TIDIED) / TIDIED)}
      {...more}
    />
  );
}

export interface ChoiceFieldProps<Value extends string> extends FieldProps<Value> {
  readonly knob: ChoiceKnob;
  /** How each option is called; without it, as in the address. */
  readonly name?: (option: Value) => ReactNode;
}

/** The options of a knob with their names, made known to whoever compares; and the word about the address. */
function useOptions<Value extends string>({ knob, label, corrections, name }: Omit<ChoiceFieldProps<Value>, 'value' | 'onChange'>) {
  const word = useAddressWord(corrections)(knob.parameter);
  const options = (knob.options as readonly Value[]).map((option) => ({
    value: option,
    label: name === undefined ? option : name(option),
  }));
  const words = options.map((option) => ({ value: option.value, label: typeof option.label === 'string' ? option.label : option.value }));
  useTellKnob({ parameter: knob.parameter, label, unit: null, options: words });
  return { options, word: word === undefined ? null : <Notice announce="polite">{word}</Notice> };
}

export function ChoiceField<Value extends string>({ inPairs = false, ...field }: ChoiceFieldProps<Value> & { readonly inPairs?: boolean }) {
  const { options, word } = useOptions(field);
  const { label, value, onChange } = field;
  return (
    <>
      <SegmentedControl label={label} options={options} value={value} onChange={onChange} inPairs={inPairs} />
      {word}
    </>
  );
}

/** The same as tiles, for names that are too long for one row. */
export function TileField<Value extends string>({ layout, ...field }: ChoiceFieldProps<Value> & Pick<TileChoiceProps<Value>, 'layout'>) {
  const { options, word } = useOptions(field);
  const { label, value, onChange } = field;
  return (
    <div className={styles.wide}>
      <TileChoice label={label} options={options} value={value} onChange={onChange} layout={layout} />
      {word}
    </div>
  );
}

type NumberNames<Values> = { [Name in keyof Values & string]: Values[Name] extends number ? Name : never }[keyof Values & string];
type ChoiceNames<Values> = Exclude<keyof Values & string, NumberNames<Values>>;

export interface KnobWords<Values> {
  readonly label: (name: keyof Values & string) => string;
  /** How an option is called; `null`: as in the address. */
  readonly option: (name: ChoiceNames<Values>, option: string) => string | null;
}

/** The fields of a lab's knobs by their names, each bound to its value. */
export function knobFields<Values extends object>(
  specs: KnobSpecs<Values>,
  { values, corrections, set }: Pick<Experiment<Values>, 'values' | 'corrections' | 'set'>,
  { label, option }: KnobWords<Values>,
) {
  const change = (name: keyof Values) => (value: string | number) => set({ [name]: value } as unknown as Partial<Values>);
  return {
    choice: (name: ChoiceNames<Values>, more: { readonly inPairs?: boolean } = {}): ReactNode => (
      <ChoiceField<string>
        key={name}
        knob={specs[name] as unknown as ChoiceKnob}
        label={label(name)}
        value={values[name] as unknown as string}
        corrections={corrections}
        onChange={change(name)}
        name={(value) => option(name, value) ?? value}
        {...more}
      />
    ),
    number: (name: NumberNames<Values>, more: Pick<NumberFieldProps, 'unit' | 'slider' | 'help'> = {}): ReactNode => (
      <NumberField
        key={name}
        knob={specs[name] as unknown as NumberKnob}
        label={label(name)}
        value={values[name] as unknown as number}
        corrections={corrections}
        onChange={change(name)}
        {...more}
      />
    ),
  };
}
