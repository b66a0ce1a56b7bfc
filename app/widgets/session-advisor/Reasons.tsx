// Why: the rules that hold, each with its reason and source; and what goes wrong otherwise, with the lab that shows it.
import { useTranslations } from 'use-intl';
import type { Mistake, Rule } from '#content';
import { Panel } from '../../ui/Panel.tsx';
import { LabName } from './LabName.tsx';
import styles from './Reasons.module.css';

export function Reasons({ rules }: { readonly rules: readonly Rule[] }) {
  const t = useTranslations('sessionAdvisor.reasons');
  return (
    <Panel title={t('title')}>
      <dl className={styles.rules}>
        {rules.map(({ id, advice, reason, source }) => (
          <div key={id}>
            <dt>{advice}</dt>
            <dd>
              {reason} <span className={styles.source}>{source}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

export function Otherwise({ mistakes }: { readonly mistakes: readonly Mistake[] }) {
  const t = useTranslations('sessionAdvisor.otherwise');
  return (
    <Panel title={t('title')}>
      <dl className={styles.rules}>
        {mistakes.map(({ id, title, what, lab }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {what} <LabName slug={lab} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
