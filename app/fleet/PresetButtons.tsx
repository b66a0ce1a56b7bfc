// Settings that are worth a look, a button each.
import { Button } from '../ui/Button.tsx';
import styles from './fields.module.css';

export interface PresetButton {
  readonly key: string;
  readonly label: string;
  readonly onTake: () => void;
  /** It stands so now. */
  readonly isTaken?: boolean;
}

export function PresetButtons({ title, presets }: { readonly title: string; readonly presets: readonly PresetButton[] }) {
  return (
    <fieldset className={styles.presets}>
      <legend>{title}</legend>
      {presets.map(({ key, label, onTake, isTaken }) => (
        <Button
          key={key}
          kind="quiet"
          className={styles.preset}
          onClick={onTake}
          {...(isTaken === undefined ? {} : { 'aria-pressed': isTaken })}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
