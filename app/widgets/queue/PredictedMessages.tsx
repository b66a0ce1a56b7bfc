// The prediction: which, or how many, of the messages will the valve get? The run answers.
import { useTranslations } from 'use-intl';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import type { PredictionPartProps } from '../../lab/SessionLab.tsx';
import { askedAbout, limitsOf, type Question, questionOf } from './scenarioFacts.ts';
import { amountOf, type Part, partOf, type Story, storyOf } from './story.ts';

const PARTS = ['oldest', 'newest', 'all', 'none'] as const;
const AMOUNTS = ['none', 'some', 'all'] as const;

/** What the run says to the question. */
function outcomeOf(question: Question, { messages }: Story): { readonly part: Part | 'some'; readonly got: number; readonly of: number } {
  const asked = messages.filter(({ lifetimeSeconds, qos }) =>
    question === 'fresh' ? lifetimeSeconds === null : question === 'qos0' ? qos === 0 : true,
  );
  const delivered = asked.map(({ fate }) => fate === 'delivered');
  const got = delivered.filter(Boolean).length;
  return { part: question === 'which' ? partOf(delivered) : amountOf(got, asked.length), got, of: asked.length };
}

export function PredictedMessages({ scenario, result, whole, playback }: PredictionPartProps) {
  const t = useTranslations('queue.prediction');
  const guess = useGuess<Part | 'some'>(scenario, result, playback);
  const question = questionOf(scenario);
  const count = askedAbout(scenario);
  if (count === 0) return null;
  const outcome = guess.watched && whole !== null ? outcomeOf(question, storyOf(scenario, whole)) : null;
  const options: readonly (Part | 'some')[] = question === 'which' ? PARTS : AMOUNTS;
  const answer = () => {
    if (guess.value === null) return null;
    const said = { guess: t(`part.${guess.value}`) };
    if (outcome === null) return t('waiting', said);
    const { got, of, part } = outcome;
    return t(part === guess.value ? 'right' : 'wrong', { ...said, part: t(`part.${part}`), got, of });
  };
  return (
    <Prediction
      question={t.rich(`question.${question}`, { count, limit: limitsOf(scenario).queuedMessages, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={options.map((value) => ({ value, label: t(`part.${value}`) }))}
      guess={guess}
      answer={answer()}
      answered={outcome !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}
