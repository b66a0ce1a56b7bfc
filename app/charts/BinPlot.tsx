// The drawing of a chart of bins. A chunk of its own: recharts comes with it.
import { useMemo } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { toneColour } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import type { BinChartProps } from './BinChart.tsx';
import { BinNames } from './BinNames.tsx';
import { binAxis } from './binAxis.ts';
import { headHeight, PLOT_SIDES, placeInstants } from './binLayout.ts';
import styles from './chart.module.css';
import { Readable } from './reading/Readable.tsx';
import { stretchesBetween } from './reading/readingStops.ts';
import { roundTicks } from './spreadLayout.ts';

// Pixels.
const HEIGHT = 210;
const AXIS = 44;
const TICK_EVERY = 80;
const SIDE_TICK_EVERY = 36;
/** Room for a line's name above the plot. */
const SERIES_NAME = 20;
const BELOW = 2;

type Props = Omit<BinChartProps, 'sentence' | 'empty'>;

export default function BinPlot({ title, timeAxis, axis, scale = 'linear', reaches = 0, edges, series, marks = [], limit }: Props) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const [box, width] = useWidth<HTMLDivElement>();
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const toX = (at: number) => PLOT_SIDES.left + ((at - from) / (to - from || 1)) * (width - PLOT_SIDES.left - PLOT_SIDES.right);
  const instants = placeInstants(
    marks.filter(({ at }) => at >= from && at <= to),
    toX,
    width,
  );
  const head = SERIES_NAME + headHeight(instants);
  const values = [reaches, limit?.value ?? 0, ...series.flatMap((one) => one.values)];
  const heights = binAxis(scale, values, (HEIGHT - AXIS) / SIDE_TICK_EVERY, (value, short) =>
    format.number(value, { notation: short ? 'compact' : 'standard' }),
  );
  const ticks = roundTicks(from, to, width / TICK_EVERY).filter((tick) => tick >= from && tick <= to);
  const stops = useMemo(() => stretchesBetween(edges), [edges]);
  // The last value is said again where its bin ends.
  const data = edges.map((edge, bin) => ({
    edge,
    ...Object.fromEntries(series.map((one) => [one.key, heights.at(one.values[Math.min(bin, one.values.length - 1)] ?? 0)])),
  }));
  const look = { tickLine: false, axisLine: false, tick: { className: styles.tick ?? '' }, type: 'number' as const };
  return (
    <div ref={box} className={styles.plot}>
      <p className={styles.sideTitle}>{axis.unit === undefined ? axis.label : t('axis', { label: axis.label, unit: axis.unit })}</p>
      <Readable
        title={title}
        inset={{ ...PLOT_SIDES, top: head, bottom: AXIS + BELOW }}
        axis={timeAxis}
        stops={stops}
        series={series}
        unit={axis.unit}
      >
        <ComposedChart
          width={width}
          height={HEIGHT + head}
          margin={{ top: head, right: PLOT_SIDES.right, bottom: BELOW, left: 0 }}
          data={data}
          accessibilityLayer={false}
          role="img"
          aria-label={title}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            {...look}
            dataKey="edge"
            domain={[from, to]}
            ticks={ticks}
            height={AXIS}
            tickFormatter={(value: number) => format.number(value)}
            label={{
              value: t('axis', { label: timeAxis.label, unit: timeAxis.unit }),
              position: 'insideBottom',
              className: styles.axisTitle ?? '',
            }}
          />
          <YAxis
            {...look}
            domain={[...heights.domain]}
            ticks={[...heights.ticks]}
            width={PLOT_SIDES.left}
            tickFormatter={heights.word}
            allowDataOverflow
          />
          {series.map(({ key, kind, tone, dashed = false }) => {
            const shared = {
              dataKey: key,
              type: 'stepAfter' as const,
              stroke: toneColour(tone),
              strokeWidth: kind === 'level' ? 2 : 1.25,
              dot: false,
              activeDot: false,
              isAnimationActive: false,
              ...(dashed ? { strokeDasharray: '5 4' } : {}),
            };
            return kind === 'level' ? (
              <Line key={key} {...shared} />
            ) : (
              <Area key={key} {...shared} baseValue={heights.domain[0]} fill={toneColour(tone)} fillOpacity={0.16} />
            );
          })}
          <BinNames edges={edges} series={series} limit={limit} instants={instants} toHeight={heights.at} />
        </ComposedChart>
      </Readable>
    </div>
  );
}
