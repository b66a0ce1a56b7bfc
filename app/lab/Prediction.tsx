// A guess before the run, for whoever likes to make one; answered by the run when its end has been seen.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import type { RunResult } from '#simulations/worker';
import type { Playback } from '../bench/usePlayback.ts';
import { usePlayhead } from '../bench/usePlayhead.ts';
import { Button } from '../ui/Button.tsx';
import { type Segment, SegmentedControl } from '../ui/SegmentedControl.tsx';
import styles from './Prediction.module.css';

const LOOK_EVERY_MS = 250;

/** The learner's guess about one scenario, and whether the playhead has been at the end of its run. */
export interface Guess<Value> {
  readonly value: Value | null;
  readonly set: (value: Value) => void;
  readonly watched: boolean;
}

/** Whether the playhead has been at the end of this run. */
export function useSeenToEnd(result: RunResult | null, playback: Playback): boolean {
  const at = usePlayhead(playback.clock, LOOK_EVERY_MS);
  const [seen, setSeen] = useState<RunResult | null>(null);
  // The playhead of a new run stands where the old one's was until it is opened: only what is playable counts.
  const atEnd = result !== null && playback.run?.runId === result.runId && at >= result.endsAt;
  useEffect(() => {
    if (atEnd) setSeen(result);
  }, [atEnd, result]);
  return result !== null && (atEnd || seen === result);
}

/** `result`: the run of that very scenario; `null` where there is none yet. Another setting is another question. */
export function useGuess<Value>(scenario: Scenario, result: RunResult | null, playback: Playback): Guess<Value> {
  const [guess, setGuess] = useState<{ readonly scenario: Scenario; readonly value: Value } | null>(null);
  const watched = useSeenToEnd(result, playback);
  return {
    value: guess?.scenario === scenario ? guess.value : null,
    set: (value) => setGuess({ scenario, value }),
    watched,
  };
}

export interface PredictionFrameProps {
  /** The question and the choice. */
  readonly children: ReactNode;
  /** What is said to the guess, read out when it changes. */
  readonly answer: ReactNode;
  /** Below the answer: the way to it. */
  readonly way?: ReactNode;
}

/** What every guess stands in, whatever it is chosen with. */
export function PredictionFrame({ children, answer, way }: PredictionFrameProps) {
  return (
    <div className={styles.prediction}>
      {children}
      <p className={styles.answer} aria-live="polite">
        {answer}
      </p>
      {way}
    </div>
  );
}

export interface PredictionProps<Value extends string | number> {
  readonly question: ReactNode;
  /** Name of the choice. */
  readonly legend: string;
  readonly options: readonly Segment<Value>[];
  readonly guess: Guess<Value>;
  /** What is said to the guess, before and after it is answered. */
  readonly answer: ReactNode;
  readonly answered: boolean;
  /** Goes to the end of the run, where the answer is; `null`: there is no run of this setting yet. */
  readonly onShowAnswer: (() => void) | null;
}

export function Prediction<Value extends string | number>(props: PredictionProps<Value>) {
  const { question, legend, options, guess, answer, answered, onShowAnswer } = props;
  const t = useTranslations('lab.prediction');
  const guessed = guess.value !== null;
  return (
    <PredictionFrame
      answer={guessed && answer}
      way={
        guessed &&
        !answered &&
        onShowAnswer !== null && (
          <Button kind="quiet" onClick={onShowAnswer}>
            {t('showAnswer')}
          </Button>
        )
      }
    >
      <p className={styles.question}>{question}</p>
      <SegmentedControl label={legend} hideLabel options={options} value={guess.value} onChange={guess.set} />
    </PredictionFrame>
  );
}
