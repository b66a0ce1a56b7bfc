// What the learner sets: version, ids, what the two do when they are thrown out, and what matters then.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type TakeOverKnobs } from './knobs.ts';
import { MacIds } from './MacIds.tsx';

type ChoiceName = Exclude<keyof TakeOverKnobs, 'reconnectAfterMs'>;

export interface KnobPanelProps {
  readonly experiment: Experiment<TakeOverKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('takeOver.knobs');
  const choice = (name: ChoiceName) => (
    <ChoiceField<string>
      knob={KNOBS[name]}
      label={t(name, { v5: String(values.protocolVersion === '5.0') })}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      inPairs={name === 'macForm'}
      {...(name === 'protocolVersion' ? {} : { name: (option: string) => t(`option.${option as 'on'}`) })}
    />
  );
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('ids')}
      {values.ids === 'fromMac' && (
        <>
          {choice('chips')}
          {choice('macForm')}
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
        <NumberField
          knob={KNOBS.reconnectAfterMs}
          label={t('reconnectAfterMs')}
          unit="ms"
          value={values.reconnectAfterMs}
          corrections={corrections}
          onChange={(reconnectAfterMs) => set({ reconnectAfterMs })}
        />
      )}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
