// One strip of a spread chart, drawn with the chart's own scales: words and band behind the marks, a mark for each run, the mean above them.
import { type ScatterShapeProps, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { useFormatter, useTranslations } from 'use-intl';
import { markPath, toneColour } from '../ui/Mark.tsx';
import styles from './chart.module.css';
import type { SpreadSeries } from './SpreadChart.tsx';
import { BAND, mean, pile } from './spreadLayout.ts';
import { GAP, LINE, PILE, RADIUS, type StripShape } from './stripShape.ts';

interface RunMarkData {
  readonly value: number;
  /** In strips from the bottom of the plot. */
  readonly height: number;
  readonly name: string;
  readonly series: SpreadSeries;
}

/** The runs of a series as points of the chart; `base`: the bottom of its strip. */
export function runMarks(
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

export function RunMark({ cx, cy, payload }: ScatterShapeProps) {
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
export function StripGround({ series, top, strip }: { readonly series: SpreadSeries; readonly top: number; readonly strip: StripShape }) {
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

export function MeanLine({ values, top, strip }: { readonly values: readonly number[]; readonly top: number; readonly strip: StripShape }) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const average = mean(values);
  if (!toX || !toY || average === null) return null;
  const x = toX(average) ?? 0;
  return <line x1={x} x2={x} y1={(toY(top) ?? 0) + strip.words} y2={toY(top - 1) ?? 0} className={styles.mean} />;
}
