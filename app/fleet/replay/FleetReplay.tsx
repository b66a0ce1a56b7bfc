// The fleet at one instant, and the run's time to play or to slide through: the charts around it are read at the same instant.
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { useReading } from '../../charts/reading/sharedReading.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import range from '../../ui/Range.module.css';
import { Crowd, CrowdKey } from './Crowd.tsx';
import styles from './replay.module.css';
import { useReplay } from './useReplay.ts';

/** A failure is shown for such a part of the time. */
const MEMORY = 1 / 60;
const STEPS = 1_000;

/** Seconds in tenths: while it is played, more would only flicker. */
function written(seconds: number): string {
  return writeDuration(Math.round(seconds * 10) / 10);
}

export interface FleetReplayProps {
  /** One run, or two beside each other. */
  readonly results: readonly StormResult[];
  /** How each of several is called. */
  readonly names?: readonly string[];
  readonly untilMs: number;
}

export function FleetReplay({ results, names = [], untilMs }: FleetReplayProps) {
  const t = useTranslations('fleet.replay');
  const until = untilMs / 1_000;
  const [place, move] = useReading();
  const { playing, speed, toggle } = useReplay(until);
  const at = place === null ? until : Math.min(until, Math.max(0, place));
  const rows = Math.max(...results.map(({ raster }) => raster.devices.length));
  const now = written(at);
  const position = t('now', { now, end: written(until) });
  return (
    <Panel title={t('title')}>
      <p>{t('lead', { shown: rows, devices: Math.max(...results.map(({ scenario }) => scenario.sessions.devices)) })}</p>
      <div className={styles.controls}>
        <IconButton icon={playing ? 'pause' : 'play'} label={playing ? t('pause') : t('play', { speed })} onClick={toggle} />
        <input
          type="range"
          className={range.range}
          style={{ '--done': at / until } as CSSProperties}
          min={0}
          max={STEPS}
          step={1}
          value={Math.round((at / until) * STEPS)}
          aria-label={t('instant')}
          aria-valuetext={position}
          onChange={(event) => move((Number(event.currentTarget.value) / STEPS) * until)}
        />
        <span className={styles.now}>{t('speed', { now: position, speed })}</span>
      </div>
      <div className={styles.crowds}>
        {results.map((result, index) => {
          const name = names[index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two places, first and second.
            <Crowd key={index} result={result} {...(name === undefined ? {} : { name })} at={at} now={now} memory={until * MEMORY} />
          );
        })}
      </div>
      <CrowdKey results={results} />
    </Panel>
  );
}
