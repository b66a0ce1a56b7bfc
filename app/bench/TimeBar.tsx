// The time bar: play, step, replay, scrub and speed, over virtual time. On a phone it stays at the lower edge of the screen, within a thumb's reach.
import { useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Microseconds } from '#simulations';
import type { StepTarget } from '#simulations/worker';
import { IconButton } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { SPEEDS } from './playbackState.ts';
import { Scrubber } from './Scrubber.tsx';
import styles from './TimeBar.module.css';
import type { Playback } from './usePlayback.ts';
import { usePlayhead } from './usePlayhead.ts';
import { useVirtualTime } from './useVirtualTime.ts';

const STEP_TARGETS: readonly StepTarget[] = ['event', 'packet', 'loss', 'delivery', 'error'];
/** The eye reads no faster. Milliseconds. */
const READOUT_EVERY_MS = 60;

function Readout({ playback }: { readonly playback: Playback }) {
  const t = useTranslations('bench.timeBar');
  const write = useVirtualTime();
  const at = usePlayhead(playback.clock, READOUT_EVERY_MS);
  const { run } = playback;
  return (
    <span className={styles.readout} title={t('virtualTime')}>
      {run === null
        ? t('noTime')
        : t.rich('readout', {
            at: write(at),
            end: write(run.endsAt),
            now: (text) => <b>{text}</b>,
            whole: (text) => <span className={styles.whole}>{text}</span>,
          })}
    </span>
  );
}

export interface TimeBarProps {
  readonly playback: Playback;
  /** When packets vanished in the whole run, in order. */
  readonly lossInstants: readonly Microseconds[];
  readonly className?: string;
}

export function TimeBar({ playback, lossInstants, className }: TimeBarProps) {
  const t = useTranslations('bench.timeBar');
  const format = useFormatter();
  const id = useId();
  const { playing, stepTarget, speed, run } = playback;
  const idle = run === null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend on the screen.
    <div role="group" aria-label={t('label')} className={classNames(styles.room, className)}>
      <div className={styles.bar}>
        <div className={styles.buttons}>
          <IconButton icon="stepBack" label={t('stepBack', { target: stepTarget })} disabled={idle} onClick={() => playback.step('back')} />
          <IconButton
            icon={playing ? 'pause' : 'play'}
            label={playing ? t('pause') : t('play')}
            disabled={idle}
            onClick={playback.toggle}
          />
          <IconButton
            icon="stepForward"
            label={t('stepForward', { target: stepTarget })}
            disabled={idle}
            onClick={() => playback.step('forward')}
          />
          <IconButton icon="replay" label={t('replay')} disabled={idle} onClick={playback.replay} />
        </div>
        <Scrubber playback={playback} lossInstants={lossInstants} />
        <Readout playback={playback} />
        <div className={styles.settings}>
          <label htmlFor={`${id}-step`} className={styles.label}>
            {t('stepBy')}
          </label>
          <select id={`${id}-step`} value={stepTarget} onChange={(event) => playback.setStepTarget(event.target.value as StepTarget)}>
            {STEP_TARGETS.map((target) => (
              <option key={target} value={target}>
                {t(`target.${target}`)}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-speed`} className={styles.label}>
            {t('speed')}
          </label>
          <select id={`${id}-speed`} value={speed} onChange={(event) => playback.setSpeed(Number(event.target.value))}>
            {SPEEDS.map((value) => (
              <option key={value} value={value}>
                {t('times', { speed: format.number(value, { maximumFractionDigits: 2 }) })}
              </option>
            ))}
          </select>
        </div>
      </div>
    </div>
  );
}
