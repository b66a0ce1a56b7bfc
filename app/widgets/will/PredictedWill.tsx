// The prediction: when is the watcher told that the device is gone? The run answers.
import { useFormatter, useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { settingsOf } from './settings.ts';
import { storyOf, type When, whenOf } from './story.ts';

const WHEN: readonly When[] = ['atOnce', 'later', 'never'];

export function PredictedWill({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('will.prediction');
  const format = useFormatter();
  const guess = useGuess<When>(scenario, result, playback);
  const settings = settingsOf(scenario);
  const story = guess.watched && whole !== null ? storyOf(whole, settings) : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`when.${guess.value}`) };
    if (story === null) return t('waiting', said);
    const when = whenOf(story);
    const seconds = format.number((story.will?.toldAt ?? story.endedAt) - story.endedAt, { maximumFractionDigits: 2 });
    return t(when === guess.value ? 'right' : 'wrong', { ...said, told: String(story.will !== null), seconds });
  };
  return (
    <Prediction
      question={t.rich('question', { ending: settings.ending, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={WHEN.map((value) => ({ value, label: t(`when.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={story !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
