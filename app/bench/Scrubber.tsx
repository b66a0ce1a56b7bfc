// The slider of the time bar: drag to any instant, losses marked above it. A native range input, moved by the clock without drawing anything anew.
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { fromMicroseconds, type Microseconds } from '#simulations';
import range from '../ui/Range.module.css';
import { lossMarks, STRETCHES } from './lossMarks.ts';
import type { PlayableRun } from './playbackState.ts';
import styles from './Scrubber.module.css';
import type { Playback } from './usePlayback.ts';
import { usePlayhead } from './usePlayhead.ts';
import { useVirtualTime } from './useVirtualTime.ts';

const STRIP_HEIGHT = 12;
/** Often enough for a screen reader that asks; the picture does not hang on it. Milliseconds. */
const TEXT_EVERY_MS = 500;

const LossStrip = memo(function LossStrip({ instants, run }: { readonly instants: readonly Microseconds[]; readonly run: PlayableRun }) {
  const marks = useMemo(() => lossMarks(instants, run), [instants, run]);
  return (
    <svg className={styles.strip} viewBox={`0 0 ${STRETCHES} ${STRIP_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {marks.map(({ stretch, height }) => (
        <rect key={stretch} x={stretch} y={STRIP_HEIGHT * (1 - height)} width={1} height={STRIP_HEIGHT * height} />
      ))}
    </svg>
  );
});

export interface ScrubberProps {
  readonly playback: Playback;
  /** When packets vanished in the whole run, in order. */
  readonly lossInstants: readonly Microseconds[];
}

export function Scrubber({ playback, lossInstants }: ScrubberProps) {
  const t = useTranslations('bench.timeBar');
  const write = useVirtualTime();
  const { clock, run } = playback;
  const input = useRef<HTMLInputElement>(null);
  const at = usePlayhead(clock, TEXT_EVERY_MS);
  const startsAt = run?.startsAt ?? 0;
  const endsAt = run?.endsAt ?? 1;

  useEffect(() => {
    const follow = () => {
      const element = input.current;
      if (element === null) return;
      const now = clock.now();
      element.value = String(now);
      element.style.setProperty('--done', String(endsAt > startsAt ? (now - startsAt) / (endsAt - startsAt) : 0));
    };
    follow();
    return clock.subscribe(follow);
  }, [clock, startsAt, endsAt]);

  return (
    <div className={styles.scrubber}>
      {run !== null && <LossStrip instants={lossInstants} run={run} />}
      <input
        ref={input}
        type="range"
        className={range.range}
        min={startsAt}
        max={endsAt}
        step={1}
        defaultValue={0}
        disabled={run === null}
        aria-label={t('playhead')}
        aria-valuetext={run === null ? t('noRun') : t('position', { at: write(at), end: write(run.endsAt), losses: lossInstants.length })}
        onInput={(event) => playback.seek(fromMicroseconds(Number(event.currentTarget.value)))}
      />
    </div>
  );
}
