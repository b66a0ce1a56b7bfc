// What the learner sets: the fleet, two strategies, their numbers and faults, and the machine.
import { useTranslations } from 'use-intl';
import type { BackoffKind, StormScenario } from '#simulations';
import { BackoffFields } from '../../fleet/BackoffFields.tsx';
import { PresetButtons } from '../../fleet/PresetButtons.tsx';
import { RunFleet } from '../../fleet/RunFleet.tsx';
import { ServerFields } from '../../fleet/ServerFields.tsx';
import type { FleetRun } from '../../fleet/useFleetRun.ts';
import { KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { NumberField, TileField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Details } from '../../ui/Details.tsx';
import { type BackOffValues, KNOBS, PRESETS } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<BackOffValues>;
  readonly runs: readonly FleetRun<StormScenario>[];
  readonly onReset: () => void;
}

export function KnobPanel({ experiment, runs, onReset }: KnobPanelProps) {
  const t = useTranslations('backOff');
  const fleet = useTranslations('fleet');
  const { values, corrections, set } = experiment;
  const number = (name: 'devices' | 'down' | 'seed', more: { readonly unit?: string; readonly slider?: boolean } = {}) => (
    <NumberField
      knob={KNOBS[name]}
      label={t(`knobs.${name}`)}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      {...more}
    />
  );
  const strategy = (name: 'strategy' | 'other') => (
    <TileField<BackoffKind>
      knob={KNOBS[name]}
      label={t(`knobs.${name}`)}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      name={(kind) => fleet(`strategies.${kind}`)}
      layout="wrapped"
    />
  );
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      <PresetButtons
        title={t('presets.title')}
        presets={PRESETS.map(({ key, values: preset }) => ({ key, label: t(`presets.${key}`), onTake: () => set(preset) }))}
      />
      {number('devices')}
      {strategy('strategy')}
      {strategy('other')}
      <BackoffFields experiment={experiment} />
      {number('down', { unit: 's' })}
      <Details summary={fleet('server.title')}>
        <ServerFields experiment={experiment} />
      </Details>
      {number('seed', { slider: false })}
    </>
  );
  return (
    <LabKnobPanel knobs={knobs}>
      <RunFleet runs={runs} onReset={onReset} link={experiment.link} />
    </LabKnobPanel>
  );
}
