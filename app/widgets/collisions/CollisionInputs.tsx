// What the learner has: a fleet, the way its ids are made, and the risk that is bearable.
import { useTranslations } from 'use-intl';
import { type ChanceSource, idSafety } from '#simulations';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import { TextField } from '../../calculator/TextField.tsx';
import { ChoiceField, useAddressWord } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { type CollisionValues, KNOBS, SOURCES, USUAL_SPELLING } from './knobs.ts';

export function CollisionInputs({ experiment }: { readonly experiment: Experiment<CollisionValues> }) {
  const t = useTranslations('collisions');
  const { values, corrections, set } = experiment;
  const word = useAddressWord(corrections)(KNOBS.source.parameter);
  const { room } = idSafety(values);
  const takeSource = (source: ChanceSource) => set({ source, ...USUAL_SPELLING[source] });
  return (
    <>
      <QuantityField
        label={t('inputs.devices')}
        knob={KNOBS.devices}
        dimension="count"
        value={values.devices}
        corrections={corrections}
        onChange={(devices) => set({ devices })}
      />
      <QuantityField
        label={t('inputs.characters')}
        knob={KNOBS.characters}
        dimension="count"
        value={values.characters}
        corrections={corrections}
        onChange={(characters) => set({ characters })}
      />
      <ChoiceField
        knob={KNOBS.alphabet}
        label={t('inputs.alphabet')}
        value={values.alphabet}
        corrections={corrections}
        onChange={(alphabet) => set({ alphabet })}
        name={(alphabet) => t(`alphabets.${alphabet}`)}
        inPairs
      />
      <TextField
        label={t('inputs.prefix')}
        knob={KNOBS.prefix}
        value={values.prefix}
        corrections={corrections}
        onChange={(prefix) => set({ prefix })}
        whyNot={(typed) => t(typed.length > KNOBS.prefix.longest ? 'inputs.prefixTooLong' : 'inputs.prefixWrong')}
        help={t('inputs.room', { room })}
      />
      <div>
        <RadioList
          legend={t('inputs.source')}
          options={SOURCES.map((source) => ({
            value: source,
            label: t.rich(`sourceNames.${source}`, { code: (text) => <code>{text}</code> }),
          }))}
          value={values.source}
          onChange={takeSource}
        />
        {word !== undefined && <Notice announce="polite">{word}</Notice>}
      </div>
      <QuantityField
        label={t('inputs.risk')}
        knob={KNOBS.risk}
        dimension="probability"
        value={values.risk}
        corrections={corrections}
        onChange={(risk) => set({ risk })}
        help={t('inputs.riskHelp')}
        slider={false}
      />
    </>
  );
}
