// A guess before the run, for whoever likes to make one: asked when the knobs have been turned, answered when both runs of that very setting are there.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StormScenario } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
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
  const [guess, setGuess] = useState<{ readonly values: BackOffValues; readonly value: Winner } | null>(null);
  const value = guess?.values === values ? guess.value : null;
  const isStale = first.isStale || second.isStale;
  const [one, other] = [first.run.result, second.run.result];
  if (values.strategy === values.other || (!isStale && value === null)) return null;
  const answered = !isStale && one !== null && other !== null;
  const nameOf = (winner: Winner) => (winner === 'alike' ? t('alike') : name((winner === 'first' ? first : second).scenario.backoff.kind));
  const answer = () => {
    if (!answered) return t('runFirst');
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
        onChange={(next) => next !== '' && setGuess({ values, value: next })}
        layout="wrapped"
      />
    </PredictionFrame>
  );
}
