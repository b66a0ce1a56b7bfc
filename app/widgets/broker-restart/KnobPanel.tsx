// What the learner sets: what the broker writes to its file and when, how it comes to its end, and how the logger's session began.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type RestartKnobs } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<RestartKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('brokerRestart.knobs');
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name),
    option: (name, option) => (name === 'protocolVersion' ? null : t(`option.${option as 'on'}`)),
  });
  const changes = values.autosaveCounts === 'changes';
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('persistence')}
      {values.persistence === 'on' && (
        <>
          {choice('autosaveCounts')}
          {number('autosaveInterval', {
            unit: changes ? t('changes') : 's',
            slider: false,
            help: t('autosaveHelp', { changes: String(changes) }),
          })}
        </>
      )}
      {choice('end')}
      {values.end === 'saveThenKill' && number('signalAfter')}
      {values.protocolVersion === '5.0' && choice('cleanFirst')}
      {number('readings')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
