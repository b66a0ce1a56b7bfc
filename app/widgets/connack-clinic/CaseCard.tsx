// The card of a case: cause, cure, dead ends, versions. It is turned over by the run: before, it would answer the question.
import { useTranslations } from 'use-intl';
import type { ClinicCase } from '#content';
import { Empty } from '../../lab/Empty.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './CaseCard.module.css';

export function CaseCard({ one, shown }: { readonly one: ClinicCase; readonly shown: boolean }) {
  const t = useTranslations('connackClinic.card');
  return (
    <Panel title={t('title')}>
      {shown ? (
        <dl className={styles.card}>
          <dt>{t('cause')}</dt>
          <dd>{one.cause}</dd>
          <dt>{t('cure')}</dt>
          <dd>{one.cure}</dd>
          <dt>{t('deadEnds')}</dt>
          <dd>
            <ul>
              {one.deadEnds.map((deadEnd) => (
                <li key={deadEnd}>{deadEnd}</li>
              ))}
            </ul>
          </dd>
          <dt>{t('versions')}</dt>
          <dd>{one.versions}</dd>
        </dl>
      ) : (
        <Empty>{t('empty')}</Empty>
      )}
    </Panel>
  );
}
