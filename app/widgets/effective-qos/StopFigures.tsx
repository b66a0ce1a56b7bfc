// The emergency stop up to the playhead: what the panel sent, what the cut took, what the broker passed on, how often the controller acted.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Microseconds } from '#simulations';
import type { RunView } from '#simulations/worker';
import { DataTable } from '../../ui/DataTable.tsx';
import { stopStoryAt } from './stop.ts';

export function StopFigures({ run, at }: { readonly run: RunView; readonly at: Microseconds }) {
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
