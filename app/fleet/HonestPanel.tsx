// What of a fleet's run is the real broker's, what is a model, and what is left out.
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { Panel } from '../ui/Panel.tsx';
import styles from './fields.module.css';

const MODELS = ['model', 'refused', 'backlog', 'loss', 'tls'] as const;

export interface HonestPanelProps {
  readonly result: StormResult | null;
  /** A second run beside it. */
  readonly beside?: StormResult | null;
}

export function HonestPanel({ result, beside = null }: HonestPanelProps) {
  const t = useTranslations('fleet');
  const broker = () => {
    if (result === null) return null;
    const { brokerVersion: version, digest } = result;
    return (
      <li>{beside === null ? t('honest.broker', { version, digest }) : t('honest.brokers', { version, digest, other: beside.digest })}</li>
    );
  };
  return (
    <Panel title={t('leftOut')}>
      <ul className={styles.points}>
        {broker()}
        {MODELS.map((key) => (
          <li key={key}>{t(`honest.${key}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
