// How does what the broker really needs stand to the course's sizing rule?
import { useFormatter, useTranslations } from 'use-intl';
import type { StormScenario } from '#simulations';
import { writeDecimalBytes } from '../../calculator/writeBothBytes.ts';
import { useFleetGuess } from '../../fleet/useFleetGuess.ts';
import type { FleetRun } from '../../fleet/useFleetRun.ts';
import { PredictionFrame } from '../../lab/Prediction.tsx';
import { TileChoice } from '../../ui/TileChoice.tsx';
import type { StormValues } from './knobs.ts';
import { FITS, type Fit, fitOf, ruleOf, sizingOf } from './sizing.ts';

export interface GuessProps {
  /** The setting; the same object while it is the same. */
  readonly values: StormValues;
  readonly storm: FleetRun<StormScenario>;
}

export function Guess({ values, storm }: GuessProps) {
  const t = useTranslations('reconnectStorm.guess');
  const format = useFormatter();
  const { value, set, isAsked, isAnswered } = useFleetGuess<Fit>(values, [storm]);
  const rule = ruleOf(storm.scenario);
  if (!isAsked || rule === 0) return null;
  const { result } = storm.run;
  const answer = () => {
    if (!isAnswered || result === null) return t('runFirst');
    const { taken, ratio } = sizingOf(result);
    // A storm that never began is one whose queues could not be filled.
    if (ratio === null || result.attempts === 0) return t('untold');
    const facts = { taken: writeDecimalBytes(taken), ratio: format.number(ratio, { maximumFractionDigits: 2 }) };
    return t(fitOf(ratio) === value ? 'right' : 'wrong', facts);
  };
  return (
    <PredictionFrame answer={value !== null && answer()}>
      <TileChoice<Fit | ''>
        label={t('question', { rule: writeDecimalBytes(rule) })}
        options={FITS.map((fit) => ({ value: fit, label: t(`fits.${fit}`) }))}
        value={value ?? ''}
        onChange={(next) => next !== '' && set(next)}
        layout="wrapped"
      />
    </PredictionFrame>
  );
}
