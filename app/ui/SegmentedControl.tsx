// One of a few, all in sight. Native radio buttons underneath: arrows move, a form knows it.
import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';
import styles from './SegmentedControl.module.css';

export interface Segment<Value extends string | number> {
  readonly value: Value;
  readonly label: ReactNode;
}

export interface SegmentedControlProps<Value extends string | number> {
  readonly label: ReactNode;
  readonly options: readonly Segment<Value>[];
  /** `null`: nothing chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
  /** Two beside each other, for names that are too long for one row. */
  readonly inPairs?: boolean;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

export function SegmentedControl<Value extends string | number>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange, hideLabel = false, inPairs = false, disabled = false, className } = props;
  const name = useId();
  return (
    <fieldset className={classNames(styles.group, className)} disabled={disabled}>
      <legend className={hideLabel ? styles.hiddenLegend : styles.legend}>{label}</legend>
      <div className={styles.row} data-pairs={inPairs || undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
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
