// What came out: the commands and how long they waited, the wake-ups, and how long a battery would bear them.
import { useFormatter, useTranslations } from 'use-intl';
import { SLEEPING_DEVICE, toMilliseconds } from '#simulations';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { BATTERY_MILLIAMP_HOURS, endurance, storyOf } from './story.ts';

export function Figures({ result, view, whole }: OutcomePartProps) {
  const t = useTranslations('sleepingDevice.figures');
  const format = useFormatter();
  const seconds = (valueMs: number) => t('seconds', { seconds: format.number(valueMs / 1_000, { maximumFractionDigits: 1 }) });
  const outcome = () => {
    if (result === null) return <Empty>{t('empty')}</Empty>;
    const row = (key: string, head: string, value: string) => ({ key, head, cells: { value } });
    const soFar = row(
      'soFar',
      t('soFar'),
      t('count', { count: view?.clients.find(({ client }) => client === SLEEPING_DEVICE)?.received ?? 0 }),
    );
    if (whole === null) return table([soFar, row('rest', t('rest'), t('atTheEnd'))]);
    const { sent, got, meanWaitMs, wakeUps, found, subscribes, energy, round } = storyOf(whole);
    const lasts = energy === null ? null : endurance(energy, toMilliseconds(result.endsAt));
    return table([
      soFar,
      row('commands', t('commands'), t('of', { got, of: sent })),
      row('wait', t('wait'), meanWaitMs === null ? t('none') : seconds(meanWaitMs)),
      row('wakeUps', t('wakeUps'), t('count', { count: wakeUps })),
      row('found', t('found'), t('of', { got: found, of: wakeUps })),
      row('subscribes', t('subscribes'), t('count', { count: subscribes })),
      ...(round === null
        ? []
        : [row('awake', t('awake'), t('awakeOf', { awake: seconds(round.awakeMs), period: seconds(round.periodMs) }))]),
      ...(lasts === null
        ? []
        : [
            row('current', t('current'), t('milliamps', { milliamps: lasts.milliamps })),
            row('days', t('days', { capacity: BATTERY_MILLIAMP_HOURS }), t('daysOf', { days: lasts.days })),
          ]),
    ]);
  };
  const table = (rows: Parameters<typeof DataTable>[0]['rows']) => (
    <DataTable caption={t('caption')} columns={[{ key: 'value', head: t('value'), align: 'end' }]} rows={rows} />
  );
  return <Panel title={t('title')}>{outcome()}</Panel>;
}
