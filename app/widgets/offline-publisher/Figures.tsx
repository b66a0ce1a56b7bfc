// What became of the readings, and beside it what the device's buffer had to hold by its own arithmetic.
import { useFormatter, useTranslations } from 'use-intl';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DASHBOARD, LOSSES, storyOf } from './story.ts';

export function Figures({ result, view, whole }: OutcomePartProps) {
  const t = useTranslations('offlinePublisher.figures');
  const format = useFormatter();
  const seconds = (valueMs: number) => t('seconds', { seconds: format.number(valueMs / 1_000, { maximumFractionDigits: 1 }) });
  const outcome = () => {
    if (result === null) return <Empty>{t('empty')}</Empty>;
    const received = view?.clients.find(({ client }) => client === DASHBOARD)?.received ?? 0;
    const row = (key: string, head: string, value: string) => ({ key, head, cells: { value } });
    const count = (value: number) => t('count', { count: value });
    const soFar = row('soFar', t('soFar'), count(received));
    if (whole === null) return table([soFar, row('rest', t('rest'), t('atTheEnd'))]);
    const story = storyOf(whole, result.scenario);
    const buffer = result.scenario.programs?.[0]?.offlineBuffer ?? null;
    return table([
      soFar,
      row('made', t('made'), count(story.made)),
      row('meanwhile', t('meanwhile'), t('of', { got: story.arrivedMeanwhile, of: story.madeMeanwhile })),
      ...LOSSES.filter((loss) => story.fates[loss] > 0).map((loss) => row(loss, t(`lost.${loss}`), count(story.fates[loss]))),
      ...(story.fates.waits > 0 ? [row('waits', t('waits'), count(story.fates.waits))] : []),
      row('copies', t('copies'), count(story.copies)),
      row('order', t('order'), t('inOrder', { inOrder: String(story.inOrder) })),
      ...(story.noticedAfterMs === null ? [] : [row('noticed', t('noticed'), seconds(story.noticedAfterMs))]),
      ...(story.caughtUpAfterMs === null ? [] : [row('caughtUp', t('caughtUp'), seconds(story.caughtUpAfterMs))]),
      ...(buffer === null ? [] : [row('buffer', t('buffer'), t('of', { got: story.mostBuffered, of: buffer.slots }))]),
      row('command', t('command'), t('arrived', { arrived: String(story.gotCommand) })),
    ]);
  };
  const table = (rows: Parameters<typeof DataTable>[0]['rows']) => (
    <DataTable caption={t('caption')} columns={[{ key: 'value', head: t('value'), align: 'end' }]} rows={rows} />
  );
  return <Panel title={t('title')}>{outcome()}</Panel>;
}
