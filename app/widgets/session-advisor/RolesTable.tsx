// The decision table: seven roles, each a button that answers the questions, with what the answers given so far have in common with it.
import { useTranslations } from 'use-intl';
import { QUESTIONS, type Role } from '#content';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './RolesTable.module.css';
import type { Reckoned, Resemblance } from './reckoning.ts';

export interface RolesTableProps {
  readonly reckoned: Reckoned;
  readonly onChoose: (role: Role) => void;
}

const COLUMNS = ['session', 'likeness', 'why', 'id', 'keeps', 'senders'] as const;

export function RolesTable({ reckoned, onChoose }: RolesTableProps) {
  const t = useTranslations('sessionAdvisor.table');
  const { nearest } = reckoned;
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <DataTable
        caption={t('title')}
        corner={t('role')}
        columns={COLUMNS.map((key) => ({ key, head: t(`heads.${key}`) }))}
        rows={reckoned.rows.map((row) => ({
          key: row.role.id,
          marked: row.differs.length === 0,
          head: (
            <Button kind="quiet" className={styles.role} aria-pressed={row.differs.length === 0} onClick={() => onChoose(row.role)}>
              {row.role.title}
            </Button>
          ),
          cells: {
            session: (
              <>
                <strong>{t(`sessions.${row.role.row.session}`)}</strong>
                {row.role.verdict === 'conditional' && <span className={styles.differs}>{t('conditional')}</span>}
              </>
            ),
            why: row.role.row.why,
            id: t(`ids.${row.advice.clientId}`),
            keeps: t(row.advice.disk === 'everyChange' ? 'keeps.disk' : row.advice.queue ? 'keeps.messages' : 'keeps.nothing'),
            senders: t(`senders.${row.advice.senders}`),
            likeness: <Likeness row={row} />,
          },
        }))}
      />
      {nearest !== null && (
        <p className={styles.told}>
          <strong>{t(nearest.differs.length === 0 ? 'told.same' : 'told.near', { role: nearest.role.title })}</strong> {nearest.role.told}
        </p>
      )}
    </Panel>
  );
}

function Likeness({ row }: { readonly row: Resemblance }) {
  const t = useTranslations('sessionAdvisor.table');
  if (row.differs.length === 0) return <strong>{t('likeness.same')}</strong>;
  const options = row.differs.flatMap((name) => {
    const question = QUESTIONS.find((one) => one.name === name);
    return (
      question?.options.filter(({ value }) => value === row.role.answers[name]).map(({ short }) => `${t(`asked.${name}`)}: ${short}`) ?? []
    );
  });
  return (
    <>
      {t('likeness.differs', { count: row.differs.length })}
      {row.differs.length <= 2 && <span className={styles.differs}>{options.join('; ')}</span>}
    </>
  );
}
