// What the learner types and chooses.
import { useTranslations } from 'use-intl';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import { TextField } from '../../calculator/TextField.tsx';
import { ChoiceField } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type QosValues } from './knobs.ts';

type ChoiceName = 'published' | 'subscribed' | 'maxQos' | 'upgrade' | 'protocolVersion';

export function Fields({ experiment: { values, corrections, set } }: { readonly experiment: Experiment<QosValues> }) {
  const t = useTranslations('effectiveQosCalculator');
  const field = (name: ChoiceName) => ({
    knob: KNOBS[name],
    label: t(`input.${name}`),
    value: values[name] as string,
    corrections,
    onChange: (value: string) => set({ [name]: value }),
  });
  const levels = { name: (level: string) => t('level', { qos: Number(level) }) };
  return (
    <>
      <ChoiceField<string> {...field('published')} {...levels} />
      <ChoiceField<string> {...field('subscribed')} {...levels} />
      <ChoiceField<string> {...field('maxQos')} />
      <ChoiceField<string> {...field('upgrade')} name={(option) => t(`input.option.${option as 'on'}`)} />
      <ChoiceField<string> {...field('protocolVersion')} />
      <QuantityField
        label={t('input.lossRatio')}
        knob={KNOBS.lossRatio}
        dimension="probability"
        value={values.lossRatio}
        onChange={(lossRatio) => set({ lossRatio })}
        corrections={corrections}
        help={t('help.lossRatio')}
      />
      <TextField
        label={t('input.topicName')}
        knob={KNOBS.topicName}
        value={values.topicName}
        onChange={(topicName) => set({ topicName })}
        corrections={corrections}
        whyNot={(typed) => (typed === '' ? t('help.noTopic') : t('help.notATopic', { kept: values.topicName }))}
        help={t('help.topicName', { bytes: values.topicName.length })}
      />
      <QuantityField
        label={t('input.payloadBytes')}
        knob={KNOBS.payloadBytes}
        dimension="bytes"
        value={values.payloadBytes}
        onChange={(payloadBytes) => set({ payloadBytes })}
        corrections={corrections}
        slider={false}
      />
    </>
  );
}
