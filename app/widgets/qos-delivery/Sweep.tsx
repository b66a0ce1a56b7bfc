// Thirty seeds instead of one: how far single runs stray, and whether their mean meets the closed form.
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import { Failed } from '../../lab/Failed.tsx';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import type { FigureName } from './figures.ts';
import styles from './Sweep.module.css';
import { SweepChart } from './SweepChart.tsx';
import { SWEEP_SEEDS, useSweep } from './useSweep.ts';

/** Names that fit side by side. */
const SHORT = { packets: 'figures.short.packets', settled: 'figures.short.settled' } as const;

const SHOWN: readonly FigureName[] = ['delivered', 'duplicates', 'packets', 'settled', 'energy'];

/** `scenario`: what the knobs say. */
export const Sweep = memo(function Sweep({ scenario }: { readonly scenario: Scenario }) {
  const t = useTranslations('qosDelivery');
  const [shown, setShown] = useState<FigureName>('duplicates');
  const { sweep, results, swept, isStale, start, stop } = useSweep(scenario);
  const { update } = sweep;
  const running = sweep.state === 'running';
  return (
    <Panel title={t('sweep.title')}>
      <p className={styles.lead}>{t('sweep.lead')}</p>
      <div className={styles.controls}>
        {running ? <Button onClick={stop}>{t('sweep.stop')}</Button> : <Button onClick={start}>{t('sweep.run')}</Button>}
        {running && <progress className={styles.progress} max={SWEEP_SEEDS} value={update?.done ?? 0} aria-label={t('sweep.title')} />}
        <p className={styles.state} role="status">
          {running && t('sweep.progress', { done: update?.done ?? 0, of: SWEEP_SEEDS })}
          {sweep.state === 'cancelled' && !isStale && t('sweep.stopped', { done: results.length, of: SWEEP_SEEDS })}
          {isStale && t('sweep.stale')}
        </p>
      </div>
      {sweep.state === 'failed' && sweep.failure !== null && <Failed failure={sweep.failure} onAgain={start} />}
      {results.length > 0 && (
        <SegmentedControl
          label={t('sweep.figure')}
          options={SHOWN.map((value) => ({ value, label: t(value in SHORT ? SHORT[value as keyof typeof SHORT] : `figures.${value}`) }))}
          value={shown}
          onChange={setShown}
          className={styles.figure}
        />
      )}
      <SweepChart shown={shown} results={results} scenario={swept} />
    </Panel>
  );
});
