// The prediction: at which level the message of one telling pair arrives, how often, or what becomes of many; in the emergency stop, how often the controller acts.
import { useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { ANSWERS, type Answer, answerOf, questionOf } from './questions.ts';

export function PredictedArrival({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('effectiveQos.prediction');
  const guess = useGuess<Answer>(scenario, result, playback);
  const question = questionOf(scenario);
  const { about } = question;
  const name = (answer: Answer) => {
    if (about === 'fate') return t(`fate.${answer as 'both'}`);
    return t(about === 'level' ? 'level' : 'times', { count: Number(answer) });
  };
  const told = guess.watched && whole !== null ? answerOf(question, whole, scenario) : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: name(guess.value) };
    if (told === null) return t('waiting', said);
    if (told.answer === null) return t('nothing', said);
    if (told.answer === guess.value) return t('right', said);
    const counted = about === 'times' || about === 'acts';
    return t('wrong', { ...said, was: counted ? t('counted', { count: told.count }) : name(told.answer) });
  };
  return (
    <Prediction
      question={t.rich(`question.${about}`, {
        published: question.published,
        subscribed: question.subscribed,
        b: (text) => <b>{text}</b>,
      })}
      legend={t(`legend.${about}`)}
      options={ANSWERS[about].map((value) => ({ value, label: name(value) }))}
      guess={guess}
      answer={answer()}
      answered={told !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
