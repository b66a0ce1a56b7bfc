// What the learner sets: version, ids, what the two do when they are thrown out, and what matters then.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type TakeOverKnobs } from './knobs.ts';
import { MacIds } from './MacIds.tsx';

export interface KnobPanelProps {
  readonly experiment: Experiment<TakeOverKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('takeOver.knobs');
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name, { v5: String(values.protocolVersion === '5.0') }),
    option: (name, option) => (name === 'protocolVersion' ? null : t(`option.${option as 'on'}`)),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('ids')}
      {values.ids === 'fromMac' && (
        <>
          {choice('chips')}
          {choice('macForm', { inPairs: true })}
          <MacIds values={values} />
        </>
      )}
      {choice('afterwards')}
      {values.afterwards === 'stay' ? (
        <>
          {choice('firstClean')}
          {choice('secondClean')}
        </>
      ) : (
        number('reconnectAfterMs', { unit: 'ms' })
      )}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
