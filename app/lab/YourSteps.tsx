// What the learner did to the run with the switches on the drawing, in order; each step can be gone to and taken back. Before the first: that it can be done.
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fromMilliseconds, type Scenario } from '#simulations';
import type { Playback } from '../bench/usePlayback.ts';
import { useVirtualTime } from '../bench/useVirtualTime.ts';
import type { Correction } from '../state/knobs.ts';
import { type LearnerStep, STEPS_PARAMETER } from '../state/learnerSteps.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { LearnerSteps } from './useLearnerSteps.ts';
import { whyIdle } from './withSteps.ts';
import styles from './YourSteps.module.css';

export interface YourStepsProps {
  readonly mine: LearnerSteps;
  /** What the knobs say: some steps may have no meaning there. */
  readonly scenario: Scenario;
  readonly corrections: readonly Correction[];
  readonly playback: Playback;
}

/** What is spoken when a step was made or taken back; those that were there from the start are not. */
function useSpoken(steps: readonly LearnerStep[], made: (step: LearnerStep) => string, takenBack: string): string {
  const [last, setLast] = useState({ steps, said: '' });
  if (last.steps === steps) return last.said;
  const fresh = steps.find((step) => !last.steps.includes(step));
  const said = fresh !== undefined ? made(fresh) : steps.length < last.steps.length ? takenBack : last.said;
  setLast({ steps, said });
  return said;
}

export function YourSteps({ mine, scenario, corrections, playback }: YourStepsProps) {
  const t = useTranslations('lab.steps');
  const address = useTranslations('lab.address');
  const write = useVirtualTime();
  const list = useRef<HTMLOListElement>(null);
  const frame = useRef<HTMLElement>(null);
  const [gone, setGone] = useState<number | null>(null);
  const { steps } = mine;

  // Whoever took a step back with the keyboard goes on at the next one.
  useEffect(() => {
    if (gone === null) return;
    setGone(null);
    const buttons = list.current?.querySelectorAll<HTMLElement>('button[data-remove]') ?? [];
    (buttons[Math.min(gone, buttons.length - 1)] ?? frame.current)?.focus();
  }, [gone]);

  const words = (step: LearnerStep) => t(step.do, { client: 'client' in step ? step.client : '' });
  const said = useSpoken(steps, (step) => t('added', { step: words(step), at: write(fromMilliseconds(step.atMs)) }), t('takenBack'));
  return (
    <section ref={frame} className={styles.steps} aria-label={t('title')} tabIndex={-1}>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
      {corrections
        .filter(({ parameter }) => parameter === STEPS_PARAMETER)
        .map(({ given, why }) => (
          <Notice key={given} announce="polite">
            {address(why, { parameter: STEPS_PARAMETER, given, used: '' })}
          </Notice>
        ))}
      {steps.length === 0 ? (
        <p className={styles.hint}>{t('none')}</p>
      ) : (
        <>
          <div className={styles.head}>
            <h3 className={styles.title}>{t('title')}</h3>
            <Button
              kind="quiet"
              className={styles.clear}
              onClick={() => {
                mine.clear();
                setGone(0);
              }}
            >
              {t('clear')}
            </Button>
          </div>
          <ol ref={list} className={styles.list}>
            {steps.map((step, index) => {
              const why = whyIdle(scenario, step);
              const at = write(fromMilliseconds(step.atMs));
              const goTo = () => {
                playback.pause();
                playback.seek(fromMilliseconds(step.atMs));
              };
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be the same; their order is fixed.
                <li key={`${step.atMs} ${step.do} ${index}`} className={styles.step} data-idle={why !== null || undefined}>
                  <button type="button" className={styles.instant} onClick={goTo} title={t('goTo', { at })}>
                    <VisuallyHidden>{t('goTo', { at })}</VisuallyHidden>
                    <span aria-hidden="true">{at}</span>
                  </button>
                  <span className={styles.words}>
                    {words(step)}
                    {why !== null && <span className={styles.why}>{t(why, { client: 'client' in step ? step.client : '' })}</span>}
                  </span>
                  <IconButton
                    data-remove
                    kind="quiet"
                    icon="cross"
                    className={styles.remove}
                    label={t('remove', { step: words(step), at })}
                    onClick={() => {
                      mine.remove(step);
                      setGone(index);
                    }}
                  />
                </li>
              );
            })}
          </ol>
          {mine.idle === 'tooMany' && <p className={styles.hint}>{t('tooMany')}</p>}
        </>
      )}
    </section>
  );
}
