// The prediction and what the run makes of it: how many messages will QoS 1 bring twice? The answer comes when the playhead is at the end: who guesses may also watch.
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import type { RunResult } from '#simulations/worker';
import type { Playback } from '../../bench/usePlayback.ts';
import { Prediction, useGuess } from '../../lab/Prediction.tsx';
import { COMPARED, caveatOf, expectedOf } from './figures.ts';
import { type DuplicateRange, duplicateRanges, isWithin } from './prediction.ts';
import { useQuantity } from './useQuantity.ts';

const AT_LEAST_ONCE = 1;
const COUNT = { unit: null, decimals: 1 } as const;
const DUPLICATES = COMPARED.find(({ name }) => name === 'duplicates');

export interface PredictedDuplicatesProps {
  /** What the knobs say. */
  readonly scenario: Scenario;
  /** The run of that very scenario; `null` where there is none yet. */
  readonly result: RunResult | null;
  readonly playback: Playback;
}

export function PredictedDuplicates({ scenario, result, playback }: PredictedDuplicatesProps) {
  const t = useTranslations('qosDelivery.prediction');
  const quantity = useQuantity();
  const guess = useGuess<number>(scenario, result, playback);
  const messages = scenario.devices[AT_LEAST_ONCE]?.messages ?? 0;
  const ranges = duplicateRanges(messages);
  const name = ({ low, high }: DuplicateRange) => {
    if (high === null) return t('more', { low });
    if (high === 0) return t('none');
    return high === low ? t('one', { low }) : t('range', { low, high });
  };
  const chosen = guess.value === null ? undefined : ranges[guess.value];
  const duplicates = guess.watched ? (result?.figures[AT_LEAST_ONCE]?.duplicates ?? null) : null;
  const answer = () => {
    if (chosen === undefined) return null;
    const range = name(chosen);
    if (duplicates === null) return t('waiting', { range });
    const said = isWithin(chosen, duplicates) ? t('right', { range, duplicates }) : t('wrong', { range, duplicates });
    if (scenario.devices[AT_LEAST_ONCE]?.link.transport === 'tcp') return `${said} ${t('tcp')}`;
    const expected = expectedDuplicates(scenario);
    return expected === null ? said : `${said} ${t('expected', { mean: quantity(COUNT, expected) })}`;
  };
  return (
    <Prediction
      question={t.rich('question', { messages, b: (text) => <b>{text}</b> })}
      legend={t('legend')}
      options={ranges.map((range, index) => ({ value: index, label: name(range) }))}
      guess={guess}
      answer={answer()}
      answered={duplicates !== null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}

function expectedDuplicates(scenario: Scenario): number | null {
  const expected = expectedOf(scenario)[AT_LEAST_ONCE];
  return expected === undefined || DUPLICATES === undefined || caveatOf(DUPLICATES, expected) !== null ? null : expected.duplicates.mean;
}
