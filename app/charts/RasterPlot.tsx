// The drawing of a raster: its key, the canvas, and around it, as text of the page, names of instants, rows and ticks.
import { useEffect, useId, useMemo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Mark, toneColour } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import { headHeight, LINE_HEIGHT, PLOT_SIDES, placeInstants } from './binLayout.ts';
import styles from './chart.module.css';
import { drawRaster } from './drawRaster.ts';
import type { RasterChartProps, RasterKind } from './RasterChart.tsx';
import { countKinds } from './rasterCounts.ts';
import { blockOf, rasterShape } from './rasterLayout.ts';
import { Readable } from './reading/Readable.tsx';
import { stretchesBetween } from './reading/readingStops.ts';
import { roundTicks } from './spreadLayout.ts';
import { useThemeChange } from './useThemeChange.ts';

// Pixels.
const TICK_EVERY = 80;
/** Between the names of instants and the rows. */
const HEAD_GAP = 4;
/** Rows so high together have the number of the first too. */
const ROOM_FOR_FIRST = 40;
/** Of a row whose blocks are as large as the marks of a key. */
const KEY_ROW = 10;
/** In so many stretches its marks are counted where it is read. */
const STRETCHES = 120;
const NO_MARKS: NonNullable<RasterChartProps['marks']> = [];

type Props = Omit<RasterChartProps, 'sentence' | 'table' | 'empty'>;

export function RasterPlot({ title, timeAxis, rowsLabel, rows, points, kinds, from, to, marks = NO_MARKS }: Props) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChange();
  const { left, right } = PLOT_SIDES;
  const { instants, shape } = useMemo(() => {
    const toX = (at: number) => left + ((at - from) / (to - from || 1)) * (width - left - right);
    const placed = placeInstants(
      marks.filter(({ at }) => at >= from && at <= to),
      toX,
      width,
    );
    return { instants: placed, shape: rasterShape({ width, head: headHeight(placed) + HEAD_GAP, rows, points: points.at.length }) };
  }, [marks, from, to, width, rows, points.at.length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours and the screen's pixels are looked up while drawing.
  useEffect(() => {
    if (canvas.current === null) return;
    const lines = instants.map(({ x, row }) => ({ x, top: LINE_HEIGHT * row + 4 }));
    drawRaster(canvas.current, { width, shape, rows, points, kinds, from, to, instants: lines });
  }, [width, shape, rows, points, kinds, from, to, instants, theme]);
  const stops = useMemo(
    () => stretchesBetween(Array.from({ length: STRETCHES + 1 }, (_, edge) => from + ((to - from) * edge) / STRETCHES)),
    [from, to],
  );
  const counts = useMemo(() => countKinds(points, kinds.length, { from, to, stretches: STRETCHES }), [points, kinds.length, from, to]);
  const ticks = roundTicks(from, to, width / TICK_EVERY).filter((tick) => tick >= from && tick <= to);
  return (
    <div ref={box} className={styles.plot}>
      <ul className={styles.kinds} id={`${id}key`}>
        {kinds.map((kind) => (
          <li key={kind.key}>
            <KeyMark kind={kind} asBlock={!shape.hasShapes} /> {kind.label}
          </li>
        ))}
      </ul>
      <p className={styles.sideTitle}>{rowsLabel}</p>
      <Readable
        title={title}
        inset={{ ...PLOT_SIDES, top: shape.top, bottom: 0 }}
        axis={timeAxis}
        stops={stops}
        series={kinds.map((kind, index) => ({ ...kind, values: counts[index] ?? [] }))}
      >
        <canvas
          ref={canvas}
          className={styles.raster}
          style={{ width, height: shape.canvasHeight }}
          role="img"
          aria-label={title}
          aria-describedby={`${id}key`}
        />
        <div aria-hidden="true">
          {instants.map(({ at, label, row, nameX, anchor }) => (
            <span
              key={`${at} ${label}`}
              className={styles.rasterName}
              data-anchor={anchor}
              style={{ left: nameX, top: LINE_HEIGHT * row, height: LINE_HEIGHT, lineHeight: `${LINE_HEIGHT}px` }}
            >
              {label}
            </span>
          ))}
          {shape.height >= ROOM_FOR_FIRST && (
            <span className={styles.rowNumber} style={{ top: shape.top, width: left - 8 }}>
              {format.number(1)}
            </span>
          )}
          <span className={styles.rowNumber} style={{ bottom: 0, width: left - 8 }}>
            {format.number(rows)}
          </span>
        </div>
      </Readable>
      <div className={styles.rasterTicks} style={{ marginLeft: left, marginRight: right }} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ left: `${((tick - from) / (to - from || 1)) * 100}%` }}>
            {format.number(tick)}
          </span>
        ))}
      </div>
      <p className={styles.rasterAxis} style={{ paddingLeft: left, paddingRight: right }}>
        {t('axis', { label: timeAxis.label, unit: timeAxis.unit })}
      </p>
    </div>
  );
}

/** As the kind's marks are drawn: a shape, or a block of its proportions. */
function KeyMark({ kind: { shape, tone }, asBlock }: { readonly kind: RasterKind; readonly asBlock: boolean }) {
  if (!asBlock) return <Mark shape={shape} tone={tone} />;
  const { width, height } = blockOf(shape, KEY_ROW);
  return (
    <svg className={styles.keyBlock} viewBox="-4.2 -3.6 8.4 7.2" aria-hidden="true" focusable="false">
      <path d={`M${-width / 2} ${-height / 2}h${width}v${height}h${-width}z`} fill={toneColour(tone)} />
    </svg>
  );
}
