// What each level costs here, the recommended one marked.
import { useTranslations } from 'use-intl';
import type { QoS } from '#simulations';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Advice.module.css';
import { BATTERY_MILLIAMP_HOURS, type LevelCost } from './costs.ts';
import type { AdvisorValues } from './knobs.ts';
import { LevelName } from './LevelName.tsx';
import { useFigures } from './useFigures.ts';

export interface CostsProps {
  readonly costs: readonly LevelCost[];
  readonly recommended: QoS;
  readonly values: AdvisorValues;
}

export function Costs({ costs, recommended, values }: CostsProps) {
  const t = useTranslations('qosAdvisor.costs');
  const { number, milliseconds, millijoules, days } = useFigures();
  const sleeps = costs.every(({ wakeUp }) => wakeUp !== null);
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('title')}
        corner={t('level')}
        columns={[
          { key: 'packets', head: t('packets'), align: 'end' },
          { key: 'bytes', head: t('bytes'), align: 'end' },
          { key: 'passedOn', head: t('passedOn'), align: 'end' },
          { key: 'done', head: t('done'), align: 'end' },
          ...(sleeps
            ? [
                { key: 'energy', head: t('energy'), align: 'end' as const },
                { key: 'battery', head: t('battery'), align: 'end' as const },
              ]
            : []),
        ]}
        rows={costs.map(({ qos, packets, bytes, passedOnMs, doneMs, wakeUp }) => ({
          key: String(qos),
          head: <LevelName qos={qos} />,
          marked: qos === recommended,
          cells: {
            packets: number(packets),
            bytes: number(Math.round(bytes)),
            passedOn: milliseconds(passedOnMs),
            done: qos === 0 ? t('atOnce') : milliseconds(doneMs),
            ...(wakeUp === null ? {} : { energy: millijoules(wakeUp.millijoules), battery: days(wakeUp.batteryDays) }),
          },
        }))}
      />
      <p className={`${styles.source} ${styles.spaced}`}>
        {t('key')} {sleeps ? t('sleeps', { capacity: BATTERY_MILLIAMP_HOURS }) : t(values.power === 'battery' ? 'noSleep' : 'mains')}
      </p>
    </Panel>
  );
}
