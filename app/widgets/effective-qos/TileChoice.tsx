// One of several with longer names than fit in one row: tiles that wrap. Native radio buttons underneath: arrows move, a form knows it.
import { useId } from 'react';
import { useAddressWord } from '../../lab/knobFields.tsx';
import { useTellKnob } from '../../lab/knobsOnScreen.ts';
import type { ChoiceKnob, Correction } from '../../state/knobs.ts';
import { classNames } from '../../ui/classNames.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './TileChoice.module.css';

export interface TileChoiceProps {
  readonly knob: ChoiceKnob;
  readonly label: string;
  readonly value: string;
  readonly corrections: readonly Correction[];
  readonly onChange: (value: string) => void;
  readonly name: (option: string) => string;
  /** One below the other, for whole sentences. */
  readonly stacked?: boolean;
}

export function TileChoice({ knob, label, value, corrections, onChange, name, stacked = false }: TileChoiceProps) {
  const group = useId();
  const word = useAddressWord(corrections)(knob.parameter);
  useTellKnob({
    parameter: knob.parameter,
    label,
    unit: null,
    options: knob.options.map((option) => ({ value: option, label: name(option) })),
  });
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{label}</legend>
      <div className={classNames(styles.tiles, stacked && styles.stacked)}>
        {knob.options.map((option) => (
          <label key={option} className={styles.tile}>
            <input
              type="radio"
              className={styles.input}
              name={group}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span className={styles.face}>{name(option)}</span>
          </label>
        ))}
      </div>
      {word !== undefined && <Notice announce="polite">{word}</Notice>}
    </fieldset>
  );
}
