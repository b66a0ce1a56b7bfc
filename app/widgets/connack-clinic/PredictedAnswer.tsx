// The prediction: which code will the broker give, or none? The run answers.
import { useTranslations } from 'use-intl';
import type { DoorstepFinding, ProtocolVersion, Scenario } from '#simulations';
import type { RunResult } from '#simulations/worker';
import type { Playback } from '../../bench/usePlayback.ts';
import { PredictionFrame, useGuess } from '../../lab/Prediction.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { type Answer, answerOf, answersOf, codeName, meaningOf, NO_CONNACK } from './answers.ts';

export interface PredictedAnswerProps {
  readonly version: ProtocolVersion;
  readonly scenario: Scenario;
  /** The run of that very scenario, and what came of it; `null` where there is none yet. */
  readonly result: RunResult | null;
  readonly finding: DoorstepFinding | null;
  readonly playback: Playback;
}

export function PredictedAnswer({ version, scenario, result, finding, playback }: PredictedAnswerProps) {
  const t = useTranslations('connackClinic.prediction');
  const guess = useGuess<Answer>(scenario, result, playback);
  const given = guess.watched && finding !== null ? answerOf(finding) : null;
  const named = (answer: Answer) =>
    answer === NO_CONNACK ? t('closes') : t('named', { code: codeName(answer), name: meaningOf(version, answer) });
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: named(guess.value) };
    if (given === null) return t('waiting', said);
    return given === guess.value ? t('right', said) : t('wrong', { ...said, answer: named(given) });
  };
  return (
    <PredictionFrame
      answer={answer()}
      way={
        guess.value !== null &&
        given === null &&
        result !== null && (
          <Button kind="quiet" onClick={() => playback.seek(result.endsAt)}>
            {t('showAnswer')}
          </Button>
        )
      }
    >
      <RadioList<Answer>
        legend={t.rich('question', { b: (text) => <b>{text}</b> })}
        options={answersOf(version).map((value) => ({ value, label: named(value) }))}
        value={guess.value}
        onChange={guess.set}
      />
    </PredictionFrame>
  );
}
