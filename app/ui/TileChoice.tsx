// One of several whose names are too long for one row: tiles. Native radio buttons underneath: arrows move, a form knows it.
import { type ReactNode, useId } from 'react';
import styles from './TileChoice.module.css';

export interface TileChoiceProps<Value extends string> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** `wrapped`: as wide as their words. `stacked`: one below the other, for whole sentences. `grid`: all as wide as each other. */
  readonly layout: 'wrapped' | 'stacked' | 'grid';
}

export function TileChoice<Value extends string>({ label, options, value, onChange, layout }: TileChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.tiles} data-layout={layout}>
        {options.map((option) => (
          <label key={option.value} className={styles.tile}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.face}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
