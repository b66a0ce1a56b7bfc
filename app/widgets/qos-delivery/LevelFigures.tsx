// The figures of the three levels as they stand at the playhead.
import { useFormatter, useTranslations } from 'use-intl';
import { type DeviceFigures, type Microseconds, toSeconds } from '#simulations';
import { EnergyComparison } from '../../bench/energy/EnergyParts.tsx';
import { Empty } from '../../lab/Empty.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { FIGURES } from './figures.ts';
import styles from './LevelFigures.module.css';
import { LevelName } from './LevelName.tsx';
import { useQuantity } from './useQuantity.ts';

/** Four columns beside a stage leave little room for names. */
const SHORT = {
  packets: 'figures.short.packets',
  bytes: 'figures.short.bytes',
  settled: 'figures.short.settled',
  energyPercent: 'figures.short.energyPercent',
} as const;

export interface LevelFiguresProps {
  /** One for each level, or `null` before anything is known. */
  readonly figures: readonly DeviceFigures[] | null;
  readonly at: Microseconds | null;
}

export function LevelFigures({ figures, at }: LevelFiguresProps) {
  const t = useTranslations('qosDelivery');
  const format = useFormatter();
  const quantity = useQuantity();
  const seconds = at === null ? '–' : format.number(toSeconds(at), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const levels = figures ?? [];
  const [qos0] = levels;
  const columns = levels.map(({ qos }) => ({ key: `qos${qos}`, head: <LevelName qos={qos} />, align: 'end' as const }));
  const rows = FIGURES.map((figure) => ({
    key: figure.name,
    head: t(figure.name in SHORT ? SHORT[figure.name as keyof typeof SHORT] : `figures.${figure.name}`),
    cells: Object.fromEntries(
      levels.map((level) => {
        const value = qos0 === undefined ? null : figure.ofRun(level, qos0);
        return [`qos${level.qos}`, value === null ? t('figures.notYet') : quantity(figure, value)];
      }),
    ),
  }));
  return (
    <Panel title={t('figures.title')} aside={at === null ? undefined : t('figures.at', { seconds })}>
      {figures === null ? (
        <Empty>{t('figures.empty')}</Empty>
      ) : (
        <>
          <DataTable caption={t('figures.caption', { seconds })} columns={columns} rows={rows} />
          <Details summary={t('figures.energyParts')}>
            <p className={styles.lead}>{t('figures.energyPartsText')}</p>
            <div className={styles.comparison}>
              <EnergyComparison
                devices={levels.map(({ qos, energyMillijoules }) => ({
                  key: `qos${qos}`,
                  name: <LevelName qos={qos} />,
                  energy: energyMillijoules,
                }))}
              />
            </div>
          </Details>
        </>
      )}
    </Panel>
  );
}
