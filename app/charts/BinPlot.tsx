// The drawing of a chart of bins. A chunk of its own: recharts comes with it.
import { Area, CartesianGrid, ComposedChart, Line, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { toneColour } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import type { BinChartProps, ChartMark } from './BinChart.tsx';
import { apart, LINE_HEIGHT, markRows, textWidth } from './binLayout.ts';
import styles from './chart.module.css';
import { roundTicks } from './spreadLayout.ts';

// Pixels.
const HEIGHT = 210;
const AXIS = 44;
const SIDE_AXIS = 56;
const SIDE = 14;
const TICK_EVERY = 80;
const SIDE_TICK_EVERY = 36;
const NAME_ABOVE = 6;

type Props = Omit<BinChartProps, 'sentence' | 'empty'>;

export default function BinPlot({ title, timeAxis, axis, edges, series, marks = [], limit }: Props) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const [box, width] = useWidth<HTMLDivElement>();
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const shownMarks = marks.filter(({ at }) => at >= from && at <= to);
  const rows = markRows(shownMarks, (at) => SIDE_AXIS + ((at - from) / (to - from || 1)) * (width - SIDE_AXIS - SIDE), width);
  const head = LINE_HEIGHT * (1 + Math.max(0, ...rows.map((row) => row + 1)));
  const highest = Math.max(0, limit?.value ?? 0, ...series.flatMap(({ values }) => values));
  const heights = roundTicks(0, highest === 0 ? 1 : highest, (HEIGHT - AXIS) / SIDE_TICK_EVERY);
  const ticks = roundTicks(from, to, width / TICK_EVERY).filter((tick) => tick >= from && tick <= to);
  // The last value is said again where its bin ends.
  const data = edges.map((edge, bin) => ({
    edge,
    ...Object.fromEntries(series.map(({ key, values }) => [key, values[Math.min(bin, values.length - 1)] ?? 0])),
  }));
  const look = { tickLine: false, axisLine: false, tick: { className: styles.tick ?? '' }, type: 'number' as const };
  const number = (value: number) => format.number(value, { notation: highest >= 100_000 ? 'compact' : 'standard' });
  return (
    <div ref={box} className={styles.plot}>
      <p className={styles.sideTitle}>{t('axis', { label: axis.label, unit: axis.unit })}</p>
      <ComposedChart
        width={width}
        height={HEIGHT + head}
        margin={{ top: head, right: SIDE, bottom: 2, left: 0 }}
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
        <YAxis {...look} domain={[0, heights.at(-1) ?? 1]} ticks={[...heights]} width={SIDE_AXIS} tickFormatter={number} />
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
            <Area key={key} {...shared} fill={toneColour(tone)} fillOpacity={0.16} />
          );
        })}
        <Marks marks={shownMarks} rows={rows} />
        {limit !== undefined && <Limit {...limit} />}
        <Names series={series} edges={edges} limit={limit?.value ?? null} />
      </ComposedChart>
    </div>
  );
}

function Marks({ marks, rows }: { readonly marks: readonly ChartMark[]; readonly rows: readonly number[] }) {
  const toX = useXAxisScale();
  const area = usePlotArea();
  if (!toX || !area) return null;
  return marks.map(({ at, label }, index) => {
    const x = toX(at) ?? 0;
    const top = LINE_HEIGHT * ((rows[index] ?? 0) + 1);
    const toTheLeft = x + 5 + textWidth(label) > area.x + area.width;
    return (
      <g key={`${at} ${label}`}>
        <path d={`M${x} ${area.y + area.height}V${top - 10}`} stroke="var(--ink2)" strokeDasharray="2 3" />
        <text className={styles.label} x={toTheLeft ? x - 5 : x + 5} y={top} textAnchor={toTheLeft ? 'end' : 'start'}>
          {label}
        </text>
      </g>
    );
  });
}

function Limit({ value, label }: NonNullable<BinChartProps['limit']>) {
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toY || !area) return null;
  const y = toY(value) ?? 0;
  return (
    <g>
      <path d={`M${area.x} ${y}H${area.x + area.width}`} stroke="var(--ink)" strokeDasharray="6 4" />
      <text className={styles.lineName} x={area.x + area.width - 4} y={y - NAME_ABOVE} textAnchor="end">
        {label}
      </text>
    </g>
  );
}

/** Each name at its line's highest point, beside it where another name or the limit's is near. */
function Names({ series, edges, limit }: Pick<Props, 'series' | 'edges'> & { readonly limit: number | null }) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const wanted = series.flatMap(({ key, label, values }) => {
    const highest = Math.max(...values);
    if (values.length === 0 || highest <= 0) return [];
    const x = toX(edges[values.indexOf(highest)] ?? 0) ?? 0;
    const length = textWidth(label);
    const onTheRight = x + 6 + length <= area.x + area.width;
    const left = onTheRight ? x + 6 : Math.max(area.x, x - 6 - length);
    return [{ key, label, left, right: left + length, y: Math.max(area.y + 12, (toY(highest) ?? 0) - NAME_ABOVE) }];
  });
  const taken = limit === null ? [] : [{ left: area.x + area.width / 2, right: area.x + area.width, y: (toY(limit) ?? 0) - NAME_ABOVE }];
  return apart(wanted, taken, area.y + area.height - 6).map(({ key, label, left, y }) => (
    <text key={key} className={styles.lineName} x={left} y={y}>
      {label}
    </text>
  ));
}
