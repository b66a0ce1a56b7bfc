// The prediction: at which level the message of one telling pair arrives, or, with a cut, how often; in the emergency stop, how often the controller acts. The run answers.
import { useTranslations } from 'use-intl';
import type { QoS, Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { hasPairs, hopsCut, levelOf, pairsAt } from './pairs.ts';
import { stopStoryAt } from './stop.ts';

interface Question {
  readonly about: 'level' | 'times' | 'acts';
  /** The pair that is asked about; of no meaning in the emergency stop. */
  readonly published: QoS;
  readonly subscribed: QoS;
}

/** The pair that most people get wrong, as things stand. */
export function questionOf(scenario: Scenario): Question {
  if (!hasPairs(scenario)) return { about: 'acts', published: 2, subscribed: 0 };
  const cut = hopsCut(scenario);
  if (cut.publisher) return { about: 'times', published: 1, subscribed: 0 };
  if (cut.reader) return { about: 'times', published: 2, subscribed: 1 };
  return { about: 'level', published: 0, subscribed: 2 };
}

/** 0, 1 or 2: a level, or how often, where 2 stands for all above; `null`: nothing arrived, and a level was asked for. */
function answerOf({ about, published, subscribed }: Question, whole: RunView): { readonly option: number | null; readonly count: number } {
  if (about === 'acts') {
    const { acted } = stopStoryAt(whole, whole.at);
    return { option: Math.min(2, acted), count: acted };
  }
  const pair = pairsAt(whole, whole.at)[published * 3 + subscribed];
  const count = pair?.arrivals.length ?? 0;
  if (about === 'times') return { option: Math.min(2, count), count };
  return { option: pair === undefined ? null : levelOf(pair), count };
}

const OPTIONS = [0, 1, 2] as const;

export function PredictedArrival({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('effectiveQos.prediction');
  const guess = useGuess<number>(scenario, result, playback);
  const question = questionOf(scenario);
  const { about } = question;
  const name = (option: number) => t(about === 'level' ? 'level' : 'times', { count: option });
  const told = guess.watched && whole !== null ? answerOf(question, whole) : null;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: name(guess.value) };
    if (told === null) return t('waiting', said);
    if (told.option === null) return t('nothing', said);
    const was = about === 'level' ? name(told.option) : t('counted', { count: told.count });
    return told.option === guess.value ? t('right', { ...said, was }) : t('wrong', { ...said, was });
  };
  return (
    <Prediction
      question={t.rich(`question.${about}`, {
        published: question.published,
        subscribed: question.subscribed,
        b: (text) => <b>{text}</b>,
      })}
      legend={t(`legend.${about}`)}
      options={OPTIONS.map((value) => ({ value, label: name(value) }))}
      guess={guess}
      answer={answer()}
      answered={told !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
