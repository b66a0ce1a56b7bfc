// How a device comes back: the strategy's numbers, and the faults that programs are met with. The strategy itself is chosen elsewhere, because a widget may have two of them.
import { useTranslations } from 'use-intl';
import { Knobs } from '../lab/KnobPanel.tsx';
import { knobFields } from '../lab/knobFields.tsx';
import type { Experiment } from '../state/experiment.ts';
import { Details } from '../ui/Details.tsx';
import { BACKOFF_KNOBS, type BackoffValues } from './knobs.ts';

/** Of a widget whose values hold more than these. */
export interface FieldsOf<Values> {
  readonly experiment: Pick<Experiment<Values>, 'values' | 'corrections' | 'set'>;
}

const FAULTS = ['firstWait', 'overCap', 'counter'] as const;

export function BackoffFields({ experiment }: FieldsOf<BackoffValues>) {
  const t = useTranslations('fleet');
  const fields = knobFields<BackoffValues>(BACKOFF_KNOBS, experiment, {
    label: (name) => t(`knobs.${name}`),
    option: (name, option) =>
      name === 'strategy' ? t(`strategies.${option as BackoffValues['strategy']}`) : t(`options.${option as BackoffValues['overCap']}`),
  });
  const { values, corrections } = experiment;
  const faulty = FAULTS.some(
    (name) =>
      values[name] !== BACKOFF_KNOBS[name].standard || corrections.some(({ parameter }) => parameter === BACKOFF_KNOBS[name].parameter),
  );
  return (
    <>
      {fields.number('base', { unit: 's' })}
      {fields.number('cap', { unit: 's' })}
      {fields.number('jitter', { unit: '%' })}
      {fields.number('attempts', { slider: false, help: t('knobs.attemptsHelp') })}
      <Details summary={t('faults')} open={faulty}>
        <Knobs>
          {fields.choice('firstWait')}
          {fields.choice('overCap')}
          {fields.choice('counter')}
        </Knobs>
      </Details>
    </>
  );
}
