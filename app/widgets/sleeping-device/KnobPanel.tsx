// What the learner sets: what the device asks the broker to keep, how long it sleeps and listens, and how it finds its Wi-Fi.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { joinMs } from '#simulations';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { KNOBS, type SleepingDeviceKnobs } from './knobs.ts';

type NumberName = 'sessionExpirySeconds' | 'sleepSeconds' | 'listenMs';
type ChoiceName = Exclude<keyof SleepingDeviceKnobs, NumberName>;

export interface KnobPanelProps {
  readonly experiment: Experiment<SleepingDeviceKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('sleepingDevice.knobs');
  const keeps = values.keepsSession === 'on';
  const expires = values.protocolVersion === '5.0' && keeps;
  const choice = (name: ChoiceName) => (
    <ChoiceField<string>
      knob={KNOBS[name]}
      label={t(name, { ms: joinMs(values.join) })}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...(name === 'protocolVersion' ? {} : { name: (option: string) => t(`option.${option as 'on'}`) })}
    />
  );
  const number = (name: NumberName, unit: string) => (
    <NumberField
      knob={KNOBS[name]}
      label={t(name)}
      value={values[name]}
      unit={unit}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      {choice('keepsSession')}
      {expires && number('sessionExpirySeconds', 's')}
      {number('sleepSeconds', 's')}
      {expires && values.sessionExpirySeconds <= values.sleepSeconds && <Notice>{t('tooShort')}</Notice>}
      {number('listenMs', 'ms')}
      {choice('join')}
      {choice('saysGoodbye')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
