// The set-up of a case in sight: what is wrong, what CONNECT says, what mosquitto.conf says. What a mend has changed is marked.
import { useTranslations } from 'use-intl';
import { caseSetting } from '#content';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Chosen } from './knobs.ts';
import styles from './SetUp.module.css';
import { useConnectRows } from './useConnectRows.ts';

export function SetUp({ chosen: { one, version, mend } }: { readonly chosen: Chosen }) {
  const t = useTranslations('connackClinic.setUp');
  const rowsOf = useConnectRows(version);
  const broken = caseSetting(one, version, null);
  const setting = caseSetting(one, version, mend);
  const before = new Map(rowsOf(broken).map(({ key, value }) => [key, value]));
  const linesBefore = new Set(broken.config);
  const { inside = [], brokerFiles, brokerDown = false, connectsTwice = false } = setting;
  const changed = <span className={styles.changed}>{t('changed')}</span>;
  return (
    <Panel title={one.title}>
      <p className={styles.complaint}>{one.complaint}</p>
      {brokerDown && <Notice>{t('down')}</Notice>}
      <div className={styles.sides}>
        <div>
          <DataTable
            caption={t('caption')}
            corner={t('connect')}
            columns={[{ key: 'value', head: t('value') }]}
            rows={rowsOf(setting).map(({ key, head, value }) => {
              const differs = before.get(key) !== value;
              return {
                key,
                head,
                marked: differs,
                cells: {
                  value: differs ? (
                    <>
                      {value} {changed}
                    </>
                  ) : (
                    value
                  ),
                },
              };
            })}
          />
          {inside.length > 0 && <p className={styles.fact}>{t('inside', { ids: inside.join(', ') })}</p>}
          {connectsTwice && <p className={styles.fact}>{t('twice')}</p>}
        </div>
        <div>
          <h3 className={styles.head}>{t('config')}</h3>
          <ul className={styles.config}>
            {['listener 1883', ...setting.config].map((line) => (
              <li key={line}>
                <code>{line}</code> {line !== 'listener 1883' && !linesBefore.has(line) && changed}
              </li>
            ))}
          </ul>
          {brokerFiles !== undefined && <p className={styles.fact}>{t('fileHint')}</p>}
        </div>
      </div>
    </Panel>
  );
}
