// Said plainly: the codes that the tables have and this broker does not give, and the widespread card that it puts right.
import { useTranslations } from 'use-intl';
import { NEVER_GIVEN } from '#content';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { codeName, meaningOf } from './answers.ts';
import styles from './NeverGivenPanel.module.css';

export function NeverGivenPanel() {
  const t = useTranslations('connackClinic.never');
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <dl className={styles.codes}>
        {NEVER_GIVEN.map(({ version, code, instead }) => (
          <div key={`${version} ${code}`}>
            <dt>{t('code', { code: codeName(code), name: meaningOf(version, code), version })}</dt>
            <dd>{instead}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.myth}>
        <Notice>{t('myth')}</Notice>
      </div>
    </Panel>
  );
}
