// What happened to many over time: a row each, a mark for each thing that happened, on a canvas, because there are far more marks than a drawing of elements bears. Its text equivalent is the
// sentence and the table, which the caller bounds.
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { MarkShape, Tone } from '../ui/Mark.tsx';
import type { ChartMark } from './BinChart.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './chart.module.css';
import type { ChartTable } from './chartTable.ts';
import { RasterPlot } from './RasterPlot.tsx';
import type { RasterPoints } from './rasterPixels.ts';
import { useInTurn } from './useInTurn.ts';

export interface RasterKind {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly shape: MarkShape;
}

export interface RasterChartProps {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly timeAxis: { readonly label: string; readonly unit: string };
  /** What a row is: `devices`. */
  readonly rowsLabel: string;
  /** Up to 400. */
  readonly rows: number;
  /** Up to 200,000. `row` from 0. Drawn again when this object is another one. */
  readonly points: RasterPoints;
  /** By their number in `points`. The first lies on top. */
  readonly kinds: readonly RasterKind[];
  /** Ends of the time axis; what lies beyond is not drawn. */
  readonly from: number;
  readonly to: number;
  readonly marks?: readonly ChartMark[];
  readonly table: ChartTable;
  readonly empty?: ReactNode;
}

export function RasterChart(props: RasterChartProps) {
  const t = useTranslations('charts');
  const inTurn = useInTurn(props);
  return inTurn === null ? <p className={styles.waiting}>{t('drawing')}</p> : <Drawn given={inTurn} />;
}

/** Not drawn again while a newer one waits for its turn. */
const Drawn = memo(function Drawn({ given: { title, sentence, table, empty, ...plot } }: { readonly given: RasterChartProps }) {
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty} isCanvas>
      <RasterPlot title={title} {...plot} />
    </ChartFigure>
  );
});
