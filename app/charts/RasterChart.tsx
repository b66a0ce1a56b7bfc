// What happened to many over time: a row each, a mark for each thing that happened, on a canvas, because there are far more marks than a drawing of elements bears. Its text equivalent is the
// sentence and the table.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Mark, type MarkShape, type Tone } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import type { ChartMark } from './BinChart.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './chart.module.css';
import type { ChartTable } from './chartTable.ts';
import { drawRaster, type RasterPoints } from './drawRaster.ts';
import { roundTicks } from './spreadLayout.ts';
import { useThemeChange } from './useThemeChange.ts';

// Pixels.
const MOST_HEIGHT = 260;
const ROW_HEIGHT = 12;
const TICK_EVERY = 80;

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
  readonly rows: number;
  readonly points: RasterPoints;
  /** By their number in `points`. */
  readonly kinds: readonly RasterKind[];
  readonly from: number;
  readonly to: number;
  readonly marks?: readonly ChartMark[];
  readonly table: ChartTable;
  readonly empty?: ReactNode;
}

export function RasterChart({ title, sentence, table, empty, ...drawing }: RasterChartProps) {
  return (
    <ChartFigure title={title} sentence={sentence} table={table} empty={empty} isCanvas>
      <Drawing title={title} {...drawing} />
    </ChartFigure>
  );
}

type DrawingProps = Omit<RasterChartProps, 'sentence' | 'table' | 'empty'>;

function Drawing({ title, timeAxis, rowsLabel, rows, points, kinds, from, to, marks = [] }: DrawingProps) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChange();
  const height = Math.min(MOST_HEIGHT, Math.max(2, rows) * ROW_HEIGHT);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are looked up while drawing.
  useEffect(() => {
    if (canvas.current !== null) drawRaster(canvas.current, { width, height, rows, points, kinds, from, to, marks });
  }, [width, height, rows, points, kinds, from, to, marks, theme]);
  const span = to - from || 1;
  const ticks = roundTicks(from, to, width / TICK_EVERY).filter((tick) => tick >= from && tick <= to);
  return (
    <div ref={box} className={styles.plot}>
      <ul className={styles.kinds} id={`${id}key`}>
        {kinds.map(({ key, label, tone, shape }) => (
          <li key={key}>
            <Mark shape={shape} tone={tone} /> {label}
          </li>
        ))}
      </ul>
      <p className={styles.sideTitle}>{rowsLabel}</p>
      <canvas
        ref={canvas}
        className={styles.raster}
        style={{ width, height }}
        role="img"
        aria-label={title}
        aria-describedby={`${id}key`}
      />
      <div className={styles.rasterTicks} aria-hidden="true">
        {ticks.map((tick) => {
          const share = (tick - from) / span;
          return (
            <span
              key={tick}
              data-end={share > 0.95 || undefined}
              data-start={share < 0.03 || undefined}
              style={{ left: `${share * 100}%` }}
            >
              {format.number(tick)}
            </span>
          );
        })}
      </div>
      <p className={styles.rasterAxis}>{t('axis', { label: timeAxis.label, unit: timeAxis.unit })}</p>
    </div>
  );
}
