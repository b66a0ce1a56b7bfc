// The questions, each with its answers as sentences, and the three numbers.
import { useTranslations } from 'use-intl';
import type { QosQuestion } from '#content';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import { useAddressWord } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { type AdvisorValues, KNOBS, QUESTIONS } from './knobs.ts';

export function Questions({ experiment: { values, corrections, set } }: { readonly experiment: Experiment<AdvisorValues> }) {
  const t = useTranslations('qosAdvisor');
  const word = useAddressWord(corrections);
  const quantity = { corrections, slider: false };
  const radios = (name: QosQuestion) => {
    const remark = word(KNOBS[name].parameter);
    return (
      <div key={name}>
        <RadioList<string>
          legend={<b>{t(`question.${name}`)}</b>}
          options={KNOBS[name].options.map((option) => ({ value: option, label: t(`answer.${name}.${option}` as 'answer.loss.none') }))}
          value={values[name]}
          onChange={(answer) => set({ [name]: answer })}
        />
        {remark !== undefined && <Notice announce="polite">{remark}</Notice>}
      </div>
    );
  };
  return (
    <>
      {QUESTIONS.map(radios)}
      <QuantityField
        {...quantity}
        label={t('number.perSecond')}
        knob={KNOBS.perSecond}
        dimension="rate"
        value={values.perSecond}
        onChange={(perSecond) => set({ perSecond })}
        help={t('help.perSecond')}
      />
      <QuantityField
        {...quantity}
        label={t('number.roundTripSeconds')}
        knob={KNOBS.roundTripSeconds}
        dimension="time"
        value={values.roundTripSeconds}
        onChange={(roundTripSeconds) => set({ roundTripSeconds })}
      />
      <QuantityField
        {...quantity}
        label={t('number.payloadBytes')}
        knob={KNOBS.payloadBytes}
        dimension="bytes"
        value={values.payloadBytes}
        onChange={(payloadBytes) => set({ payloadBytes })}
      />
    </>
  );
}
