// Thirty seeds instead of one: how far single runs stray, and whether their mean meets the closed form.
import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ExpectedDelivery, QoS, Spread } from '#simulations';
import type { SeedResult } from '#simulations/worker';
import { SpreadChart, type SpreadSeries } from '../../charts/SpreadChart.tsx';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Failed } from './Failed.tsx';
import { COMPARED, caveatOf, expectedOf, type FigureName, type FigureReading, LEVELS } from './figures.ts';
import { LEVEL_MARKS } from './LevelName.tsx';
import styles from './Sweep.module.css';
import { agreement } from './spread.ts';
import { type Delivery, SWEEP_SEEDS } from './useDelivery.ts';
import { useQuantity } from './useQuantity.ts';

/** Names that fit side by side. */
const SHORT = { packets: 'figures.short.packets', settled: 'figures.short.settled' } as const;

const SHOWN: readonly FigureName[] = ['delivered', 'duplicates', 'packets', 'settled', 'energy'];

/** One figure of all runs and levels. */
function valuesOf(figure: FigureReading, results: readonly SeedResult[], qos: QoS): number[] {
  return results.flatMap(({ figures }) => {
    const [qos0] = figures;
    const level = figures.find((one) => one.qos === qos);
    const value = qos0 === undefined || level === undefined ? null : figure.ofRun(level, qos0);
    return value === null ? [] : [value];
  });
}

export function Sweep({ delivery }: { readonly delivery: Delivery }) {
  const t = useTranslations('qosDelivery');
  const [shown, setShown] = useState<FigureName>('duplicates');
  const { sweep } = delivery;
  const running = sweep.state === 'running';
  const { update } = sweep;
  // While they run, the dots of those that are done; they stand still when the learner stops them.
  const results = (running || sweep.state === 'cancelled' ? update?.results : sweep.result?.results) ?? [];
  return (
    <Panel title={t('sweep.title')}>
      <p className={styles.lead}>{t('sweep.lead')}</p>
      <div className={styles.controls}>
        {running ? (
          <Button onClick={delivery.stopSweep}>{t('sweep.stop')}</Button>
        ) : (
          <Button onClick={delivery.startSweep}>{t('sweep.run')}</Button>
        )}
        {running && <progress className={styles.progress} max={SWEEP_SEEDS} value={update?.done ?? 0} aria-label={t('sweep.title')} />}
        <p className={styles.state} role="status">
          {running && t('sweep.progress', { done: update?.done ?? 0, of: SWEEP_SEEDS })}
          {sweep.state === 'cancelled' && t('sweep.stopped', { done: results.length, of: SWEEP_SEEDS })}
          {sweep.state === 'finished' && delivery.sweepIsStale && t('sweep.stale')}
        </p>
      </div>
      {sweep.state === 'failed' && sweep.failure !== null && <Failed failure={sweep.failure} onAgain={delivery.startSweep} />}
      {results.length > 0 && (
        <SegmentedControl
          label={t('sweep.figure')}
          options={SHOWN.map((value) => ({ value, label: t(value in SHORT ? SHORT[value as keyof typeof SHORT] : `figures.${value}`) }))}
          value={shown}
          onChange={setShown}
          className={styles.figure}
        />
      )}
      <SweepChart shown={shown} results={results} delivery={delivery} />
    </Panel>
  );
}

function SweepChart({
  shown,
  results,
  delivery: { sweep },
}: {
  readonly shown: FigureName;
  readonly results: readonly SeedResult[];
  readonly delivery: Delivery;
}) {
  const t = useTranslations('qosDelivery');
  const scenario = sweep.scenario;
  const figure = COMPARED.find(({ name }) => name === shown);
  const expected = useMemo(() => expectedOf(scenario), [scenario]);
  const [expected0] = expected;
  if (figure === undefined || expected0 === undefined) return <p>{t('sweep.empty')}</p>;
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
}

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
