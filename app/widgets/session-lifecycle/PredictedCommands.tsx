// The prediction: how many of the commands that are sent meanwhile will the device get? The run answers.
import { useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { type Amount, amountOf, commandsIn, storyOf } from './story.ts';

const AMOUNTS: readonly Amount[] = ['none', 'some', 'all'];

export function PredictedCommands({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('sessionLifecycle.prediction');
  const guess = useGuess<Amount>(scenario, result, playback);
  const commands = commandsIn(scenario);
  if (commands === 0) return null;
  const got = guess.watched && whole !== null ? storyOf(whole).got : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`amount.${guess.value}`), commands };
    if (got === null) return t('waiting', said);
    return amountOf(got, commands) === guess.value ? t('right', { ...said, got }) : t('wrong', { ...said, got });
  };
  return (
    <Prediction
      question={t.rich('question', { commands, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={AMOUNTS.map((value) => ({ value, label: t(`amount.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={got !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
