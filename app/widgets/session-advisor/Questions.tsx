// The questions, and the amounts that the answers ask for. What would change nothing is not asked.
import { useTranslations } from 'use-intl';
import { isAsked, QUESTIONS } from '#content';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import { ChoiceField, useAddressWord } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { type AdvisorValues, answersIn, KNOBS } from './knobs.ts';

export function Questions({ experiment }: { readonly experiment: Experiment<AdvisorValues> }) {
  const t = useTranslations('sessionAdvisor.inputs');
  const { values, corrections, set } = experiment;
  const answers = answersIn(values);
  const word = useAddressWord(corrections);
  return (
    <>
      {QUESTIONS.filter((question) => isAsked(question, answers)).map(({ name, text, options }) => (
        <div key={name}>
          <RadioList
            legend={text}
            options={options.map((option) => ({ value: option.value, label: option.text }))}
            value={values[name]}
            onChange={(value) => set({ [name]: value })}
          />
          {word(name) !== undefined && <Notice announce="polite">{word(name)}</Notice>}
        </div>
      ))}
      <AmountFields experiment={experiment} />
      <ChoiceField
        knob={KNOBS.version}
        label={t('version')}
        value={values.version}
        corrections={corrections}
        onChange={(version) => set({ version })}
      />
    </>
  );
}

function AmountFields({ experiment: { values, corrections, set } }: { readonly experiment: Experiment<AdvisorValues> }) {
  const t = useTranslations('sessionAdvisor.inputs');
  const heard = values.receives !== 'nothing';
  const limited = values.receives === 'each' && values.away !== 'once' && values.late !== 'wanted';
  return (
    <>
      <QuantityField
        label={values.away === 'once' ? t('used') : values.away === 'sleeps' ? t('sleeps') : t('away')}
        knob={KNOBS.awaySeconds}
        dimension="time"
        value={values.awaySeconds}
        onChange={(awaySeconds) => set({ awaySeconds })}
        corrections={corrections}
      />
      {heard && (
        <QuantityField
          label={t('rate')}
          knob={KNOBS.messagesPerHour}
          dimension="count"
          value={values.messagesPerHour}
          onChange={(messagesPerHour) => set({ messagesPerHour })}
          corrections={corrections}
        />
      )}
      {heard && (
        <QuantityField
          label={t('payload')}
          knob={KNOBS.payloadBytes}
          dimension="bytes"
          value={values.payloadBytes}
          onChange={(payloadBytes) => set({ payloadBytes })}
          corrections={corrections}
        />
      )}
      {limited && (
        <QuantityField
          label={t('useful')}
          knob={KNOBS.usefulSeconds}
          dimension="time"
          value={values.usefulSeconds}
          onChange={(usefulSeconds) => set({ usefulSeconds })}
          corrections={corrections}
        />
      )}
    </>
  );
}
