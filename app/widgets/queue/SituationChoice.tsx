// The situations as tiles, one of them chosen, and what the chosen one is about.
import { useTranslations } from 'use-intl';
import { TileChoice } from '../../ui/TileChoice.tsx';
import { SITUATIONS, type Situation } from './knobs.ts';
import styles from './SituationChoice.module.css';

export interface SituationChoiceProps {
  readonly value: Situation;
  readonly onChange: (situation: Situation) => void;
}

export function SituationChoice({ value, onChange }: SituationChoiceProps) {
  const t = useTranslations('queue.knobs');
  return (
    <div className={styles.choice}>
      <TileChoice
        label={t('situation')}
        options={SITUATIONS.map((situation) => ({ value: situation, label: t(`situations.${situation}`) }))}
        value={value}
        onChange={onChange}
        layout="grid"
      />
      <p className={styles.about}>{t(`about.${value}`)}</p>
    </div>
  );
}
