// Which of the two strategies has everybody back first?
import { useTranslations } from 'use-intl';
import type { StormScenario } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { useFleetGuess } from '../../fleet/useFleetGuess.ts';
import type { FleetRun } from '../../fleet/useFleetRun.ts';
import { PredictionFrame } from '../../lab/Prediction.tsx';
import { TileChoice } from '../../ui/TileChoice.tsx';
import type { BackOffValues } from './knobs.ts';
import { type Winner, winnerOf } from './shown.ts';

export interface GuessProps {
  /** The setting; the same object while it is the same. */
  readonly values: BackOffValues;
  readonly first: FleetRun<StormScenario>;
  readonly second: FleetRun<StormScenario>;
}

const WINNERS = ['first', 'second', 'alike'] as const satisfies readonly Winner[];

export function Guess({ values, first, second }: GuessProps) {
  const t = useTranslations('backOff.guess');
  const name = useTranslations('fleet.strategies');
  const { value, set, isAsked, isAnswered } = useFleetGuess<Winner>(values, [first, second]);
  const [one, other] = [first.run.result, second.run.result];
  if (values.strategy === values.other || !isAsked) return null;
  const nameOf = (winner: Winner) => (winner === 'alike' ? t('alike') : name((winner === 'first' ? first : second).scenario.backoff.kind));
  const answer = () => {
    if (!isAnswered || one === null || other === null) return t('runFirst');
    const time = (ms: number | null) => (ms === null ? t('never') : writeDuration(ms / 1_000));
    const winner = winnerOf(one, other);
    if (winner === null) return t('untold');
    const facts = {
      winner: nameOf(winner),
      one: nameOf('first'),
      other: nameOf('second'),
      a: time(one.allBackMs),
      b: time(other.allBackMs),
    };
    return t(winner === value ? 'right' : 'wrong', facts);
  };
  return (
    <PredictionFrame answer={value !== null && answer()}>
      <TileChoice<Winner | ''>
        label={t('question')}
        options={WINNERS.map((winner) => ({ value: winner, label: nameOf(winner) }))}
        value={value ?? ''}
        onChange={(next) => next !== '' && set(next)}
        layout="wrapped"
      />
    </PredictionFrame>
  );
}
