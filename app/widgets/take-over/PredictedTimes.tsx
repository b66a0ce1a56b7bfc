// The prediction: how often will the broker throw one of the two out? The run answers.
import { useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { storyOf, type Times, timesOf } from './story.ts';

const TIMES: readonly Times[] = ['never', 'once', 'often'];

export function PredictedTimes({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('takeOver.prediction');
  const guess = useGuess<Times>(scenario, result, playback);
  const thrownOut = guess.watched && whole !== null ? storyOf(whole).thrownOut : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`times.${guess.value}`) };
    if (thrownOut === null) return t('waiting', said);
    return timesOf(thrownOut) === guess.value ? t('right', { ...said, thrownOut }) : t('wrong', { ...said, thrownOut });
  };
  return (
    <Prediction
      question={t.rich('question', { seconds: (scenario.lastsMs ?? 0) / 1_000, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={TIMES.map((value) => ({ value, label: t(`times.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={thrownOut !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
