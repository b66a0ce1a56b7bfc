// Amounts in bins over time, and levels beside them: a stepped line for each, named on the drawing, with instants marked and a limit where there is one. One path a series, however many bins.
import { lazy, memo, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Tone } from '../ui/Mark.tsx';
import type { BinScale } from './binAxis.ts';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './chart.module.css';
import type { ChartTable } from './chartTable.ts';
import { useInTurn } from './useInTurn.ts';

const BinPlot = lazy(() => import('./BinPlot.tsx'));

export interface BinSeries {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly dashed?: boolean;
  /** `amount`: what came in the bin, drawn as an area. `level`: how it stood, drawn as a line. */
  readonly kind: 'amount' | 'level';
  /** One for each bin, none below 0. */
  readonly values: readonly number[];
}

/** An instant with a name. */
export interface ChartMark {
  readonly at: number;
  readonly label: string;
}

export interface BinChartProps {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly timeAxis: { readonly label: string; readonly unit: string };
  /** Without a unit: things that are counted. */
  readonly axis: { readonly label: string; readonly unit?: string };
  /** Of the value axis. Default `linear`. On a logarithmic one nothing lies on the ground. */
  readonly scale?: BinScale;
  /** The value axis goes at least so far: for charts that are to be held against each other. */
  readonly reaches?: number;
  /** Where the bins begin and end, rising: one more than there are bins. */
  readonly edges: readonly number[];
  readonly series: readonly BinSeries[];
  readonly marks?: readonly ChartMark[];
  /** A height that matters, with its name. */
  readonly limit?: { readonly value: number; readonly label: string };
  readonly empty?: ReactNode;
}

export function BinChart(props: BinChartProps) {
  const t = useTranslations('charts');
  const inTurn = useInTurn(props);
  return inTurn === null ? <p className={styles.waiting}>{t('drawing')}</p> : <Drawn given={inTurn} />;
}

/** Not drawn again while a newer one waits for its turn. */
const Drawn = memo(function Drawn({ given: { title, sentence, empty, ...plot } }: { readonly given: BinChartProps }) {
  const t = useTranslations('charts');
  const { timeAxis, axis, edges, series } = plot;
  const table: ChartTable = {
    columns: [
      { key: 'from', head: t('from', { label: timeAxis.label }), unit: timeAxis.unit },
      ...series.map(({ key, label }) => ({ key, head: label, ...(axis.unit === undefined ? {} : { unit: axis.unit }) })),
    ],
    rows: edges.slice(0, -1).map((edge, bin) => [edge, ...series.map(({ values }) => values[bin] ?? null)]),
  };
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty}>
      <Suspense fallback={<p className={styles.waiting}>{t('drawing')}</p>}>
        <BinPlot title={title} {...plot} />
      </Suspense>
    </ChartFigure>
  );
});
