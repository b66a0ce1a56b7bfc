// The prediction: how many of the five get all that they still want, nothing that is not for them, and leave nothing behind?
import { useTranslations } from 'use-intl';
import { COMMANDS_IN_GAP, STRATEGIES } from '#simulations';
import { Prediction, useGuess } from '../../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../../lab/SessionLab.tsx';
import { isClean, strategyStories } from './strategyStory.ts';

const COUNTS = Array.from({ length: STRATEGIES.length + 1 }, (_, count) => count);

export function PredictedStrategies({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('sessionLifecycle.strategies.prediction');
  const guess = useGuess<number>(scenario, result, playback);
  const count = guess.watched && whole !== null ? strategyStories(whole).filter((story) => isClean(story, COMMANDS_IN_GAP)).length : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: guess.value };
    if (count === null) return t('waiting', said);
    return count === guess.value ? t('right', said) : t('wrong', { ...said, count });
  };
  return (
    <Prediction
      question={t.rich('question', { b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={COUNTS.map((value) => ({ value, label: String(value) }))}
      guess={guess}
      answer={answer()}
      answered={count !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
