// What the learner has: outages, readings, the record they make, and the buffer that is to hold them.
import { useTranslations } from 'use-intl';
import { readingsDuring } from '#simulations';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import type { Dimension } from '../../calculator/quantity.ts';
import { ChoiceField } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Button } from '../../ui/Button.tsx';
import { type BufferValues, KNOBS } from './knobs.ts';

type Quantity = 'outage' | 'outagesPerYear' | 'rate' | 'topicBytes' | 'payloadBytes' | 'topicRoom' | 'payloadRoom' | 'slots' | 'drainRate';

export function BufferInputs({ experiment }: { readonly experiment: Experiment<BufferValues> }) {
  const t = useTranslations('bufferSize.inputs');
  const { values, corrections, set } = experiment;
  const quantity = (name: Quantity, dimension: Dimension) => ({
    label: t(name),
    knob: KNOBS[name],
    dimension,
    value: values[name],
    corrections,
    onChange: (value: number) => set({ [name]: value }),
    slider: false,
  });
  const readings = Math.min(KNOBS.slots.maximum, readingsDuring(values.rate, values.outage));
  return (
    <>
      <QuantityField {...quantity('outage', 'time')} slider help={t('outageHelp')} />
      <QuantityField {...quantity('outagesPerYear', 'count')} />
      <QuantityField {...quantity('rate', 'rate')} slider help={t('rateHelp')} />
      <QuantityField {...quantity('topicBytes', 'bytes')} />
      <QuantityField {...quantity('payloadBytes', 'bytes')} />
      <ChoiceField
        knob={KNOBS.form}
        label={t('form')}
        value={values.form}
        corrections={corrections}
        onChange={(form) => set({ form })}
        name={(form) => t(`forms.${form}`)}
      />
      {values.form === 'slots' && (
        <>
          <QuantityField {...quantity('topicRoom', 'bytes')} help={t('roomHelp')} />
          <QuantityField {...quantity('payloadRoom', 'bytes')} />
        </>
      )}
      <ChoiceField
        knob={KNOBS.stamp}
        label={t('stamp')}
        value={values.stamp}
        corrections={corrections}
        onChange={(stamp) => set({ stamp })}
        name={(stamp) => t(`stamps.${stamp}`)}
      />
      <ChoiceField
        knob={KNOBS.place}
        label={t('place')}
        value={values.place}
        corrections={corrections}
        onChange={(place) => set({ place })}
        name={(place) => t(`places.${place}`)}
      />
      <QuantityField {...quantity('slots', 'count')} />
      {readings !== values.slots && <Button onClick={() => set({ slots: readings })}>{t('takeAll', { readings })}</Button>}
      <ChoiceField
        knob={KNOBS.whenFull}
        label={t('whenFull')}
        value={values.whenFull}
        corrections={corrections}
        onChange={(whenFull) => set({ whenFull })}
        name={(policy) => t(`policies.${policy}`)}
      />
      <QuantityField {...quantity('drainRate', 'rate')} help={t('drainRateHelp')} />
    </>
  );
}
