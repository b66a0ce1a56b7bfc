// A level's name with its shape and colour.
import { useTranslations } from 'use-intl';
import type { QoS } from '#simulations';
import { Mark, type MarkShape, type Tone } from '../../ui/Mark.tsx';
import styles from './Advice.module.css';

const MARKS: Readonly<Record<QoS, { readonly shape: MarkShape; readonly tone: Tone }>> = {
  0: { shape: 'circle', tone: 'q0' },
  1: { shape: 'triangle', tone: 'q1' },
  2: { shape: 'square', tone: 'q2' },
};

export function LevelName({ qos }: { readonly qos: QoS }) {
  const t = useTranslations('qosAdvisor');
  return (
    <span className={styles.level}>
      <Mark {...MARKS[qos]} />
      {t('level', { qos })}
    </span>
  );
}
