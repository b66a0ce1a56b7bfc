// The strategies in pictures, one below the other on the same time axis: every attempt, and attempts a second in bins of the same width.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { ReadTogether } from '../../charts/reading/ReadTogether.tsx';
import { AttemptChart, MOST_ATTEMPT_BINS, worstAttemptRate } from '../../fleet/AttemptChart.tsx';
import { AttemptRasterChart } from '../../fleet/AttemptRasterChart.tsx';
import { sharedBinMs } from '../../fleet/binsForChart.ts';
import { FleetReplay } from '../../fleet/replay/FleetReplay.tsx';
import { Empty } from '../../lab/Empty.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import type { Shown } from './shown.ts';

type Stretch = 'first' | 'all';

/** The first stretch goes so far beyond the end of the faster run; and is worth a choice where it is at most so much of the whole. */
const BEYOND = 1.1;
const WORTH_A_CHOICE = 0.8;
/** Both have the same height where the lower of them is at least so much of it; else it would lie on the ground. */
const WORTH_ONE_HEIGHT = 0.1;

export function Pictures({ shown }: { readonly shown: Shown | null }) {
  const t = useTranslations('backOff.pictures');
  const name = useTranslations('fleet.strategies');
  const [stretch, setStretch] = useState<Stretch>('first');
  if (shown === null)
    return (
      <Panel title={t('title')}>
        <Empty>{t('empty')}</Empty>
      </Panel>
    );
  const ends = shown.map(endOf);
  const all = Math.max(...ends);
  const first = Math.min(...ends) * BEYOND;
  const hasChoice = first <= all * WORTH_A_CHOICE;
  const wantedMs = hasChoice && stretch === 'first' ? first : all;
  const binMs = sharedBinMs(
    shown.map(({ over }) => over),
    MOST_ATTEMPT_BINS,
    wantedMs,
  );
  const untilMs = Math.ceil(wantedMs / binMs) * binMs;
  const worst = shown.map((result) => worstAttemptRate({ result, untilMs, leastBinMs: binMs }));
  const highest = Math.max(...worst);
  const reaches = Math.min(...worst) >= highest * WORTH_ONE_HEIGHT ? highest : 0;
  return (
    <ReadTogether>
      {hasChoice && (
        <SegmentedControl<Stretch>
          label={t('stretch')}
          options={[
            { value: 'first', label: t('first', { time: writeDuration(Math.round(first / 1_000)) }) },
            { value: 'all', label: t('all', { time: writeDuration(Math.round(all / 1_000)) }) },
          ]}
          value={stretch}
          onChange={setStretch}
        />
      )}
      <FleetReplay results={shown} names={shown.map(({ scenario }) => name(scenario.backoff.kind))} untilMs={untilMs} />
      {shown.map((result, index) => {
        const { kind } = result.scenario.backoff;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places, first and second.
          <Panel key={index} title={name(kind)}>
            <AttemptRasterChart result={result} name={name(kind)} untilMs={untilMs} />
            <AttemptChart result={result} name={name(kind)} untilMs={untilMs} leastBinMs={binMs} reaches={reaches} />
          </Panel>
        );
      })}
    </ReadTogether>
  );
}

/** When everybody was back; where not, when the run ended. Not nothing, so that an axis has a length. */
function endOf({ allBackMs, endsAtMs }: StormResult): number {
  return Math.max(1_000, allBackMs ?? endsAtMs);
}
