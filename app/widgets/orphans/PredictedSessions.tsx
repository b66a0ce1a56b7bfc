// The prediction: how many sessions does the broker hold for the one device in the end? The run answers.
import { useTranslations } from 'use-intl';
import { RANDOM_IDS_CLIENTS, type Scenario } from '#simulations';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { type Amount, amountOf, storyOf } from './story.ts';

const AMOUNTS = ['one', 'some', 'each'] as const;

/** How often the device is to start. */
function startsIn({ script = [] }: Scenario): number {
  return script.filter((step) => step.do === 'connect' && step.client === RANDOM_IDS_CLIENTS.device).length;
}

export function PredictedSessions({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('orphans.prediction');
  const guess = useGuess<Amount>(scenario, result, playback);
  const starts = startsIn(scenario);
  // One start leaves one session: there is nothing to guess.
  if (starts < 2) return null;
  const sessions = guess.watched && whole !== null ? storyOf(whole).atEnd : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`amount.${guess.value}`) };
    if (sessions === null) return t('waiting', said);
    return t(amountOf(sessions, starts) === guess.value ? 'right' : 'wrong', { ...said, sessions });
  };
  return (
    <Prediction
      question={t.rich('question', { starts, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={AMOUNTS.map((value) => ({ value, label: t(`amount.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={sessions !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
