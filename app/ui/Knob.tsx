// One value that the learner sets: typed or slid. What was typed is taken on Enter or on leaving the field; if it cannot be so, the knob says what
// it made of it. Sliding changes the value at once.
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './Knob.module.css';
import { KnobSlider } from './KnobSlider.tsx';
import { type CorrectionReason, decimalsOf, type KnobRange, precisionOf, typedValue, valueAfterKey } from './knobRange.ts';

export interface KnobProps {
  readonly label: string;
  /** In `unit`, within `range`. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly range: KnobRange;
  /** `%`, `ms`, ...; left out for plain counts. Times may be typed in other units of time. */
  readonly unit?: string;
  readonly help?: ReactNode;
  /** `false`: typed only, for values whose place in the range means nothing (a seed). Default `true`. */
  readonly slider?: boolean;
  readonly disabled?: boolean;
  /** A correction made elsewhere (in the address, say), shown until the knob is turned. */
  readonly remark?: ReactNode;
}

interface Correction {
  readonly reason: CorrectionReason;
  readonly typed: string;
  readonly value: number;
}

export function Knob({ label, value, onChange, range, unit, help, slider = true, disabled = false, remark }: KnobProps) {
  const id = useId();
  const t = useTranslations('ui.knob');
  const format = useFormatter();
  const [draft, setDraft] = useState<string | null>(null);
  const [correction, setCorrection] = useState<Correction | null>(null);

  const plain = (amount: number) => format.number(amount, { maximumFractionDigits: decimalsOf(range) });
  const quantity = (amount: number) => {
    if (unit === undefined) return plain(amount);
    return unit === '%' ? t('percentage', { amount: plain(amount) }) : t('quantity', { amount: plain(amount), unit });
  };

  function turn(next: number): void {
    setDraft(null);
    setCorrection(null);
    if (next !== value) onChange(next);
  }

  function take(typed: string): void {
    const { value: next, corrected } = typedValue(typed, value, range, unit);
    setDraft(null);
    setCorrection(corrected === null ? null : { reason: corrected, typed: typed.trim(), value: next });
    if (next !== value) onChange(next);
  }

  function onFieldKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' && draft !== null) take(draft);
    if (event.key === 'Escape') turn(value);
    // Home, End and the sideways arrows move the caret in a field.
    if (!/^(ArrowUp|ArrowDown|PageUp|PageDown)$/.test(event.key)) return;
    const from = draft === null ? value : typedValue(draft, value, range, unit).value;
    const next = valueAfterKey(event.key, event.shiftKey, from, range);
    if (next === null) return;
    event.preventDefault();
    turn(next);
  }

  const word =
    correction === null
      ? remark
      : t(correction.reason, { typed: correction.typed, value: quantity(correction.value), step: quantity(precisionOf(range)) });
  const describedBy = [unit !== undefined && `${id}unit`, help !== undefined && `${id}help`, `${id}word`].filter(Boolean).join(' ');
  return (
    <div className={styles.knob}>
      <label className={styles.label} htmlFor={`${id}field`}>
        {label}
      </label>
      <span className={styles.entry}>
        <input
          id={`${id}field`}
          className={styles.field}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          size={Math.max(3, plain(range.max).length)}
          value={draft ?? plain(value)}
          disabled={disabled}
          aria-describedby={describedBy}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setCorrection(null);
          }}
          onBlur={() => draft !== null && take(draft)}
          onKeyDown={onFieldKey}
        />
        {unit !== undefined && (
          <span id={`${id}unit`} className={styles.unit}>
            {unit}
          </span>
        )}
      </span>
      {slider && (
        <KnobSlider
          label={t('slider', { label })}
          value={value}
          valueText={quantity(value)}
          range={range}
          disabled={disabled}
          describedBy={describedBy}
          onChange={turn}
        />
      )}
      {help !== undefined && (
        <p id={`${id}help`} className={styles.help}>
          {help}
        </p>
      )}
      <p id={`${id}word`} className={styles.word} aria-live="polite">
        {word}
      </p>
    </div>
  );
}
