// What the learner sets: where the device takes its id from, what it asks the broker to keep, what the broker does by itself, and how much of it there is.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type OrphanKnobs } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<OrphanKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('orphans.knobs');
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name),
    option: (name, option) => (name === 'protocolVersion' ? null : t(`option.${option as 'on'}`)),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('ids')}
      {choice(values.protocolVersion === '5.0' ? 'expiry' : 'clean')}
      {choice('expiration')}
      {number('starts')}
      {number('messages')}
      {values.messages > 0 && number('payloadBytes', { unit: 'B' })}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
