// What the learner sets: which of the three scenes, the version, and what belongs to the scene.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../lab/Empty.tsx';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, NumberField, TileField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { type EffectiveQosKnobs, KNOBS } from './knobs.ts';

type NumberName = 'lossRatio' | 'seed';
type ChoiceName = Exclude<keyof EffectiveQosKnobs, NumberName>;

export interface KnobPanelProps {
  readonly experiment: Experiment<EffectiveQosKnobs>;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ experiment: { values, corrections, set }, children }: KnobPanelProps) {
  const t = useTranslations('effectiveQos.knobs');
  const field = (name: ChoiceName) => ({
    knob: KNOBS[name],
    label: t(name),
    value: values[name] as string,
    corrections,
    onChange: (value: string) => set({ [name]: value }),
    name: (option: string) => t(`option.${option as 'on'}`),
  });
  const number = (name: NumberName) => ({
    knob: KNOBS[name],
    label: t(name),
    value: values[name],
    corrections,
    onChange: (value: number) => set({ [name]: value }),
  });
  const ofScene = {
    matrix: () => (
      <>
        <ChoiceField<string> {...field('upgradeOutgoingQos')} />
        <TileField {...field('publisherCut')} layout="wrapped" />
        <TileField {...field('readerCut')} layout="wrapped" />
        <Empty>{t('help.cut')}</Empty>
      </>
    ),
    chance: () => (
      <>
        <ChoiceField<string> {...field('upgradeOutgoingQos')} />
        <NumberField {...number('lossRatio')} unit="%" slider />
        <NumberField {...number('seed')} slider={false} />
        <Empty>{t('help.chance')}</Empty>
      </>
    ),
    stop: () => (
      <>
        <TileField {...field('story')} layout="stacked" />
        <Empty>{t('help.stop')}</Empty>
      </>
    ),
  };
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      <TileField {...field('scene')} layout="wrapped" />
      <ChoiceField<string> {...field('protocolVersion')} name={(version) => version} />
      {ofScene[values.scene]()}
    </>
  );
  return <LabKnobPanel knobs={knobs}>{children}</LabKnobPanel>;
}
