// The drawing of a chart over time. A chunk of its own: recharts comes with it.
import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { toneColour } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import styles from './chart.module.css';
import { Readable } from './reading/Readable.tsx';
import { pointsAt } from './reading/readingStops.ts';
import { roundTicks } from './spreadLayout.ts';
import type { TimeChartProps, TimeSeries } from './TimeChart.tsx';

// Pixels.
const HEIGHT = 220;
const AXIS = 46;
const SIDE_AXIS = 52;
const MARGIN = { top: 24, right: 12, bottom: 4, left: 0 };
const INSET = { top: MARGIN.top, right: MARGIN.right, bottom: AXIS + MARGIN.bottom, left: SIDE_AXIS };
/** One label on an axis for so many pixels. */
const TICK_EVERY = 90;
const SIDE_TICK_EVERY = 40;
const NAME_ABOVE = -7;
const NAME_BESIDE = 4;
const NAME_GAP = 6;

type Props = Pick<TimeChartProps, 'title' | 'timeAxis' | 'axis' | 'instants' | 'series'>;

export default function TimePlot({ title, timeAxis, axis, instants, series }: Props) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const [box, width] = useWidth<HTMLDivElement>();
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const heights = roundTicks(Math.min(0, ...values), Math.max(1, ...values), (HEIGHT - AXIS) / SIDE_TICK_EVERY);
  const times = roundTicks(0, Math.max(1, ...instants), width / TICK_EVERY);
  const data = instants.map((instant, index) => ({
    instant,
    ...Object.fromEntries(series.map(({ key, values: those }) => [key, those[index] ?? null])),
  }));
  const until = times[times.length - 1] ?? 1;
  const stops = useMemo(() => pointsAt(instants, (instant) => instant / until), [instants, until]);
  const look = { tickLine: false, axisLine: false, tick: { className: styles.tick ?? '' } } as const;
  const number = (value: number) => format.number(value);
  return (
    <div ref={box} className={styles.plot}>
      <p className={styles.sideTitle}>{t('axis', { label: axis.label, unit: axis.unit })}</p>
      <Readable title={title} inset={INSET} axis={timeAxis} stops={stops} series={series} unit={axis.unit}>
        <LineChart width={width} height={HEIGHT} margin={MARGIN} data={data} accessibilityLayer={false} role="img" aria-label={title}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            {...look}
            type="number"
            dataKey="instant"
            domain={[0, until]}
            ticks={[...times]}
            height={AXIS}
            tickFormatter={number}
            label={{
              value: t('axis', { label: timeAxis.label, unit: timeAxis.unit }),
              position: 'insideBottom',
              className: styles.axisTitle ?? '',
            }}
          />
          <YAxis
            {...look}
            type="number"
            domain={[heights[0] ?? 0, heights[heights.length - 1] ?? 1]}
            ticks={[...heights]}
            width={SIDE_AXIS}
            tickFormatter={number}
          />
          {series.map(({ key, tone, dashed = false }) => (
            <Line
              key={key}
              type="stepAfter"
              dataKey={key}
              stroke={toneColour(tone)}
              strokeWidth={2}
              {...(dashed ? { strokeDasharray: '4 3' } : {})}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          {series.map((one) => (
            <Name key={one.key} series={one} instants={instants} />
          ))}
        </LineChart>
      </Readable>
    </div>
  );
}

/** `above`: over the line's highest point. `beside`: where it has come half-way up, on the side that is free. */
function Name({ series, instants }: { readonly series: TimeSeries; readonly instants: readonly number[] }) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const known = series.values.flatMap((value, index) => (value === null ? [] : [{ value, at: instants[index] ?? 0 }]));
  const highest = Math.max(...known.map(({ value }) => value));
  const above = series.nameIs === 'above';
  const place = known.find(({ value }) => (above ? value === highest : value >= highest / 2));
  if (place === undefined) return null;
  const x = toX(place.at) ?? 0;
  const onTheRight = x < area.x + area.width / 2;
  const y = (toY(above ? place.value : highest / 2) ?? 0) + (above ? NAME_ABOVE : NAME_BESIDE);
  return (
    <text className={styles.lineName} x={onTheRight ? x + NAME_GAP : x - NAME_GAP} y={y} textAnchor={onTheRight ? 'start' : 'end'}>
      {series.label}
    </text>
  );
}
