// What the learner sets: what the device asks the broker to keep, how long it sleeps and listens, and how it finds its Wi-Fi.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { joinMs } from '#simulations';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { KNOBS, type SleepingDeviceKnobs } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<SleepingDeviceKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('sleepingDevice.knobs');
  const keeps = values.keepsSession === 'on';
  const expires = values.protocolVersion === '5.0' && keeps;
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name, { ms: joinMs(values.join) }),
    option: (name, option) => (name === 'protocolVersion' ? null : t(`option.${option as 'on'}`)),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('keepsSession')}
      {expires && number('sessionExpirySeconds', { unit: 's' })}
      {number('sleepSeconds', { unit: 's' })}
      {expires && values.sessionExpirySeconds <= values.sleepSeconds && <Notice>{t('tooShort')}</Notice>}
      {number('listenMs', { unit: 'ms' })}
      {choice('join')}
      {choice('saysGoodbye')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
