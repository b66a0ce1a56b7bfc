// Many runs against what was expected of one: a strip of marks for each series over the band that most runs should fall into.
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { MarkShape, Tone } from '../ui/Mark.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './chart.module.css';
import type { ChartTable } from './chartTable.ts';
import type { Strip } from './spreadLayout.ts';

const SpreadPlot = lazy(() => import('./SpreadPlot.tsx'));

export interface SpreadSeries extends Strip {
  readonly tone: Tone;
  readonly shape: MarkShape;
}

export interface SpreadChartProps {
  readonly title: string;
  readonly sentence: ReactNode;
  /** What is counted: `Duplicates`, `messages`. */
  readonly axis: { readonly label: string; readonly unit?: string };
  readonly series: readonly SpreadSeries[];
  /** What tells the runs apart, one for each value: `seed 7`. */
  readonly runNames: readonly string[];
  readonly empty?: ReactNode;
}

export function SpreadChart({ title, sentence, axis, series, runNames, empty }: SpreadChartProps) {
  const t = useTranslations('charts');
  const table: ChartTable = {
    columns: [
      { key: 'run', head: t('spread.run') },
      ...series.map(({ key, label }) => ({ key, head: label, ...(axis.unit === undefined ? {} : { unit: axis.unit }) })),
    ],
    rows: runNames.map((name, run) => [name, ...series.map(({ values }) => values[run] ?? null)]),
  };
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty}>
      <Suspense fallback={<p className={styles.waiting}>{t('drawing')}</p>}>
        <SpreadPlot title={title} axis={axis} series={series} runNames={runNames} />
      </Suspense>
    </ChartFigure>
  );
}
