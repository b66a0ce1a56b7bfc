// One figure of all runs of a sweep, level by level, over what the closed forms expect, and in words whether the two agree.
import { memo, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ExpectedDelivery, QoS, Scenario, Spread } from '#simulations';
import type { SeedResult } from '#simulations/worker';
import { agreement } from '../../charts/agreement.ts';
import { SpreadChart, type SpreadSeries } from '../../charts/SpreadChart.tsx';
import { Empty } from '../../lab/Empty.tsx';
import { COMPARED, caveatOf, expectedOf, type FigureName, type FigureReading, LEVELS } from './figures.ts';
import { LEVEL_MARKS } from './LevelName.tsx';
import styles from './Sweep.module.css';
import { useQuantity } from './useQuantity.ts';

/** One figure of all runs and levels. */
function valuesOf(figure: FigureReading, results: readonly SeedResult[], qos: QoS): number[] {
  return results.flatMap(({ figures }) => {
    const [qos0] = figures;
    const level = figures.find((one) => one.qos === qos);
    const value = qos0 === undefined || level === undefined ? null : figure.ofRun(level, qos0);
    return value === null ? [] : [value];
  });
}

export interface SweepChartProps {
  readonly shown: FigureName;
  readonly results: readonly SeedResult[];
  /** What is swept; `null` before the first sweep. */
  readonly scenario: Scenario | null;
}

export const SweepChart = memo(function SweepChart({ shown, results, scenario }: SweepChartProps) {
  const t = useTranslations('qosDelivery');
  const figure = COMPARED.find(({ name }) => name === shown);
  const expected = useMemo(() => expectedOf(scenario), [scenario]);
  const [expected0] = expected;
  if (figure === undefined || expected0 === undefined) return <Empty>{t('sweep.empty')}</Empty>;
  const title = t(`figures.${figure.name}`);
  const series = LEVELS.map((qos): SpreadSeries => {
    const ofLevel = expected[qos];
    return {
      key: `qos${qos}`,
      label: t('level', { qos }),
      values: valuesOf(figure, results, qos),
      expected: ofLevel === undefined ? null : spreadOf(figure, ofLevel, expected0),
      ...LEVEL_MARKS[qos],
    };
  });
  return (
    <SpreadChart
      title={title}
      sentence={<Sentences figure={figure} series={series} />}
      axis={figure.unit === null ? { label: title } : { label: title, unit: figure.unit }}
      series={series}
      runNames={results.map(({ seed }) => t('sweep.seed', { seed: String(seed) }))}
      empty={t('sweep.empty')}
    />
  );
});

/** `null` where the closed form does not tell. */
function spreadOf(figure: FigureReading, expected: ExpectedDelivery, expected0: ExpectedDelivery): Spread | null {
  return caveatOf(figure, expected) === null ? figure.ofExpected(expected, expected0) : null;
}

function Sentences({ figure, series }: { readonly figure: FigureReading; readonly series: readonly SpreadSeries[] }) {
  const t = useTranslations('qosDelivery.sweep');
  const format = useFormatter();
  const quantity = useQuantity();
  const sentences = series.map(({ label: level, values, expected }) => {
    const told = agreement(values, expected ?? { mean: Number.NaN, standardDeviation: Number.NaN });
    if (told === null) return null;
    const { runs } = told;
    const mean = quantity(figure, told.mean, 1);
    if (expected === null) return t('noFormula', { level, mean });
    if (told.verdict === 'agrees' && told.lowest === told.highest) return t('exact', { level, mean });
    const standardErrors = format.number(told.standardErrors, { maximumFractionDigits: 1 });
    return t(told.verdict, { level, runs, mean, expected: quantity(figure, expected.mean, 1), standardErrors });
  });
  return (
    <span className={styles.sentences}>
      {sentences.map((sentence, index) => (
        <span key={series[index]?.key}>{sentence}</span>
      ))}
    </span>
  );
}
