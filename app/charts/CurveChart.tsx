// Curves of one quantity over another, on linear or logarithmic axes, with the reader's own setting marked. The curves are named on the drawing.
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Tone } from '../ui/Mark.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './chart.module.css';
import type { ChartTable } from './chartTable.ts';

const CurvePlot = lazy(() => import('./CurvePlot.tsx'));

export interface CurveAxis {
  readonly label: string;
  readonly unit?: string;
  readonly scale: 'linear' | 'logarithmic';
  /** Ends of the axis; on a logarithmic one above 0. What lies beyond is not drawn, but stands in the table. */
  readonly from: number;
  readonly to: number;
}

export interface Curve {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly dashed?: boolean;
  /** Where along its drawn part the name stands, 0 (left) to 1, and on which side. Default 1, above. */
  readonly nameAt?: number;
  readonly nameIs?: 'above' | 'below';
  /** On which side of that place the name stands: left of a rising curve, above it, say. Default: the side with more room. */
  readonly nameSide?: 'left' | 'right';
  /** Measured here and there: a dot at each value, and a line through them. */
  readonly isMeasured?: boolean;
  /** One for each x; `null`: none. */
  readonly values: readonly (number | null)[];
}

export interface CurveChartProps {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly xAxis: CurveAxis;
  readonly yAxis: CurveAxis;
  /** Rising. */
  readonly xs: readonly number[];
  readonly curves: readonly Curve[];
  /** The reader's own setting; `null`: it is not on this chart. Beyond an axis's end it stands at the edge. */
  readonly own: { readonly x: number; readonly y: number; readonly label: string } | null;
  readonly empty?: ReactNode;
}

export function CurveChart({ title, sentence, xAxis, yAxis, xs, curves, own, empty }: CurveChartProps) {
  const t = useTranslations('charts');
  const unitOf = ({ unit }: CurveAxis) => (unit === undefined ? {} : { unit });
  const table: ChartTable = {
    columns: [
      { key: 'x', head: xAxis.label, ...unitOf(xAxis) },
      ...curves.map(({ key, label }) => ({ key, head: label, ...unitOf(yAxis) })),
    ],
    rows: xs.map((x, index) => [x, ...curves.map(({ values }) => values[index] ?? null)]),
  };
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty}>
      <Suspense fallback={<p className={styles.waiting}>{t('drawing')}</p>}>
        <CurvePlot title={title} xAxis={xAxis} yAxis={yAxis} xs={xs} curves={curves} own={own} />
      </Suspense>
    </ChartFigure>
  );
}
