// What the learner sets: the fleet, two strategies, their numbers and faults, and the machine.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem, StormScenario } from '#simulations';
import { BackoffFields } from '../../fleet/BackoffFields.tsx';
import { PresetButtons } from '../../fleet/PresetButtons.tsx';
import { RunFleet } from '../../fleet/RunFleet.tsx';
import { hasServerNews, ServerFields } from '../../fleet/ServerFields.tsx';
import type { FleetRun } from '../../fleet/useFleetRun.ts';
import { useOnceTrue } from '../../fleet/useOnceTrue.ts';
import { WideDetails } from '../../fleet/WideDetails.tsx';
import { Knobs, KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { NumberField, TileField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Guess } from './Guess.tsx';
import { type BackOffValues, isTaken, KNOBS, otherOf, PRESETS } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<BackOffValues>;
  readonly first: FleetRun<StormScenario>;
  /** `null`: there is nothing beside the first. */
  readonly second: FleetRun<StormScenario> | null;
  readonly onReset: () => void;
}

export function KnobPanel({ experiment, first, second, onReset }: KnobPanelProps) {
  const name = useTranslations('fleet.strategies');
  const runs = second === null ? [first] : [first, second];
  return (
    <LabKnobPanel knobs={<Fields experiment={experiment} problems={first.problems} />}>
      {second !== null && <Guess values={experiment.values} first={first} second={second} />}
      <RunFleet runs={runs} onReset={onReset} link={experiment.link} names={runs.map(({ scenario }) => name(scenario.backoff.kind))} />
    </LabKnobPanel>
  );
}

interface FieldsProps extends Pick<KnobPanelProps, 'experiment'> {
  readonly problems: readonly Problem[];
}

/** While a run is on its way it tells how far it is many times a second: the fields have no part in that. */
const Fields = memo(function Fields({ experiment, problems }: FieldsProps) {
  const t = useTranslations('backOff');
  const fleet = useTranslations('fleet');
  const { values, corrections, set } = experiment;
  const machineIsOpen = useOnceTrue(hasServerNews(values, corrections));
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
    <TileField<BackOffValues['other']>
      knob={KNOBS[name]}
      label={t(`knobs.${name}`)}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      name={(kind) => (kind === 'alone' ? t('knobs.alone') : fleet(`strategies.${kind}`))}
      layout="wrapped"
    />
  );
  return (
    <>
      <UnknownParameters corrections={corrections} />
      <PresetButtons
        title={t('presets.title')}
        presets={PRESETS.map(({ key, values: preset }) => ({
          key,
          label: t(`presets.${key}`),
          onTake: () => set(preset),
          isTaken: isTaken(preset, values),
        }))}
      />
      {strategy('strategy')}
      {strategy('other')}
      {number('devices')}
      {number('down', { unit: 's' })}
      <BackoffFields experiment={experiment} problems={problems} strategies={[values.strategy, otherOf(values) ?? values.strategy]} />
      <WideDetails summary={fleet('server.title')} open={machineIsOpen}>
        <Knobs>
          <ServerFields experiment={experiment} />
        </Knobs>
      </WideDetails>
      {number('seed', { slider: false })}
    </>
  );
});
