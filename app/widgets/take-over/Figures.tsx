// What the quarrel costs each of the two up to the playhead, and what it would come to in a day at this rate.
import { useFormatter, useTranslations } from 'use-intl';
import { toSeconds } from '#simulations';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { goesOn, RIVALS } from './story.ts';

const DAY_SECONDS = 86_400;
const MINUTE_SECONDS = 60;
const MEGABYTE = 1e6;

export function Figures({ result, view }: OutcomePartProps) {
  const t = useTranslations('takeOver.figures');
  const format = useFormatter();
  const rivals = view?.clients.filter(({ client }) => RIVALS.includes(client)) ?? [];
  const seconds = view === null ? 0 : toSeconds(view.at);
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const columns = rivals.map(({ client }) => ({ key: client, head: client, align: 'end' as const }));
  const row = (key: 'connects' | 'losses' | 'packets' | 'bytes') => ({
    key,
    head: t(key),
    cells: Object.fromEntries(rivals.map((state) => [state.client, format.number(state[key])])),
  });
  const rate = (key: string, of: (state: (typeof rivals)[number]) => number) => ({
    key,
    head: t(key as 'perMinute' | 'perDay'),
    cells: Object.fromEntries(rivals.map((state) => [state.client, seconds > 0 ? one(of(state)) : '–'])),
  });
  const rows = [
    row('connects'),
    row('losses'),
    row('packets'),
    row('bytes'),
    ...(result !== null && goesOn(result.scenario)
      ? [
          // Each connection that is lost brings one more; what the first one takes comes only once.
          rate('perMinute', ({ losses }) => (losses / seconds) * MINUTE_SECONDS),
          rate(
            'perDay',
            ({ bytes, connects, losses }) => (((bytes / Math.max(1, connects)) * losses) / seconds) * (DAY_SECONDS / MEGABYTE),
          ),
        ]
      : []),
  ];
  return (
    <Panel title={t('title')} aside={view === null ? undefined : t('at', { seconds: one(seconds) })}>
      {view === null ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <>
          <DataTable caption={t('caption')} columns={columns} rows={rows} />
          <Empty>{t('leftOut')}</Empty>
        </>
      )}
    </Panel>
  );
}
