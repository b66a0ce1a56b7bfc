// What the learner sets: the situation, the version, and the few knobs that matter in that situation, with a word where a value means something special.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters, useAddressWord } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { type ChoiceName, KNOBS, KNOBS_OF, type NumberName, type QueueKnobs } from './knobs.ts';
import { SituationChoice } from './SituationChoice.tsx';

export interface KnobPanelProps {
  readonly experiment: Experiment<QueueKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

const UNITS: Partial<Record<NumberName, string>> = {
  bytesLimit: 'B',
  payloadBytes: 'B',
  lifetimeSeconds: 's',
  expirySeconds: 's',
  awaySeconds: 's',
  awayMinutes: 'min',
};
/** Where 0 means that there is no limit. */
const ZERO_IS_ENDLESS: readonly (keyof QueueKnobs)[] = ['limit', 'bytesLimit', 'inFlight'];

function isNumber(name: keyof QueueKnobs): name is NumberName {
  return KNOBS[name].kind === 'number';
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('queue.knobs');
  const word = useAddressWord(corrections)(KNOBS.situation.parameter);
  const choice = (name: ChoiceName) => (
    <ChoiceField<string>
      key={name}
      knob={KNOBS[name]}
      label={t(`label.${name}`, { valves: String(values.situation === 'lifetime') })}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...(name === 'protocolVersion' ? {} : { name: (option: string) => t(`option.${option as 'on'}`) })}
    />
  );
  const number = (name: NumberName) => {
    const unit = UNITS[name];
    const endless = values[name] === 0 && ZERO_IS_ENDLESS.includes(name);
    return (
      <NumberField
        key={name}
        knob={KNOBS[name]}
        label={t(`label.${name}`)}
        value={values[name]}
        corrections={corrections}
        onChange={(value) => set({ [name]: value })}
        {...(unit === undefined ? {} : { unit })}
        {...(endless ? { help: t('endless') } : {})}
      />
    );
  };
  // 3.1.1 has no session expiry to set. [v5.0 §3.1.2.11.2]
  const has = (name: keyof QueueKnobs) => name !== 'expirySeconds' || values.protocolVersion === '5.0';
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      <SituationChoice value={values.situation} onChange={(situation) => set({ situation })} />
      {word !== undefined && <Notice announce="polite">{word}</Notice>}
      {choice('protocolVersion')}
      {KNOBS_OF[values.situation].filter(has).map((name) => (isNumber(name) ? number(name) : choice(name)))}
      {values.situation === 'expiry' && values.protocolVersion === '3.1.1' && <Notice>{t('noExpiry')}</Notice>}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
