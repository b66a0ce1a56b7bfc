// What the learner sets: how the device's connection ends, its keep alive, what its will is like, and when it is back.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { EndingField } from './EndingField.tsx';
import { KNOBS, type WillKnobs } from './knobs.ts';

type NumberName = 'keepAliveSeconds' | 'backAfterSeconds' | 'sessionExpirySeconds' | 'willDelaySeconds';
type ChoiceName = Exclude<keyof WillKnobs, NumberName | 'ending'>;

/** Their options are called as in the address. */
const PLAIN: ReadonlySet<ChoiceName> = new Set(['protocolVersion', 'willQos']);

export interface KnobPanelProps {
  readonly experiment: Experiment<WillKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('will.knobs');
  const { ending, keepAliveSeconds, backAfterSeconds } = values;
  const five = values.protocolVersion === '5.0';
  const choice = (name: ChoiceName) => (
    <ChoiceField<string>
      knob={KNOBS[name]}
      label={t(name)}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...(PLAIN.has(name) ? {} : { name: (option: string) => t(`option.${option as 'on'}`) })}
    />
  );
  const number = (name: NumberName, help?: ReactNode) => (
    <NumberField
      knob={KNOBS[name]}
      label={t(name)}
      unit="s"
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      help={help}
    />
  );
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('protocolVersion')}
      <EndingField value={ending} corrections={corrections} onChange={(value) => set({ ending: value })} />
      {ending === 'disconnectWithWill' && !five && <Notice announce="polite">{t('noReason')}</Notice>}
      {number('keepAliveSeconds', keepAliveSeconds === 0 ? t('keepAliveOff') : undefined)}
      {ending !== 'takeOver' && number('backAfterSeconds', backAfterSeconds === 0 ? t('staysAway') : undefined)}
      {ending === 'cable' && backAfterSeconds === 0 && keepAliveSeconds > 0 && choice('runsUntil')}
      {!five && choice('cleanSession')}
      {five && number('sessionExpirySeconds')}
      {five && number('willDelaySeconds')}
      {choice('willQos')}
      {choice('willRetain')}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
