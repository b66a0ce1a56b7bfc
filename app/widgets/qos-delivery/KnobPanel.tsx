// What the learner sets: the path and the number of messages in sight, the sender's habits and the seed one click away.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LossModel, ProtocolVersion, QosDeliveryKnobs } from '#simulations';
import { Knobs, KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, UnknownParameters, useAddressWord } from '../../lab/knobFields.tsx';
import type { Correction } from '../../state/knobs.ts';
import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { KNOBS, nextSeed } from './knobs.ts';

type NumericName = Exclude<keyof QosDeliveryKnobs, 'protocolVersion' | 'transport'>;

const LABELS = {
  messages: 'knobs.messages',
  lossRatio: 'knobs.loss',
  delayMs: 'knobs.delay',
  resendAfterMs: 'knobs.resend',
  attempts: 'knobs.attempts',
  publishIntervalMs: 'knobs.interval',
  seed: 'knobs.seed',
} as const satisfies Record<NumericName, string>;

/** Signs of the international system: the same in every language. */
const UNITS: Partial<Record<NumericName, string>> = { lossRatio: '%', delayMs: 'ms', resendAfterMs: 'ms', publishIntervalMs: 'ms' };

export interface KnobPanelProps {
  readonly values: QosDeliveryKnobs;
  readonly corrections: readonly Correction[];
  readonly onChange: (change: Partial<QosDeliveryKnobs>) => void;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ values, corrections, onChange, children }: KnobPanelProps) {
  const t = useTranslations('qosDelivery');
  const word = useAddressWord(corrections);
  const onTcp = values.transport === 'tcp';
  const knob = (name: NumericName) => {
    const sign = UNITS[name];
    const unit = sign === undefined ? {} : { unit: sign };
    const seed = name === 'seed' ? { slider: false, help: t('knobs.seedHelp') } : {};
    return (
      <NumberField
        knob={KNOBS[name]}
        label={t(name === 'lossRatio' && onTcp ? 'knobs.segmentLoss' : LABELS[name])}
        value={values[name]}
        corrections={corrections}
        onChange={(value) => onChange({ [name]: value })}
        {...unit}
        {...seed}
      />
    );
  };
  const hidden: readonly NumericName[] = ['resendAfterMs', 'attempts', 'publishIntervalMs', 'seed'];
  const turned = hidden.some((name) => values[name] !== KNOBS[name].standard || word(KNOBS[name].parameter) !== undefined);
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {knob('messages')}
      {knob('lossRatio')}
      <ChoiceField<LossModel>
        knob={KNOBS.transport}
        label={t('knobs.transport')}
        value={values.transport}
        corrections={corrections}
        onChange={(transport) => onChange({ transport })}
        name={(option) => t(`knobs.${option}`)}
      />
      {knob('delayMs')}
      <ChoiceField<ProtocolVersion>
        knob={KNOBS.protocolVersion}
        label={t('knobs.version')}
        value={values.protocolVersion}
        corrections={corrections}
        onChange={(protocolVersion) => onChange({ protocolVersion })}
      />
      <Details summary={t('knobs.more')} open={turned}>
        <Knobs>
          {onTcp ? <p>{t('knobs.noResend')}</p> : knob('resendAfterMs')}
          {!onTcp && knob('attempts')}
          {knob('publishIntervalMs')}
          {knob('seed')}
          <Button onClick={() => onChange({ seed: nextSeed(values.seed) })}>{t('knobs.nextSeed')}</Button>
        </Knobs>
      </Details>
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
