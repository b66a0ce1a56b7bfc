// The drawing of a spread chart. A chunk of its own: recharts comes with it.

import { CartesianGrid, ScatterChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { markPath, toneColour } from '../ui/Mark.tsx';
import styles from './chart.module.css';
import type { SpreadChartProps, SpreadSeries } from './SpreadChart.tsx';
import { BAND, extent, mean, pile, roundTicks } from './spreadLayout.ts';
import { useWidth } from './useWidth.ts';

const STRIP = 92;
const AXIS = 46;
const RADIUS = 4.5;
const MARGIN = { top: 4, right: 14, bottom: 4, left: 14 };
/** Room for words in a strip above its marks. */
const WORDS = 24;
const LEVELS = Math.floor((STRIP - WORDS - 8) / (2 * RADIUS));

export default function SpreadPlot({ title, axis, series, runNames }: Pick<SpreadChartProps, 'title' | 'axis' | 'series' | 'runNames'>) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const [box, width] = useWidth<HTMLDivElement>();
  const ticks = roundTicks(...extent(series), width / 90);
  const domain: [number, number] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  const label = axis.unit === undefined ? axis.label : t('axis', { label: axis.label, unit: axis.unit });
  return (
    <div ref={box} className={styles.plot}>
      <ScatterChart
        width={width}
        height={series.length * STRIP + AXIS + MARGIN.top + MARGIN.bottom}
        margin={MARGIN}
        accessibilityLayer={false}
        role="img"
        title={title}
      >
        <CartesianGrid horizontal={false} className={styles.grid} />
        <XAxis
          type="number"
          dataKey="value"
          domain={domain}
          ticks={[...ticks]}
          height={AXIS}
          tickFormatter={(value: number) => format.number(value)}
          tickLine={false}
          axisLine={false}
          interval="preserveStartEnd"
          tick={{ className: styles.tick }}
          label={{ value: label, position: 'insideBottom', className: styles.axisTitle ?? '' }}
        />
        <YAxis type="number" dataKey="strip" domain={[0, series.length]} hide />
        {series.map((one, index) => (
          <StripMarks key={one.key} series={one} from={series.length - index} runNames={runNames} />
        ))}
      </ScatterChart>
      <p className={styles.key}>{t('spread.band')}</p>
    </div>
  );
}

/** One strip, from its top at `from` down to `from - 1`. */
function StripMarks({
  series,
  from,
  runNames,
}: {
  readonly series: SpreadSeries;
  readonly from: number;
  readonly runNames: readonly string[];
}) {
  const t = useTranslations('charts.spread');
  const format = useFormatter();
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const x = (value: number) => toX(value) ?? 0;
  const top = toY(from) ?? 0;
  const base = (toY(from - 1) ?? 0) - RADIUS - 6;
  const colour = toneColour(series.tone);
  const { expected, values } = series;
  const average = mean(values);
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <g>
      <line x1={area.x} x2={area.x + area.width} y1={base + RADIUS + 6} y2={base + RADIUS + 6} className={styles.stripLine} />
      <path d={markPath(series.shape, 5)} fill={colour} transform={`translate(${area.x + 6} ${top + 12})`} />
      <text x={area.x + 18} y={top + 16} className={styles.label}>
        <tspan className={styles.strong}>{series.label}</tspan>
        <tspan dx="10">{t('runs', { count: values.length, mean: number(average ?? 0) })}</tspan>
        {expected && (
          <tspan dx="10">{t('expected', { mean: number(expected.mean), spread: number(BAND * expected.standardDeviation) })}</tspan>
        )}
      </text>
      {expected && (
        <Band
          x1={x(expected.mean - BAND * expected.standardDeviation)}
          x2={x(expected.mean + BAND * expected.standardDeviation)}
          middle={x(expected.mean)}
          top={top + WORDS}
          base={base + RADIUS}
          colour={colour}
        />
      )}
      {pile(values, x, 2 * RADIUS, LEVELS).map(({ run, x: at, level }) => (
        <path
          key={run}
          d={markPath(series.shape, RADIUS)}
          fill={colour}
          className={styles.run}
          transform={`translate(${at} ${base - level * 2 * RADIUS})`}
        >
          <title>{`${runNames[run] ?? ''}: ${number(values[run] ?? 0)}`}</title>
        </path>
      ))}
      {average !== null && <line x1={x(average)} x2={x(average)} y1={top + WORDS} y2={base + RADIUS + 6} className={styles.mean} />}
    </g>
  );
}

interface BandProps {
  readonly x1: number;
  readonly x2: number;
  readonly middle: number;
  readonly top: number;
  readonly base: number;
  readonly colour: string;
}

function Band({ x1, x2, middle, top, base, colour }: BandProps) {
  return (
    <>
      <rect x={x1} width={Math.max(0, x2 - x1)} y={top} height={base - top} fill={colour} className={styles.band} />
      <line x1={middle} x2={middle} y1={top} y2={base} stroke={colour} className={styles.expected} />
    </>
  );
}
