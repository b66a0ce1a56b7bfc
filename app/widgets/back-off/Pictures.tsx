// Both strategies in pictures, one below the other on the same time axis: every attempt, and attempts a second.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { AttemptChart } from '../../fleet/AttemptChart.tsx';
import { AttemptRasterChart } from '../../fleet/AttemptRasterChart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';

type Stretch = 'first' | 'all';

export function Pictures({ results }: { readonly results: readonly [StormResult | null, StormResult | null] }) {
  const t = useTranslations('backOff.pictures');
  const name = useTranslations('fleet.strategies');
  const [stretch, setStretch] = useState<Stretch>('first');
  const [one, other] = results;
  if (one === null || other === null) return <Panel title={t('title')}>{t('empty')}</Panel>;
  const ends = [endOf(one), endOf(other)] as const;
  const first = Math.min(...ends) * 1.1;
  const all = Math.max(...ends);
  const untilMs = stretch === 'first' ? Math.min(first, all) : all;
  return (
    <>
      <SegmentedControl<Stretch>
        label={t('stretch')}
        options={[
          { value: 'first', label: t('first', { time: writeDuration(Math.round(first / 1_000)) }) },
          { value: 'all', label: t('all', { time: writeDuration(Math.round(all / 1_000)) }) },
        ]}
        value={stretch}
        onChange={setStretch}
      />
      {[one, other].map((result, index) => {
        const { kind } = result.scenario.backoff;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places, first and second.
          <Panel key={index} title={name(kind)}>
            <AttemptRasterChart result={result} name={name(kind)} untilMs={untilMs} />
            <AttemptChart result={result} name={name(kind)} untilMs={untilMs} />
          </Panel>
        );
      })}
    </>
  );
}

/** When everybody was back; where not, when the run ended. Not nothing, so that an axis has a length. */
function endOf({ allBackMs, endsAtMs }: StormResult): number {
  return Math.max(1_000, allBackMs ?? endsAtMs);
}
