// The prediction: how many of the readings that wait for the logger will it still get after the restart? The run answers.
import { useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { readingsIn } from './settings.ts';
import { type Amount, amountOf, storyOf } from './story.ts';

const AMOUNTS: readonly Amount[] = ['none', 'some', 'all'];

export function PredictedReadings({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('brokerRestart.prediction');
  const guess = useGuess<Amount>(scenario, result, playback);
  const readings = readingsIn(scenario);
  const got = guess.watched && whole !== null ? storyOf(whole, readings).got : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`amount.${guess.value}`), readings };
    if (got === null) return t('waiting', said);
    return amountOf(got, readings) === guess.value ? t('right', { ...said, got }) : t('wrong', { ...said, got });
  };
  return (
    <Prediction
      question={t.rich('question', { readings, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={AMOUNTS.map((value) => ({ value, label: t(`amount.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={got !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
