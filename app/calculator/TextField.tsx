// A short text of a calculator (a prefix, a topic name). What fits counts while it is typed; what does not is named, and the last good text stays.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAddressWord } from '../lab/knobFields.tsx';
import { allowsText, type Correction, type TextKnob } from '../state/knobs.ts';
import styles from './Field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly knob: TextKnob;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly corrections: readonly Correction[];
  /** What is wrong with a text that the knob cannot have. */
  readonly whyNot: (typed: string) => ReactNode;
  readonly help?: ReactNode;
}

export function TextField({ label, knob, value, onChange, corrections, whyNot, help }: TextFieldProps) {
  const id = useId();
  const addressWord = useAddressWord(corrections)(knob.parameter);
  const [draft, setDraft] = useState<string | null>(null);
  const taken = useRef(value);
  useEffect(() => {
    if (taken.current === value) return;
    taken.current = value;
    setDraft(null);
  }, [value]);
  const wrong = draft !== null && !allowsText(knob, draft);

  function type(text: string): void {
    setDraft(text);
    if (!allowsText(knob, text)) return;
    taken.current = text;
    if (text !== value) onChange(text);
  }

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
        value={draft ?? value}
        aria-invalid={wrong}
        aria-describedby={help === undefined ? `${id}word` : `${id}word ${id}help`}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
      />
      <p id={`${id}word`} className={wrong ? styles.problem : styles.made} aria-live="polite">
        {wrong ? whyNot(draft ?? '') : addressWord}
      </p>
      {help !== undefined && (
        <p id={`${id}help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
