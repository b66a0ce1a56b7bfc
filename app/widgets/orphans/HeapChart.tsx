// The broker's heap while orphans pile up: as the broker counts it, and by the formula.
import { useFormatter, useTranslations } from 'use-intl';
import { TimeChart } from '../../charts/TimeChart.tsx';
import type { Reading } from './story.ts';

const KILO = 1_000;

export function HeapChart({ readings }: { readonly readings: readonly Reading[] }) {
  const t = useTranslations('orphans.heap');
  const format = useFormatter();
  const most = Math.max(0, ...readings.map(({ growth }) => growth));
  const last = readings.at(-1)?.growth ?? 0;
  const kilobytes = (bytes: number) => format.number(bytes / KILO, { maximumFractionDigits: 1 });
  return (
    <TimeChart
      title={t('title')}
      sentence={t(last < most / 2 ? 'cameBack' : 'stays', { most: kilobytes(most), last: kilobytes(last) })}
      timeAxis={{ label: t('time'), unit: 's' }}
      axis={{ label: t('growth'), unit: 'kB' }}
      instants={readings.map(({ seconds }) => Math.round(seconds * 10) / 10)}
      series={[
        { key: 'seen', label: t('seen'), tone: 'broker', nameIs: 'above', values: readings.map(({ growth }) => growth / KILO) },
        {
          key: 'formula',
          label: t('byFormula'),
          tone: 'ink',
          dashed: true,
          nameIs: 'beside',
          values: readings.map(({ byFormula }) => byFormula / KILO),
        },
      ]}
      empty={t('empty')}
    />
  );
}
