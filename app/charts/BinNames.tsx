// What is written on a chart of bins: instants with their names above the plot, the limit, and each line's name with a bit of the line before it.
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { toneColour } from '../ui/Mark.tsx';
import type { BinChartProps, BinSeries } from './BinChart.tsx';
import { LINE_HEIGHT, type PlacedInstant, textWidth } from './binLayout.ts';
import styles from './chart.module.css';
import { type LineNamePlace, placeLineNames } from './lineNames.ts';

/** Of the bit of line before a name, and the gap behind it. Pixels. */
const SIGN = 16;
const SIGN_GAP = 4;
const LIMIT = 'limit';

interface BinNamesProps extends Pick<BinChartProps, 'edges' | 'series'> {
  readonly limit: BinChartProps['limit'] | undefined;
  readonly instants: readonly PlacedInstant[];
  readonly toHeight: (value: number) => number;
}

export function BinNames({ edges, series, limit, instants, toHeight }: BinNamesProps) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const y = (value: number) => toY(toHeight(value)) ?? 0;
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const limitLine = limit && {
    key: LIMIT,
    nameWidth: textWidth(limit.label),
    ys: edges.slice(1).map(() => y(limit.value)),
    wanted: 'right' as const,
  };
  const lines = series.map(({ key, label, values }) => ({
    key: `series ${key}`,
    nameWidth: SIGN + SIGN_GAP + textWidth(label),
    ys: values.map(y),
    wanted: 'high' as const,
  }));
  const places = placeLineNames(
    limitLine ? [limitLine, ...lines] : lines,
    edges.map((edge) => toX(edge) ?? 0),
    { left: area.x, right, top: area.y - LINE_HEIGHT, bottom },
    instants.map((instant) => instant.x),
  );
  const placeOf = (key: string) => places.find((place) => place.key === key);
  const limitPlace = placeOf(LIMIT);
  return (
    // Otherwise lines and areas would lie on the names.
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {instants.map(({ at, label, x, row }) => (
        <path key={`${at} ${label}`} d={`M${x} ${bottom}V${LINE_HEIGHT * row + 4}`} stroke="var(--ink2)" strokeDasharray="2 3" />
      ))}
      {instants.map(({ at, label, row, nameX, anchor }) => (
        <text key={`${at} ${label}`} className={styles.lineName} x={nameX} y={LINE_HEIGHT * (row + 1) - 2} textAnchor={anchor}>
          {label}
        </text>
      ))}
      {limit && <path d={`M${area.x} ${y(limit.value)}H${right}`} stroke="var(--ink)" strokeDasharray="6 4" />}
      {limit && limitPlace && (
        <text className={styles.lineName} x={limitPlace.x + textWidth(limit.label)} y={limitPlace.y} textAnchor="end">
          {limit.label}
        </text>
      )}
      {series.map((one) => (
        <SeriesName key={one.key} series={one} place={placeOf(`series ${one.key}`)} />
      ))}
    </ZIndexLayer>
  );
}

function SeriesName({ series, place }: { readonly series: BinSeries; readonly place: LineNamePlace | undefined }) {
  if (place === undefined) return null;
  const { label, tone, kind, dashed = false } = series;
  const { x, y } = place;
  const level = kind === 'level';
  return (
    <g>
      <path className={styles.signGround} d={`M${x - 1} ${y - 4}h${SIGN + 2}`} />
      {!level && <path d={`M${x} ${y}v-8h${SIGN}v8z`} fill={toneColour(tone)} fillOpacity={0.16} />}
      <path
        d={`M${x} ${y - (level ? 4 : 8)}h${SIGN}`}
        stroke={toneColour(tone)}
        strokeWidth={level ? 2 : 1.25}
        {...(dashed ? { strokeDasharray: '5 4' } : {})}
      />
      <text className={styles.lineName} x={x + SIGN + SIGN_GAP} y={y}>
        {label}
      </text>
    </g>
  );
}
