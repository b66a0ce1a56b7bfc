// What came out of the whole run: sessions, copies that wait in them, what the device got, and the heap. Before its end: what there is at the playhead.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ORPHAN_BYTES, orphanMemory, RANDOM_IDS_CLIENTS } from '#simulations';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Figures.module.css';
import { HeapChart } from './HeapChart.tsx';
import { heldOf, type Story, storyOf } from './story.ts';

type RowName = 'starts' | 'ids' | 'most' | 'atEnd' | 'published' | 'copies' | 'got';

export function Figures({ result, view, whole }: OutcomePartProps) {
  const t = useTranslations('orphans.figures');
  const format = useFormatter();
  const code = (text: ReactNode) => <code>{text}</code>;
  const soFar = () => {
    const { sessions, copies } = heldOf(view?.broker.sessions ?? []);
    const got = view?.clients.find(({ client }) => client === RANDOM_IDS_CLIENTS.device)?.received ?? 0;
    return <Empty>{t('soFar', { sessions, copies, got })}</Empty>;
  };
  const told = (story: Story) => {
    const { most } = story;
    const row = (name: RowName, value: number) => ({ key: name, head: t(`row.${name}`), cells: { value: format.number(value) } });
    return (
      <div className={styles.outcome}>
        {story.cut && <Notice kind="incomparable">{t('cut')}</Notice>}
        <DataTable
          caption={t('caption')}
          columns={[{ key: 'value', head: t('run'), align: 'end' }]}
          rows={[
            row('starts', story.starts),
            row('ids', story.ids),
            row('most', most.sessions),
            row('atEnd', story.atEnd),
            row('published', story.published),
            row('copies', most.copies),
            row('got', story.got),
          ]}
        />
        <HeapChart readings={story.readings} />
        {story.readings.length > 0 && (
          <p className={styles.formula}>
            {t.rich('formula', {
              ...ORPHAN_BYTES,
              sessions: most.sessions,
              copies: most.copies,
              messages: most.messages,
              payload: most.payloadBytes,
              bytes: Math.round(orphanMemory(most)),
              code,
            })}
          </p>
        )}
      </div>
    );
  };
  return (
    <Panel title={t('title')}>{result === null ? <Empty>{t('empty')}</Empty> : whole === null ? soFar() : told(storyOf(whole))}</Panel>
  );
}
