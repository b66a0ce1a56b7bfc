// The drawing of a chart of curves. A chunk of its own: recharts comes with it. Logarithmic axes are drawn as linear ones of the powers of ten, so that their ticks are ours.
import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { toneColour } from '../ui/Mark.tsx';
import { useWidth } from '../ui/useWidth.ts';
import type { Curve, CurveAxis, CurveChartProps } from './CurveChart.tsx';
import styles from './chart.module.css';
import { axisDomain, axisTicks, nameWithin, onAxis, powerOfTen, withinAxis } from './curveLayout.ts';
import { Readable } from './reading/Readable.tsx';
import { pointsAt } from './reading/readingStops.ts';

// Pixels.
const HEIGHT = 300;
const AXIS = 46;
const SIDE_AXIS = 56;
const MARGIN = { top: 20, right: 16, bottom: 4, left: 0 };
const INSET = { top: MARGIN.top, right: MARGIN.right, bottom: AXIS + MARGIN.bottom, left: SIDE_AXIS };
/** One label on an axis for so many pixels. */
const TICK_EVERY = 70;
const SIDE_TICK_EVERY = 34;
const NAME_ABOVE = -8;
const NAME_BELOW = 18;
const OWN_RADIUS = 6;
const DOT = 3;
/** A letter of a label, at most. */
const LETTER = 7;
const STRONG_LETTER = 7.5;

type Props = Pick<CurveChartProps, 'title' | 'xAxis' | 'yAxis' | 'xs' | 'curves' | 'own'>;

export default function CurvePlot({ title, xAxis, yAxis, xs, curves, own }: Props) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const [box, width] = useWidth<HTMLDivElement>();
  const data = xs.map((x, index) => ({
    x: onAxis(xAxis, x),
    ...Object.fromEntries(curves.map(({ key, values }) => [key, withinAxis(yAxis, values[index] ?? null)])),
  }));
  const stops = useMemo(() => {
    const [from, to] = axisDomain(xAxis);
    return pointsAt(xs, (x) => (onAxis(xAxis, x) - from) / (to - from || 1));
  }, [xs, xAxis]);
  const look = {
    tickLine: false,
    axisLine: false,
    tick: { className: styles.tick ?? '' },
    type: 'number' as const,
    allowDataOverflow: true,
  };
  const name = (axis: CurveAxis) => (axis.unit === undefined ? axis.label : t('axis', { label: axis.label, unit: axis.unit }));
  const tick = (axis: CurveAxis) => (at: number) => (axis.scale === 'logarithmic' ? powerOfTen(at) : format.number(at));
  return (
    <div ref={box} className={styles.plot}>
      <p className={styles.sideTitle}>{name(yAxis)}</p>
      <Readable title={title} inset={INSET} axis={xAxis} stops={stops} series={curves} unit={yAxis.unit}>
        <LineChart width={width} height={HEIGHT} margin={MARGIN} data={data} accessibilityLayer={false} role="img" aria-label={title}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            {...look}
            dataKey="x"
            domain={[...axisDomain(xAxis)]}
            ticks={[...axisTicks(xAxis, width / TICK_EVERY)]}
            height={AXIS}
            tickFormatter={tick(xAxis)}
            label={{ value: name(xAxis), position: 'insideBottom', className: styles.axisTitle ?? '' }}
          />
          <YAxis
            {...look}
            domain={[...axisDomain(yAxis)]}
            ticks={[...axisTicks(yAxis, (HEIGHT - AXIS) / SIDE_TICK_EVERY)]}
            width={SIDE_AXIS}
            tickFormatter={tick(yAxis)}
          />
          {curves.map(({ key, tone, dashed = false, isMeasured = false }) => (
            <Line
              key={key}
              dataKey={key}
              stroke={toneColour(tone)}
              strokeWidth={2}
              {...(dashed ? { strokeDasharray: '5 4' } : {})}
              dot={isMeasured && { r: DOT, fill: toneColour(tone), strokeWidth: 0 }}
              connectNulls={isMeasured}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          {curves.map((curve) => (
            <CurveName key={curve.key} curve={curve} xAxis={xAxis} yAxis={yAxis} xs={xs} />
          ))}
          {own !== null && <OwnPoint own={own} xAxis={xAxis} yAxis={yAxis} />}
        </LineChart>
      </Readable>
    </div>
  );
}

function CurveName({ curve, xAxis, yAxis, xs }: { readonly curve: Curve } & Pick<Props, 'xAxis' | 'yAxis' | 'xs'>) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const [left, right] = axisDomain(xAxis);
  const drawn = xs.flatMap((x, index) => {
    const [at, height] = [onAxis(xAxis, x), withinAxis(yAxis, curve.values[index] ?? null)];
    return height === null || at < left || at > right ? [] : [{ at, height }];
  });
  const point = drawn[Math.round((drawn.length - 1) * (curve.nameAt ?? 1))];
  if (point === undefined) return null;
  const x = toX(point.at) ?? 0;
  const toTheLeft = curve.nameSide === undefined ? x > area.x + area.width / 2 : curve.nameSide === 'left';
  const y = (toY(point.height) ?? 0) + (curve.nameIs === 'below' ? NAME_BELOW : NAME_ABOVE);
  return (
    <text
      className={styles.label}
      x={nameWithin(toTheLeft ? x - 4 : x + 4, toTheLeft, curve.label.length * LETTER, {
        left: area.x,
        right: area.x + area.width + MARGIN.right,
      })}
      y={Math.min(area.y + area.height - 4, Math.max(area.y + 12, y))}
      textAnchor={toTheLeft ? 'end' : 'start'}
    >
      {curve.label}
    </text>
  );
}

function OwnPoint({ own, xAxis, yAxis }: { readonly own: NonNullable<Props['own']> } & Pick<Props, 'xAxis' | 'yAxis'>) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const held = (axis: CurveAxis, value: number) => {
    const [from, to] = axisDomain(axis);
    return Math.min(to, Math.max(from, onAxis(axis, value)));
  };
  const x = toX(held(xAxis, own.x)) ?? 0;
  const y = toY(held(yAxis, own.y)) ?? 0;
  const right = area.x + area.width;
  const onTheRight = x > area.x + area.width / 2 || x + 10 + own.label.length * STRONG_LETTER > right + MARGIN.right;
  const below = y < area.y + 30;
  return (
    <g>
      <path d={`M${x} ${area.y + area.height}V${y}`} stroke="var(--ink)" strokeDasharray="2 3" />
      <circle cx={x} cy={y} r={OWN_RADIUS} fill="var(--ink)" stroke="var(--surface)" strokeWidth={2} />
      <text
        className={`${styles.label} ${styles.strong}`}
        x={nameWithin(onTheRight ? x - 10 : x + 10, onTheRight, own.label.length * STRONG_LETTER, {
          left: area.x,
          right: right + MARGIN.right,
        })}
        y={below ? y + 20 : y - 10}
        textAnchor={onTheRight ? 'end' : 'start'}
      >
        {own.label}
      </text>
    </g>
  );
}
