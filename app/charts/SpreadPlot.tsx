// The drawing of a spread chart. A chunk of its own: recharts comes with it.
import {
  CartesianGrid,
  Scatter,
  ScatterChart,
  type ScatterShapeProps,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { markPath, toneColour } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import styles from './chart.module.css';
import type { SpreadChartProps, SpreadSeries } from './SpreadChart.tsx';
import { BAND, extent, mean, pile, roundTicks } from './spreadLayout.ts';

// Pixels. A strip holds a line of words, the piled marks and a gap to the next one.
const PILE = 64;
const LINE = 17;
const GAP = 6;
const RADIUS = 4.5;
const AXIS = 46;
const MARGIN = { top: 4, right: 14, bottom: 4, left: 14 };
/** One label on the axis for so many pixels. */
const TICK_EVERY = 90;
/** Narrower plots give the expectation a line of its own. */
const ONE_LINE_FROM = 430;

/** Heights of a strip's parts, and so of the whole strip. */
interface StripShape {
  readonly lines: 1 | 2;
  readonly words: number;
  readonly height: number;
}

function stripShape(width: number): StripShape {
  const lines = width < ONE_LINE_FROM ? 2 : 1;
  const words = lines * LINE + 7;
  return { lines, words, height: words + PILE + GAP };
}

export default function SpreadPlot({ title, axis, series, runNames }: Pick<SpreadChartProps, 'title' | 'axis' | 'series' | 'runNames'>) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const [box, width] = useWidth<HTMLDivElement>();
  const ticks = roundTicks(...extent(series), width / TICK_EVERY);
  const from = ticks[0] ?? 0;
  const to = ticks[ticks.length - 1] ?? 1;
  const strip = stripShape(width);
  const pixelsFor = (value: number) => ((value - from) / (to - from)) * (width - MARGIN.left - MARGIN.right);
  return (
    <div ref={box} className={styles.plot}>
      <ScatterChart
        width={width}
        height={series.length * strip.height + AXIS + MARGIN.top + MARGIN.bottom}
        margin={MARGIN}
        accessibilityLayer={false}
        role="img"
        aria-label={title}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="value"
          domain={[from, to]}
          ticks={[...ticks]}
          height={AXIS}
          tickFormatter={(value: number) => format.number(value)}
          tickLine={false}
          axisLine={false}
          tick={{ className: styles.tick ?? '' }}
          label={{
            value: axis.unit === undefined ? axis.label : t('axis', { label: axis.label, unit: axis.unit }),
            position: 'insideBottom',
            className: styles.axisTitle ?? '',
          }}
        />
        <YAxis type="number" dataKey="height" domain={[0, series.length]} hide />
        {series.map((one, index) => (
          <StripGround key={one.key} series={one} top={series.length - index} strip={strip} />
        ))}
        {series.map((one, index) => (
          <Scatter
            key={one.key}
            data={runMarks(one, series.length - index - 1, runNames, pixelsFor, strip)}
            isAnimationActive={false}
            shape={RunMark}
          />
        ))}
        {series.map((one, index) => (
          <MeanLine key={one.key} values={one.values} top={series.length - index} strip={strip} />
        ))}
      </ScatterChart>
      <p className={styles.key}>{t('spread.band')}</p>
    </div>
  );
}

interface RunMarkData {
  readonly value: number;
  /** In strips from the bottom of the plot. */
  readonly height: number;
  readonly name: string;
  readonly series: SpreadSeries;
}

function runMarks(
  series: SpreadSeries,
  base: number,
  runNames: readonly string[],
  pixelsFor: (value: number) => number,
  strip: StripShape,
): RunMarkData[] {
  const placed = pile(series.values, pixelsFor, 2 * RADIUS);
  const highest = Math.max(1, ...placed.map(({ level }) => level));
  const step = Math.min(2 * RADIUS, (PILE - 2 * RADIUS) / highest);
  return placed.map(({ run, level }) => ({
    value: series.values[run] ?? 0,
    height: base + (GAP + RADIUS + level * step) / strip.height,
    name: runNames[run] ?? '',
    series,
  }));
}

function RunMark({ cx, cy, payload }: ScatterShapeProps) {
  const format = useFormatter();
  const { name, series, value } = payload as RunMarkData;
  return (
    <path
      d={markPath(series.shape, RADIUS)}
      fill={toneColour(series.tone)}
      className={styles.run}
      transform={`translate(${cx ?? 0} ${cy ?? 0})`}
    >
      <title>{`${name}: ${format.number(value)}`}</title>
    </path>
  );
}

/** Name, mean and expectation of a strip, its base line, and the band. */
function StripGround({ series, top, strip }: { readonly series: SpreadSeries; readonly top: number; readonly strip: StripShape }) {
  const t = useTranslations('charts.spread');
  const format = useFormatter();
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const colour = toneColour(series.tone);
  const { expected, values } = series;
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const at = (value: number) => Math.max(area.x, toX(value) ?? 0);
  const upper = toY(top) ?? 0;
  const lower = toY(top - 1) ?? 0;
  return (
    <g>
      <line x1={area.x} x2={area.x + area.width} y1={lower} y2={lower} className={styles.stripLine} />
      <path d={markPath(series.shape, 5)} fill={colour} transform={`translate(${area.x + 6} ${upper + 12})`} />
      <text x={area.x + 18} y={upper + 16} className={styles.label}>
        <tspan className={styles.strong}>{series.label}</tspan>
        <tspan dx="10">{t('runs', { count: values.length, mean: number(mean(values) ?? 0) })}</tspan>
        {expected && (
          <tspan {...(strip.lines === 1 ? { dx: 10 } : { x: area.x + 18, dy: LINE })}>
            {t('expected', { mean: number(expected.mean), spread: number(expected.standardDeviation) })}
          </tspan>
        )}
      </text>
      {expected && (
        <>
          <rect
            x={at(expected.mean - BAND * expected.standardDeviation)}
            width={at(expected.mean + BAND * expected.standardDeviation) - at(expected.mean - BAND * expected.standardDeviation)}
            y={upper + strip.words}
            height={lower - upper - strip.words}
            fill={colour}
            className={styles.band}
          />
          <line
            x1={at(expected.mean)}
            x2={at(expected.mean)}
            y1={upper + strip.words}
            y2={lower}
            stroke={colour}
            className={styles.expected}
          />
        </>
      )}
    </g>
  );
}

function MeanLine({ values, top, strip }: { readonly values: readonly number[]; readonly top: number; readonly strip: StripShape }) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const average = mean(values);
  if (!toX || !toY || average === null) return null;
  const x = toX(average) ?? 0;
  return <line x1={x} x2={x} y1={(toY(top) ?? 0) + strip.words} y2={toY(top - 1) ?? 0} className={styles.mean} />;
}
