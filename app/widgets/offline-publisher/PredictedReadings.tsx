// The prediction: how many of the readings that are made meanwhile reach the dashboard? The run answers.
import { useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { type Amount, amountOf, storyOf } from './story.ts';

const AMOUNTS: readonly Amount[] = ['none', 'some', 'all'];

export function PredictedReadings({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('offlinePublisher.prediction');
  const guess = useGuess<Amount>(scenario, result, playback);
  const story = guess.watched && whole !== null ? storyOf(whole, scenario) : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`amount.${guess.value}`) };
    if (story === null) return t('waiting', said);
    const { arrivedMeanwhile: got, madeMeanwhile: made } = story;
    return amountOf(got, made) === guess.value ? t('right', { ...said, got, made }) : t('wrong', { ...said, got, made });
  };
  return (
    <Prediction
      question={t.rich('question', { b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={AMOUNTS.map((value) => ({ value, label: t(`amount.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={story !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
