// The drawing of a spread chart. A chunk of its own: recharts comes with it.
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { useWidth } from '../ui/useWidth.ts';
import styles from './chart.module.css';
import type { SpreadChartProps } from './SpreadChart.tsx';
import { MeanLine, RunMark, runMarks, StripGround } from './SpreadStrip.tsx';
import { extent, roundTicks } from './spreadLayout.ts';
import { stripShape } from './stripShape.ts';

// Pixels.
const AXIS = 46;
const MARGIN = { top: 4, right: 14, bottom: 4, left: 14 };
/** One label on the axis for so many pixels. */
const TICK_EVERY = 90;

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
