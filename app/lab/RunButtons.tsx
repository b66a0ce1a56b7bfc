// Run, stop, reset and the link, and what the run is doing in a sentence.
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { MOST_EVENTS, type Scenario, toSeconds } from '#simulations';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './RunButtons.module.css';
import type { LabRun } from './useLabRun.ts';

export interface RunButtonsProps {
  readonly lab: LabRun;
  readonly onReset: () => void;
  /** Address that brings back the knobs as they stand, at an instant where one is given. */
  readonly link: (instantMs?: number) => string;
  /** Where the playhead rests; the link is to open there. `null`: it moves, or there is no run. Milliseconds. */
  readonly restingAt?: () => number | null;
  /** Run stands elsewhere. */
  readonly withoutRun: boolean;
  /** What Reset does, where it is not what it does in most labs: all knobs back, and a run. */
  readonly resetHint?: string;
}

export function RunButton({ lab }: { readonly lab: LabRun }) {
  const t = useTranslations('lab.actions');
  return (
    <Button kind="primary" className={styles.run} onClick={() => lab.start()}>
      {t('run')}
    </Button>
  );
}

export function RunButtons({ lab, onReset, link, restingAt, withoutRun, resetHint }: RunButtonsProps) {
  const t = useTranslations('lab');
  const { run, isStale } = lab;
  const running = run.state === 'running';
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {!withoutRun && <RunButton lab={lab} />}
        {running ? (
          <Button onClick={lab.stop}>{t('actions.stop')}</Button>
        ) : (
          <Button onClick={onReset} title={resetHint ?? t('actions.resetHint')} aria-keyshortcuts="Alt+R">
            {t('actions.reset')}
          </Button>
        )}
      </div>
      <RunState lab={lab} />
      {isStale && !running && <Notice announce="polite">{t('state.stale')}</Notice>}
      <CopyLink link={link} {...(restingAt === undefined ? {} : { restingAt })} />
    </div>
  );
}

function mostEventsOf({ mostEvents = MOST_EVENTS }: Scenario): number {
  return mostEvents;
}

function RunState({ lab: { run } }: Pick<RunButtonsProps, 'lab'>) {
  const t = useTranslations('lab.state');
  const format = useFormatter();
  const seconds = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const { state, update, result } = run;
  const words = () => {
    if (state === 'running') return update === null ? t('starting') : t('running', { seconds: seconds(toSeconds(update.now)) });
    if (state === 'cancelled') return result === null ? t('stopped') : t('stoppedKeeps');
    if (state === 'finished' && result !== null) {
      const { scenario, events, brokerVersion } = result;
      return t('finished', { seed: String(scenario.seed), events, seconds: seconds(toSeconds(result.endsAt)), version: brokerVersion });
    }
    return null;
  };
  return (
    <>
      <p className={styles.state} role="status">
        {words()}
      </p>
      {state === 'finished' && result?.endedBy === 'limit' && (
        <Notice kind="problem" announce="polite" title={t('limit.title')}>
          <p>
            {result.events >= mostEventsOf(result.scenario)
              ? t('limit.events', { most: mostEventsOf(result.scenario), seconds: seconds(toSeconds(result.endsAt)) })
              : t('limit.time')}
          </p>
          <p>{t('limit.missing')}</p>
        </Notice>
      )}
    </>
  );
}

function CopyLink({ link, restingAt }: Pick<RunButtonsProps, 'link' | 'restingAt'>) {
  const t = useTranslations('lab.actions');
  const [copied, setCopied] = useState<{ readonly link: string; readonly knobs: string; readonly done: boolean } | null>(null);
  const latest = useRef(0);
  const copy = () => {
    const address = link(restingAt?.() ?? undefined);
    const knobs = link();
    const attempt = ++latest.current;
    const tell = (done: boolean) => attempt === latest.current && setCopied({ link: address, knobs, done });
    // Without a secure context there is no clipboard at all.
    const written = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => tell(true),
      () => tell(false),
    );
  };
  const current = copied !== null && copied.knobs === link() ? copied : null;
  return (
    <div className={styles.link}>
      <Button kind="quiet" onClick={copy}>
        {t('copyLink')}
      </Button>
      <p className={styles.state} role="status">
        {current !== null && (current.done ? t('copied') : t('copyFailed'))}
      </p>
      {current?.done === false && (
        <input
          className={styles.address}
          readOnly
          value={current.link}
          aria-label={t('copyLink')}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
