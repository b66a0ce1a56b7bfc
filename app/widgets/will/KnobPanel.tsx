// What the learner sets: how the device's connection ends, its keep alive, what its will is like, and when it is back.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { EndingField } from './EndingField.tsx';
import { KNOBS, type WillKnobs } from './knobs.ts';

/** Their options are called as in the address. */
const PLAIN: ReadonlySet<keyof WillKnobs> = new Set(['protocolVersion', 'willQos']);

export interface KnobPanelProps {
  readonly experiment: Experiment<WillKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('will.knobs');
  const { ending, keepAliveSeconds, backAfterSeconds } = values;
  const five = values.protocolVersion === '5.0';
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name),
    option: (name, option) => (PLAIN.has(name) ? null : t(`option.${option as 'on'}`)),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      <EndingField value={ending} corrections={corrections} onChange={(value) => experiment.set({ ending: value })} />
      {ending === 'disconnectWithWill' && !five && <Notice announce="polite">{t('noReason')}</Notice>}
      {number('keepAliveSeconds', { unit: 's', help: keepAliveSeconds === 0 ? t('keepAliveOff') : undefined })}
      {ending !== 'takeOver' && number('backAfterSeconds', { unit: 's', help: backAfterSeconds === 0 ? t('staysAway') : undefined })}
      {ending === 'cable' && backAfterSeconds === 0 && keepAliveSeconds > 0 && choice('runsUntil')}
      {!five && choice('cleanSession')}
      {five && number('sessionExpirySeconds', { unit: 's' })}
      {five && number('willDelaySeconds', { unit: 's' })}
      {choice('willQos')}
      {choice('willRetain')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
