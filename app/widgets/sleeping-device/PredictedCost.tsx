// The prediction: where does most of the energy go? The run answers, from the chip's states and the datasheet's currents.
import { useFormatter, useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { type Cost, costsOf, storyOf } from './story.ts';

const CHOICES: readonly Cost[] = ['join', 'talk', 'sleep'];

export function PredictedCost({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('sleepingDevice.prediction');
  const format = useFormatter();
  const guess = useGuess<Cost>(scenario, result, playback);
  const energy = guess.watched && whole !== null ? storyOf(whole).energy : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`cost.${guess.value}`) };
    const [most] = energy === null ? [] : costsOf(energy);
    if (most === undefined) return t('waiting', said);
    const told = { ...said, most: t(`cost.${most.cost}`), share: format.number(most.ratio, { style: 'percent' }) };
    return most.cost === guess.value ? t('right', told) : t('wrong', told);
  };
  return (
    <Prediction
      question={t.rich('question', { b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={CHOICES.map((value) => ({ value, label: t(`cost.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={energy !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
