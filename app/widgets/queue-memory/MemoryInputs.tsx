// What the learner has: a fleet, how long it is away, what comes for it, the limits, and the bytes that one of each takes.
import { useTranslations } from 'use-intl';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import type { Dimension } from '../../calculator/quantity.ts';
import { PresetButtons } from '../../fleet/PresetButtons.tsx';
import { Knobs } from '../../lab/KnobPanel.tsx';
import { ChoiceField } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Details } from '../../ui/Details.tsx';
import { BYTE_SETS, fieldsOf, KNOBS, type QueueMemoryValues } from './knobs.ts';

type Quantity = Exclude<keyof QueueMemoryValues, 'sharing'>;

export function MemoryInputs({ experiment }: { readonly experiment: Experiment<QueueMemoryValues> }) {
  const t = useTranslations('queueMemory.inputs');
  const { values, corrections, set } = experiment;
  const quantity = (name: Quantity, dimension: Dimension, more: { readonly help?: string; readonly slider?: boolean } = {}) => (
    <QuantityField
      label={t(name)}
      knob={KNOBS[name]}
      dimension={dimension}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      slider={false}
      {...more}
    />
  );
  const isTaken = (fields: Partial<QueueMemoryValues>) =>
    Object.entries(fields).every(([name, value]) => values[name as Quantity] === value);
  return (
    <>
      {quantity('devices', 'count', { slider: true })}
      {quantity('away', 'time', { slider: true })}
      {quantity('rate', 'rate', { help: t('rateHelp') })}
      {quantity('payload', 'bytes')}
      {quantity('topic', 'bytes', { help: t('topicHelp') })}
      <ChoiceField
        knob={KNOBS.sharing}
        label={t('sharing')}
        value={values.sharing}
        corrections={corrections}
        onChange={(sharing) => set({ sharing })}
        name={(sharing) => t(`sharings.${sharing}`)}
      />
      {quantity('limit', 'count', { help: t('limitHelp') })}
      <PresetButtons
        title={t('bytes')}
        presets={BYTE_SETS.map(({ key, constants }) => {
          const fields = fieldsOf(constants);
          return { key, label: t(`sets.${key}`), onTake: () => set(fields), isTaken: isTaken(fields) };
        })}
      />
      {quantity('message', 'bytes')}
      <Details summary={t('moreBytes')}>
        <Knobs>
          {quantity('copy', 'bytes')}
          {quantity('session', 'bytes')}
          {quantity('subscriptions', 'count')}
          {quantity('first', 'bytes')}
          {quantity('further', 'bytes')}
        </Knobs>
      </Details>
      <Details summary={t('moreLimits')} open={values.messageExpiry + values.sessionExpiry + values.limitBytes > 0}>
        <Knobs>
          {quantity('limitBytes', 'bytes', { help: t('limitBytesHelp') })}
          {quantity('messageExpiry', 'time', { help: t('none') })}
          {quantity('sessionExpiry', 'time', { help: t('none') })}
        </Knobs>
      </Details>
    </>
  );
}
