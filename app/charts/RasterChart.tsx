// What happened to many over time: a row each, a mark for each thing that happened, on a canvas, because there are far more marks than a drawing of elements bears. Its text equivalent is the
// sentence and the table, which the caller bounds.
import type { ReactNode } from 'react';
import type { MarkShape, Tone } from '../ui/Mark.tsx';
import type { ChartMark } from './BinChart.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import type { ChartTable } from './chartTable.ts';
import { RasterPlot } from './RasterPlot.tsx';
import type { RasterPoints } from './rasterPixels.ts';

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

export function RasterChart({ title, sentence, table, empty, ...plot }: RasterChartProps) {
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty} isCanvas>
      <RasterPlot title={title} {...plot} />
    </ChartFigure>
  );
}
