// What the learner sets, the prediction last, and the buttons that act on it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { QosDeliveryKnobs } from '#simulations';
import { type Correction, type NumberKnob, shown } from '../../state/knobs.ts';
import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Knob } from '../../ui/Knob.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import styles from './KnobPanel.module.css';
import { KNOBS, nextSeed } from './knobs.ts';

type NumericName = Exclude<keyof QosDeliveryKnobs, 'protocolVersion'>;

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

const TIDIED = 1e6;

function rangeOf(knob: NumberKnob) {
  const range = { min: shown(knob, knob.minimum), max: shown(knob, knob.maximum), step: shown(knob, knob.step) };
  // Equal ways for equal ratios where a range spans several powers of ten.
  return knob.minimum > 0 && knob.maximum / knob.minimum >= 1_000
    ? { ...range, precision: range.step, scale: 'logarithmic' as const }
    : range;
}

export interface KnobPanelProps {
  readonly values: QosDeliveryKnobs;
  readonly corrections: readonly Correction[];
  readonly onChange: (change: Partial<QosDeliveryKnobs>) => void;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ values, corrections, onChange, children }: KnobPanelProps) {
  const t = useTranslations('qosDelivery');
  const correctionOf = (parameter: string) =>
    corrections.find((correction) => correction.parameter === parameter && correction.used !== null);
  const word = (parameter: string) => {
    const correction = correctionOf(parameter);
    return correction && t(`knobs.address.${correction.why}`, { parameter, given: correction.given, used: correction.used ?? '' });
  };
  const unknown = corrections.filter(({ why }) => why === 'unknown');

  const knob = (name: NumericName) => {
    const spec = KNOBS[name];
    const sign = UNITS[name];
    const unit = sign === undefined ? {} : { unit: sign };
    const seed = name === 'seed' ? { slider: false, help: t('knobs.seedHelp') } : {};
    return (
      <Knob
        label={t(LABELS[name])}
        value={shown(spec, values[name])}
        range={rangeOf(spec)}
        remark={word(spec.parameter)}
        onChange={(value) => onChange({ [name]: Math.round((value / spec.shownPer) * TIDIED) / TIDIED })}
        {...unit}
        {...seed}
      />
    );
  };

  const hidden: readonly NumericName[] = ['resendAfterMs', 'attempts', 'publishIntervalMs', 'seed'];
  const turned = hidden.some((name) => values[name] !== KNOBS[name].standard || correctionOf(KNOBS[name].parameter) !== undefined);
  const versionWord = word(KNOBS.protocolVersion.parameter);
  return (
    <Panel title={t('knobs.title')} className={styles.panel}>
      <div className={styles.knobs}>
        {unknown.map(({ parameter, given }) => (
          <Notice key={parameter} announce="polite">
            {t('knobs.address.unknown', { parameter, given, used: '' })}
          </Notice>
        ))}
        {knob('messages')}
        {knob('lossRatio')}
        {knob('delayMs')}
        <SegmentedControl
          label={t('knobs.version')}
          options={KNOBS.protocolVersion.options.map((value) => ({ value, label: value }))}
          value={values.protocolVersion}
          onChange={(value) => onChange({ protocolVersion: value === '5.0' ? '5.0' : '3.1.1' })}
        />
        {versionWord !== undefined && <Notice announce="polite">{versionWord}</Notice>}
        <Details summary={t('knobs.more')} open={turned}>
          <div className={styles.knobs}>
            {knob('resendAfterMs')}
            {knob('attempts')}
            {knob('publishIntervalMs')}
            {knob('seed')}
            <Button onClick={() => onChange({ seed: nextSeed(values.seed) })}>{t('knobs.nextSeed')}</Button>
          </div>
        </Details>
      </div>
      {children}
    </Panel>
  );
}
