// One of several that are sentences rather than words: native radio buttons, one below the other.
import { type ReactNode, useId } from 'react';
import styles from './RadioList.module.css';

export interface RadioListProps<Value extends string | number> {
  readonly legend: ReactNode;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  /** `null`: nothing chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

export function RadioList<Value extends string | number>({ legend, options, value, onChange }: RadioListProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.list}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
