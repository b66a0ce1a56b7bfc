// What the learner sets: what the sensor's program is written with, what it asks for, how long it is offline, and whether it keeps a buffer of its own.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { runsOnChip } from '#simulations';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type OfflinePublisherKnobs } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<OfflinePublisherKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('offlinePublisher.knobs');
  const chip = String(runsOnChip(values.library));
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name, { chip }),
    option: (name, option) => (name === 'qos' ? null : t(`option.${option as 'on'}`)),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('library', { inPairs: true })}
      {choice('qos')}
      {choice('keepsSession')}
      {number('outageSeconds', { unit: 's' })}
      {choice('buffer', { inPairs: true })}
      {values.buffer !== 'none' && (
        <>
          {number('slots')}
          {choice('whenFull')}
          {number('drainEveryMs', { unit: 'ms' })}
        </>
      )}
      {choice('powerFails')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
