// All nine pairs as the rule has them: the level at which the reader gets the message, and on lossy hops how often.
import { useTranslations } from 'use-intl';
import { Panel } from '../../ui/Panel.tsx';
import styles from './PairTable.module.css';
import { LevelName, PairTable } from './PairTable.tsx';
import type { Reckoning } from './reckoning.ts';
import { useFigures } from './useFigures.ts';

export function ReckonedPairs({ reckoned: { pairs, own } }: { readonly reckoned: Reckoning }) {
  const t = useTranslations('effectiveQosCalculator.pairs');
  const { number, percent } = useFigures();
  return (
    <Panel title={t('title')}>
      <PairTable
        caption={t('title')}
        own={own}
        cell={(published, subscribed) => {
          const pair = pairs.find((one) => one.published === published && one.subscribed === subscribed);
          if (pair === undefined || pair.outcome === null || pair.agreement.passedOnQos === null)
            return <span className={styles.refused}>{t('refused')}</span>;
          return (
            <>
              <LevelName qos={pair.agreement.passedOnQos} />
              <div className={styles.small}>
                {t('copies', { count: Math.round(pair.outcome.copies * 10_000) / 10_000, copies: number(pair.outcome.copies) })}
              </div>
              <div className={styles.small}>{t('arrives', { share: percent(pair.outcome.atLeastOnce) })}</div>
            </>
          );
        }}
      />
      <p className={styles.key}>{t('key')}</p>
    </Panel>
  );
}
