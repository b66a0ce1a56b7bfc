// What the learner sets: the fleet and what waits for it, how the broker went, how devices come back, the machine, and the broker's own settings.
import { memo, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { BackoffKind, Problem, StormScenario } from '#simulations';
import { BackoffFields } from '../../fleet/BackoffFields.tsx';
import { BACKOFF_KNOBS, type BackoffValues, type ServerValues } from '../../fleet/knobs.ts';
import { PresetButtons } from '../../fleet/PresetButtons.tsx';
import { RunFleet } from '../../fleet/RunFleet.tsx';
import { hasServerNews, ServerFields } from '../../fleet/ServerFields.tsx';
import type { FleetRun } from '../../fleet/useFleetRun.ts';
import { useOnceTrue } from '../../fleet/useOnceTrue.ts';
import { WideDetails } from '../../fleet/WideDetails.tsx';
import { Knobs, KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, TileField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { Guess } from './Guess.tsx';
import { KNOBS, PRESETS, type StormValues } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<StormValues>;
  readonly storm: FleetRun<StormScenario>;
  readonly onReset: () => void;
}

type Own = keyof Omit<StormValues, keyof BackoffValues | keyof ServerValues>;

const IN_BACKOFF = ['spread', ...(Object.keys(BACKOFF_KNOBS) as (keyof BackoffValues)[])] as const;
const IN_BROKER = ['limit', 'inflight', 'connections', 'expiration'] as const;
const IN_MORE = ['qos', 'version', 'away', 'sessionExpiry', 'messageExpiry', 'delay', 'deviceRate', 'seed'] as const;

export function KnobPanel({ experiment, storm, onReset }: KnobPanelProps) {
  return (
    <LabKnobPanel knobs={<Fields experiment={experiment} scenario={storm.scenario} problems={storm.problems} />}>
      <Guess values={experiment.values} storm={storm} />
      <RunFleet runs={[storm]} onReset={onReset} link={experiment.link} />
    </LabKnobPanel>
  );
}

interface FieldsProps extends Pick<KnobPanelProps, 'experiment'>, Pick<FleetRun<StormScenario>, 'scenario'> {
  readonly problems: readonly Problem[];
}

/** While a run is on its way it tells how far it is many times a second: the fields have no part in that. */
const Fields = memo(function Fields({ experiment, scenario, problems }: FieldsProps) {
  const t = useTranslations('reconnectStorm');
  const fleet = useTranslations('fleet');
  const confId = useId();
  const { values, corrections, set } = experiment;
  const isCorrected = (names: readonly (keyof StormValues)[]) =>
    names.some((name) => corrections.some(({ parameter }) => parameter === KNOBS[name].parameter));
  const backoffIsOpen = useOnceTrue(problems.some(({ path }) => path.startsWith('backoff')) || isCorrected(IN_BACKOFF));
  const machineIsOpen = useOnceTrue(hasServerNews(values, corrections));
  const brokerIsOpen = useOnceTrue(isCorrected(IN_BROKER));
  const moreIsOpen = useOnceTrue(isCorrected(IN_MORE));
  const fields = knobFields<StormValues>(KNOBS, experiment, {
    label: (name) => t(`knobs.${name as Own}`),
    option: (name, option) =>
      name === 'ending' || name === 'persistence' || name === 'expiration' ? t(`options.${option as 'stopped'}`) : null,
  });
  return (
    <>
      <UnknownParameters corrections={corrections} />
      <PresetButtons
        title={t('presets.title')}
        presets={PRESETS.map(({ key, values: preset }) => ({ key, label: t(`presets.${key}`), onTake: () => set(preset) }))}
      />
      {fields.number('devices')}
      {fields.number('queued')}
      {fields.number('payload', { unit: 'B' })}
      {fields.choice('ending', { inPairs: true })}
      {values.ending !== 'running' && fields.number('down', { unit: 's' })}
      {values.ending !== 'running' && fields.choice('persistence')}
      <TileField<BackoffKind>
        knob={KNOBS.strategy}
        label={fleet('knobs.strategy')}
        value={values.strategy}
        corrections={corrections}
        onChange={(strategy) => set({ strategy })}
        name={(kind) => fleet(`strategies.${kind}`)}
        layout="wrapped"
      />
      <WideDetails summary={t('details.backoff')} open={backoffIsOpen}>
        <Knobs>
          <BackoffFields experiment={experiment} problems={problems} />
          {fields.number('spread', { unit: 's', help: t('knobs.spreadHelp') })}
        </Knobs>
      </WideDetails>
      <WideDetails summary={fleet('server.title')} open={machineIsOpen}>
        <Knobs>
          <ServerFields experiment={experiment} />
        </Knobs>
      </WideDetails>
      <WideDetails summary={t('details.broker')} open={brokerIsOpen}>
        <Knobs>
          {fields.number('limit', { slider: false, help: t('knobs.noLimit') })}
          {fields.number('inflight', { slider: false, help: t('knobs.noLimit') })}
          {fields.number('connections', { slider: false, help: t('knobs.connectionsHelp') })}
          {fields.choice('expiration')}
          <div>
            <p id={confId}>{t('details.conf')}</p>
            <ScrollBox labelledBy={confId}>
              <pre>{scenario.brokerConfig}</pre>
            </ScrollBox>
          </div>
        </Knobs>
      </WideDetails>
      <WideDetails summary={t('details.more')} open={moreIsOpen}>
        <Knobs>
          {fields.choice('qos')}
          {fields.choice('version')}
          {fields.number('away', { unit: 's', slider: false, help: t('knobs.awayHelp') })}
          {values.version === '5.0' && fields.number('sessionExpiry', { unit: 's', slider: false, help: t('knobs.noExpiry') })}
          {fields.number('messageExpiry', { unit: 's', slider: false, help: t('knobs.noExpiry') })}
          {fields.number('delay', { unit: 'ms', slider: false })}
          {fields.number('deviceRate', { unit: 'kbit/s', slider: false })}
          {fields.number('seed', { slider: false })}
        </Knobs>
      </WideDetails>
    </>
  );
});
