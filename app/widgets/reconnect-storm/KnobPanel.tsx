// What the learner sets: the fleet and what waits for it, how the broker went, how devices come back, the machine, and the broker's own settings.
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { BackoffKind, StormScenario } from '#simulations';
import { BackoffFields } from '../../fleet/BackoffFields.tsx';
import type { BackoffValues, ServerValues } from '../../fleet/knobs.ts';
import { PresetButtons } from '../../fleet/PresetButtons.tsx';
import { RunFleet } from '../../fleet/RunFleet.tsx';
import { ServerFields } from '../../fleet/ServerFields.tsx';
import type { FleetRun } from '../../fleet/useFleetRun.ts';
import { Knobs, KnobPanel as LabKnobPanel } from '../../lab/KnobPanel.tsx';
import { knobFields, TileField, UnknownParameters } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Details } from '../../ui/Details.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { KNOBS, PRESETS, type StormValues } from './knobs.ts';

export interface KnobPanelProps {
  readonly experiment: Experiment<StormValues>;
  readonly storm: FleetRun<StormScenario>;
  readonly onReset: () => void;
}

type Own = keyof Omit<StormValues, keyof BackoffValues | keyof ServerValues>;

export function KnobPanel({ experiment, storm, onReset }: KnobPanelProps) {
  const t = useTranslations('reconnectStorm');
  const fleet = useTranslations('fleet');
  const confId = useId();
  const { values, corrections, set } = experiment;
  const fields = knobFields<StormValues>(KNOBS, experiment, {
    label: (name) => t(`knobs.${name as Own}`),
    option: (name, option) =>
      name === 'ending' || name === 'persistence' || name === 'expiration' ? t(`options.${option as 'stopped'}`) : null,
  });
  const knobs = (
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
      <Details summary={t('details.backoff')}>
        <Knobs>
          <BackoffFields experiment={experiment} />
          {fields.number('spread', { unit: 's', help: t('knobs.spreadHelp') })}
        </Knobs>
      </Details>
      <Details summary={fleet('server.title')}>
        <Knobs>
          <ServerFields experiment={experiment} />
        </Knobs>
      </Details>
      <Details summary={t('details.broker')}>
        <Knobs>
          {fields.number('limit', { slider: false, help: t('knobs.noLimit') })}
          {fields.number('inflight', { slider: false, help: t('knobs.noLimit') })}
          {fields.number('connections', { slider: false, help: t('knobs.connectionsHelp') })}
          {fields.choice('expiration')}
          <div>
            <p id={confId}>{t('details.conf')}</p>
            <ScrollBox labelledBy={confId}>
              <pre>{storm.scenario.brokerConfig}</pre>
            </ScrollBox>
          </div>
        </Knobs>
      </Details>
      <Details summary={t('details.more')}>
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
      </Details>
    </>
  );
  return (
    <LabKnobPanel knobs={knobs}>
      <RunFleet runs={[storm]} onReset={onReset} link={experiment.link} />
    </LabKnobPanel>
  );
}
