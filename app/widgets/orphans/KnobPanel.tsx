// What the learner sets: where the device takes its id from, what it asks the broker to keep, what the broker does by itself, and how much of it there is.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type OrphanKnobs } from './knobs.ts';

type NumberName = 'starts' | 'messages' | 'payloadBytes';
type ChoiceName = Exclude<keyof OrphanKnobs, NumberName>;

export interface KnobPanelProps {
  readonly experiment: Experiment<OrphanKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('orphans.knobs');
  const choice = (name: ChoiceName) => (
    <ChoiceField<string>
      knob={KNOBS[name]}
      label={t(name)}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...(name === 'protocolVersion' ? {} : { name: (option: string) => t(`option.${option as 'on'}`) })}
    />
  );
  const number = (name: NumberName, unit?: string) => (
    <NumberField
      knob={KNOBS[name]}
      label={t(name)}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...(unit === undefined ? {} : { unit })}
    />
  );
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('ids')}
      {choice(values.protocolVersion === '5.0' ? 'expiry' : 'clean')}
      {choice('expiration')}
      {number('starts')}
      {number('messages')}
      {values.messages > 0 && number('payloadBytes', 'B')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
