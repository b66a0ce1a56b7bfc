// What came out, up to the playhead: the matrix of nine pairs, or what the controller did. Read from the whole run, so that it fills while the run is played.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type Microseconds, toSeconds } from '#simulations';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { useWholeRun } from '../../lab/useWholeRun.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Matrix.module.css';
import { Matrix } from './Matrix.tsx';
import { hasPairs, pairsAt, tallyOf } from './pairs.ts';
import { stopStoryAt } from './stop.ts';

export function Figures({ result, view }: OutcomePartProps) {
  const t = useTranslations('effectiveQos.figures');
  const format = useFormatter();
  const run = useWholeRun(result);
  const at = view?.at ?? null;
  const matrix = result === null || hasPairs(result.scenario);
  const shown = () => {
    if (result === null || run === null || at === null) return <Empty>{t('empty')}</Empty>;
    return matrix ? <Pairs run={run} at={at} over={at >= result.endsAt} /> : <Stop run={run} at={at} />;
  };
  return (
    <Panel
      title={t(matrix ? 'title' : 'stopTitle')}
      aside={at === null ? undefined : t('at', { seconds: format.number(toSeconds(at), { maximumFractionDigits: 1 }) })}
    >
      {shown()}
    </Panel>
  );
}

type Whole = Parameters<typeof pairsAt>[0];

function Pairs({ run, at, over }: { readonly run: Whole; readonly at: Microseconds; readonly over: boolean }) {
  const t = useTranslations('effectiveQos.figures');
  const pairs = useMemo(() => pairsAt(run, at), [run, at]);
  const { once, repeated, missing } = tallyOf(pairs);
  return (
    <>
      <p className={styles.tally}>
        {t('tally', { once: once.length, repeated: repeated.length, missing: missing.length, over: String(over) })}
      </p>
      <Matrix pairs={pairs} over={over} />
      <p className={styles.key}>{t('key')}</p>
    </>
  );
}

function Stop({ run, at }: { readonly run: Whole; readonly at: Microseconds }) {
  const t = useTranslations('effectiveQos.stop');
  const story = useMemo(() => stopStoryAt(run, at), [run, at]);
  const row = (key: 'sent' | 'passedOn' | 'acted' | 'taken' | 'session', value: string) => ({ key, head: t(key), cells: { value } });
  return (
    <DataTable
      caption={t('caption')}
      columns={[{ key: 'value', head: t('soFar'), align: 'end' }]}
      rows={[
        row('sent', t('packets', { count: story.sent, dup: story.sentWithDup })),
        row('taken', story.taken.length === 0 ? t('nothing') : story.taken.join(', ')),
        row('session', t('found', { found: String(story.foundSession) })),
        row('passedOn', t('packets', { count: story.passedOn, dup: story.passedOnWithDup })),
        row('acted', t('times', { count: story.acted })),
      ]}
    />
  );
}
