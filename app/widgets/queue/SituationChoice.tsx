// The situations as tiles, one of them chosen. Native radio buttons underneath: arrows move, a form knows it.
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { SITUATIONS, type Situation } from './knobs.ts';
import styles from './SituationChoice.module.css';

export interface SituationChoiceProps {
  readonly value: Situation;
  readonly onChange: (situation: Situation) => void;
}

export function SituationChoice({ value, onChange }: SituationChoiceProps) {
  const t = useTranslations('queue.knobs');
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{t('situation')}</legend>
      <div className={styles.tiles}>
        {SITUATIONS.map((situation) => (
          <label key={situation} className={styles.tile}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={situation}
              checked={situation === value}
              onChange={() => onChange(situation)}
            />
            <span className={styles.face}>{t(`situations.${situation}`)}</span>
          </label>
        ))}
      </div>
      <p className={styles.about}>{t(`about.${value}`)}</p>
    </fieldset>
  );
}
