// What the learner sets: what the sensor's program is written with, what it asks for, how long it is offline, and whether it keeps a buffer of its own.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { runsOnChip } from '#simulations';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type OfflinePublisherKnobs } from './knobs.ts';

type NumberName = 'outageSeconds' | 'slots' | 'drainEveryMs';
type ChoiceName = Exclude<keyof OfflinePublisherKnobs, NumberName>;

export interface KnobPanelProps {
  readonly experiment: Experiment<OfflinePublisherKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('offlinePublisher.knobs');
  const chip = String(runsOnChip(values.library));
  const choice = (name: ChoiceName) => (
    <ChoiceField<string>
      knob={KNOBS[name]}
      label={t(name, { chip })}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      inPairs={name === 'library' || name === 'buffer'}
      {...(name === 'qos' ? {} : { name: (option: string) => t(`option.${option as 'on'}`) })}
    />
  );
  const number = (name: NumberName, unit?: string) => (
    <NumberField
      knob={KNOBS[name]}
      label={t(name, { chip })}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...(unit === undefined ? {} : { unit })}
    />
  );
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('library')}
      {choice('qos')}
      {choice('keepsSession')}
      {number('outageSeconds', 's')}
      {choice('buffer')}
      {values.buffer !== 'none' && (
        <>
          {number('slots')}
          {choice('whenFull')}
          {number('drainEveryMs', 'ms')}
        </>
      )}
      {choice('powerFails')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
