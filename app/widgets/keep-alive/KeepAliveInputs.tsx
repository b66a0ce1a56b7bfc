// What the learner has: a keep alive, a library, what the device has to say, and the way to the broker.
import { useTranslations } from 'use-intl';
import { habitsOf } from '#simulations';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import { ChoiceField } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { type KeepAliveValues, KNOBS } from './knobs.ts';
import { speaksFive } from './reckoning.ts';

export function KeepAliveInputs({ experiment }: { readonly experiment: Experiment<KeepAliveValues> }) {
  const t = useTranslations('keepAlive.inputs');
  const { values, corrections, set } = experiment;
  const time = (name: 'keepAlive' | 'publishEvery' | 'roundTrip' | 'willDelay' | 'forgets') => ({
    label: t(name),
    knob: KNOBS[name],
    dimension: 'time' as const,
    value: values[name],
    corrections,
    onChange: (value: number) => set({ [name]: value }),
  });
  return (
    <>
      <QuantityField {...time('keepAlive')} help={t('keepAliveHelp')} />
      <ChoiceField
        knob={KNOBS.library}
        label={t('library')}
        value={values.library}
        corrections={corrections}
        onChange={(library) => set({ library })}
        name={(library) => habitsOf(library).name}
        inPairs
      />
      <ChoiceField
        knob={KNOBS.traffic}
        label={t('traffic')}
        value={values.traffic}
        corrections={corrections}
        onChange={(traffic) => set({ traffic })}
        name={(traffic) => t(`trafficNames.${traffic}`)}
      />
      {values.traffic !== 'idle' && <QuantityField {...time('publishEvery')} />}
      {speaksFive(values) && <QuantityField {...time('willDelay')} help={t('willDelayHelp')} slider={false} />}
      <QuantityField {...time('roundTrip')} slider={false} />
      <QuantityField {...time('forgets')} help={t('forgetsHelp')} slider={false} />
    </>
  );
}
