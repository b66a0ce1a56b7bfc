// One number of a calculator, typed in any unit that fits or moved by keys and slider. What can be used counts while it is typed; what cannot is named on leaving the field, and the
// last good value stays. Below stands what the field makes of it in plain units.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { rangeOf, useAddressWord } from '../lab/knobFields.tsx';
import { type Correction, type NumberKnob, nearestAllowed } from '../state/knobs.ts';
import { KnobSlider } from '../ui/KnobSlider.tsx';
import styles from './Field.module.css';
import type { Dimension } from './quantity.ts';
import { steppedQuantity } from './steppedQuantity.ts';
import { type TypedQuantity, typedQuantity } from './typedQuantity.ts';
import { writePlain, writeQuantity } from './writeQuantity.ts';

/** Of what the field reckons with, beside what was typed. */
const SHOWN_DIGITS = 6;

export interface QuantityFieldProps {
  readonly label: string;
  /** In the dimension's own unit (seconds, bytes, 0 to 1, per second); `shownPer` must be 1. */
  readonly knob: NumberKnob;
  readonly dimension: Dimension;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly corrections: readonly Correction[];
  readonly help?: ReactNode;
  /** Default `true`. */
  readonly slider?: boolean;
}

export function QuantityField({ label, knob, dimension, value, onChange, corrections, help, slider = true }: QuantityFieldProps) {
  const id = useId();
  const t = useTranslations('calculator.field');
  const addressWord = useAddressWord(corrections)(knob.parameter);
  const [draft, setDraft] = useState<string | null>(null);
  const [named, setNamed] = useState(false);
  const taken = useRef(value);
  // Set from elsewhere (a preset, a link, Reset): what was typed belongs to a value that is gone.
  useEffect(() => {
    if (taken.current === value) return;
    taken.current = value;
    setDraft(null);
    setNamed(false);
  }, [value]);

  const reading: TypedQuantity | null = draft === null ? null : typedQuantity(draft, dimension, knob);
  const wrong = named && reading !== null && reading.problem !== null ? reading : null;
  const give = (next: number) => {
    taken.current = next;
    if (next !== value) onChange(next);
  };
  const turn = (next: number) => {
    setDraft(null);
    setNamed(false);
    give(nearestAllowed(knob, next));
  };
  const type = (text: string) => {
    setDraft(text);
    const typed = typedQuantity(text, dimension, knob);
    if (typed.problem === null) {
      setNamed(false);
      give(typed.value);
    }
  };

  function onKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') setNamed(true);
    if (event.key === 'Escape' && draft !== null) turn(value);
    // Home, End and the sideways arrows move the caret in a field.
    if (!/^(ArrowUp|ArrowDown|PageUp|PageDown)$/.test(event.key)) return;
    event.preventDefault();
    turn(steppedQuantity(value, event.key, event.shiftKey, knob));
  }

  const words = () => {
    if (wrong !== null) {
      const limit = wrong.limit === undefined ? '' : writeQuantity(wrong.limit, dimension);
      return t(`problem.${wrong.problem}`, {
        typed: (draft ?? '').trim(),
        unit: wrong.unit ?? '',
        limit,
        kept: writeQuantity(value, dimension),
      });
    }
    return null;
  };
  const text = draft ?? writeQuantity(value, dimension);
  const plain = writePlain(value, dimension);
  const short = writePlain(value, dimension, SHOWN_DIGITS);
  const normalised = text.trim() === plain || wrong !== null ? null : t('normalised', { plain: short, exact: String(short === plain) });
  const problem = words();
  const describedBy = [`${id}made`, help !== undefined && `${id}help`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.entry}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={describedBy}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => draft !== null && setNamed(true)}
        onKeyDown={onKey}
      />
      {slider && (
        <KnobSlider
          label={t('slider', { label })}
          value={value}
          valueText={writeQuantity(value, dimension)}
          range={rangeOf(knob)}
          disabled={false}
          describedBy={describedBy}
          onChange={turn}
        />
      )}
      <p id={`${id}made`} className={problem === null ? styles.made : styles.problem} aria-live="polite">
        {problem ?? (draft === null ? addressWord : undefined) ?? normalised}
      </p>
      {help !== undefined && (
        <p id={`${id}help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
