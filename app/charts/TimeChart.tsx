// Quantities of one unit over time, a stepped line for each: what was read stays so until the next reading. The lines bear their names.
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Tone } from '../ui/Mark.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './chart.module.css';
import type { ChartTable } from './chartTable.ts';

const TimePlot = lazy(() => import('./TimePlot.tsx'));

export interface TimeSeries {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  /** For what is worked out, not read. */
  readonly dashed?: boolean;
  /** Where the name stands: over the line's highest point, or beside its way up. */
  readonly nameIs: 'above' | 'beside';
  /** One for each instant; `null`: none yet. */
  readonly values: readonly (number | null)[];
}

export interface TimeAxis {
  readonly label: string;
  readonly unit: string;
}

export interface TimeChartProps {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly timeAxis: TimeAxis;
  readonly axis: TimeAxis;
  /** Rising, in the unit of the time axis. */
  readonly instants: readonly number[];
  readonly series: readonly TimeSeries[];
  readonly empty?: ReactNode;
}

export function TimeChart({ title, sentence, timeAxis, axis, instants, series, empty }: TimeChartProps) {
  const t = useTranslations('charts');
  const table: ChartTable = {
    columns: [
      { key: 'time', head: timeAxis.label, unit: timeAxis.unit },
      ...series.map(({ key, label }) => ({ key, head: label, unit: axis.unit })),
    ],
    rows: instants.map((instant, index) => [instant, ...series.map(({ values }) => values[index] ?? null)]),
  };
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty}>
      <Suspense fallback={<p className={styles.waiting}>{t('drawing')}</p>}>
        <TimePlot title={title} timeAxis={timeAxis} axis={axis} instants={instants} series={series} />
      </Suspense>
    </ChartFigure>
  );
}
