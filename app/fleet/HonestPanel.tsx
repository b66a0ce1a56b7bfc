// What of a fleet's run is the real broker's, what is a model, and what is left out.
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { Panel } from '../ui/Panel.tsx';
import styles from './fields.module.css';

const MODELS = ['model', 'backlog', 'loss', 'tls'] as const;

export function HonestPanel({ result }: { readonly result: StormResult | null }) {
  const t = useTranslations('fleet');
  return (
    <Panel title={t('leftOut')}>
      <ul className={styles.points}>
        {result !== null && <li>{t('honest.broker', { version: result.brokerVersion, digest: result.digest })}</li>}
        {MODELS.map((key) => (
          <li key={key}>{t(`honest.${key}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
