// What the learner sets: one device or the five strategies; what the device asks the broker to keep, how its connection ends, how long it is away, and what happens meanwhile.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LIFECYCLE_KEEP_ALIVE_SECONDS } from '#simulations';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { KNOBS, type LifecycleKnobs } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<LifecycleKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

/** The broker gives a silent client up after one and a half times its keep alive. [v3.1.1 MQTT-3.1.2-24] */
const PATIENCE_SECONDS = LIFECYCLE_KEEP_ALIVE_SECONDS * 1.5;

export function KnobPanel({ experiment, children }: KnobPanelProps) {
  const { values, corrections } = experiment;
  const t = useTranslations('sessionLifecycle.knobs');
  const five = values.protocolVersion === '5.0';
  const words = { v5: String(five), patience: PATIENCE_SECONDS, keepAlive: LIFECYCLE_KEEP_ALIVE_SECONDS };
  const { choice, number } = knobFields(KNOBS, experiment, {
    label: (name) => t(name, words),
    option: (name, option) => (name === 'protocolVersion' ? null : t(`option.${option as 'on'}`)),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {choice('scene')}
      {values.scene === 'five' ? (
        <>
          {choice('expiryOfFive')}
          {choice('subscribesOn')}
        </>
      ) : (
        <>
          {choice('protocolVersion')}
          {choice('cleanFirst')}
          {five && number('sessionExpirySeconds', { unit: 's' })}
          {choice('end')}
          {number('awaySeconds', { unit: 's' })}
          {number('commands')}
          {choice('broker')}
          {choice('cleanReturn')}
          {choice('subscribesAgain')}
        </>
      )}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
