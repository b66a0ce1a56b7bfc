// What the learner sets: which of the two scenes, the version, and what belongs to the scene.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../lab/Empty.tsx';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { type EffectiveQosKnobs, KNOBS } from './knobs.ts';
import { TileChoice } from './TileChoice.tsx';

export interface KnobPanelProps {
  readonly experiment: Experiment<EffectiveQosKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('effectiveQos.knobs');
  const field = (name: keyof EffectiveQosKnobs) => ({
    knob: KNOBS[name],
    label: t(name),
    value: values[name] as string,
    corrections,
    onChange: (value: string) => set({ [name]: value }),
    name: (option: string) => t(`option.${option as 'on'}`),
  });
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      <ChoiceField<string> {...field('scene')} />
      <ChoiceField<string> {...field('protocolVersion')} name={(version) => version} />
      {values.scene === 'matrix' ? (
        <>
          <ChoiceField<string> {...field('upgradeOutgoingQos')} />
          <TileChoice {...field('publisherCut')} />
          <TileChoice {...field('readerCut')} />
          <Empty>{t('help.cut')}</Empty>
        </>
      ) : (
        <>
          <TileChoice {...field('story')} stacked />
          <Empty>{t('help.stop')}</Empty>
        </>
      )}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
