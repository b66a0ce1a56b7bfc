// How many try in each stretch of time, and how many the machine takes.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../calculator/writeDuration.ts';
import { BinChart } from '../charts/BinChart.tsx';
import { binsForChart } from './binsForChart.ts';
import { stormMarks } from './stormMarks.ts';

export const MOST_ATTEMPT_BINS = 160;

export interface StormPictureProps {
  readonly result: StormResult;
  /** The strategy's name. */
  readonly name: string;
  /** What comes later is not shown. */
  readonly untilMs: number;
}

export interface AttemptChartProps extends StormPictureProps {
  /** Bins of at least this width (`sharedBinMs`), so that a peak of one chart can be held against a peak of another. */
  readonly leastBinMs?: number;
  /** The axis goes at least so far, attempts a second. */
  readonly reaches?: number;
}

type BinnedRun = Pick<AttemptChartProps, 'result' | 'untilMs' | 'leastBinMs'>;

/** How the chart has the run in bins. */
function binsOf({ result, untilMs, leastBinMs = 0 }: BinnedRun) {
  return binsForChart(result.over, MOST_ATTEMPT_BINS, untilMs, { leastWidthMs: leastBinMs, isOver: result.endedBy === 'settled' });
}

/** The most attempts a second that a bin of the chart has. */
export function worstAttemptRate(run: BinnedRun): number {
  return Math.max(0, ...binsOf(run).rate('attempts'));
}

export const AttemptChart = memo(function AttemptChart({ name, reaches = 0, ...run }: AttemptChartProps) {
  const t = useTranslations('fleet.charts');
  const { result } = run;
  const bins = binsOf(run);
  const rate = result.scenario.server.connectionsPerSecond;
  const attempts = bins.rate('attempts');
  const worst = Math.round(Math.max(0, ...attempts));
  return (
    <BinChart
      title={t('attemptsTitle', { name })}
      sentence={t('attemptsSentence', { worst, over: writeDuration((bins.edges[1] ?? 0) - (bins.edges[0] ?? 0)), rate })}
      timeAxis={{ label: t('time'), unit: t('seconds') }}
      axis={{ label: t('attemptsAxis'), unit: t('perSecond') }}
      reaches={reaches}
      edges={bins.edges}
      series={[
        { key: 'attempts', label: t('attempts'), tone: 'loss', kind: 'amount', values: attempts },
        { key: 'letIn', label: t('letIn'), tone: 'broker', kind: 'level', values: bins.rate('back') },
      ]}
      marks={stormMarks(result).map(({ key, at }) => ({ at, label: t(key) }))}
      {...(worst > rate * 30 ? {} : { limit: { value: rate, label: t('limit') } })}
    />
  );
});
