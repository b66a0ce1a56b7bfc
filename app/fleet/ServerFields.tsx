// What the broker's machine can take, said to be a model, with machines to take over and where their numbers come from.
import { useTranslations } from 'use-intl';
import { Knobs } from '../lab/KnobPanel.tsx';
import { knobFields } from '../lab/knobFields.tsx';
import { Details } from '../ui/Details.tsx';
import type { FieldsOf } from './BackoffFields.tsx';
import { SERVER_KNOBS, type ServerValues } from './knobs.ts';
import { PresetButtons } from './PresetButtons.tsx';
import { Remark } from './Remark.tsx';
import { SERVER_PRESETS, type ServerPreset } from './serverPresets.ts';

const HIDDEN = ['messageRate', 'handshake', 'uplink', 'memory'] as const;

export function ServerFields({ experiment }: FieldsOf<ServerValues>) {
  const t = useTranslations('fleet');
  const { values, corrections, set } = experiment;
  const fields = knobFields<ServerValues>(SERVER_KNOBS, experiment, {
    label: (name) => t(`knobs.${name}`),
    option: (_, option) => t(`options.${option as ServerValues['full']}`),
  });
  const taken = SERVER_PRESETS.find((preset) => isOf(preset, values));
  const turned = HIDDEN.some((name) => corrections.some(({ parameter }) => parameter === SERVER_KNOBS[name].parameter));
  return (
    <>
      <Remark>{t('server.model')}</Remark>
      {fields.number('rate', { unit: t('units.perSecond') })}
      {fields.number('backlog', { slider: false, help: t('knobs.backlogHelp') })}
      {fields.choice('full', { inPairs: true })}
      <PresetButtons
        title={t('server.presets')}
        presets={SERVER_PRESETS.map((preset) => ({
          key: preset.key,
          label: t(`server.names.${preset.key}`),
          onTake: () => set(preset.values),
          isTaken: preset === taken,
        }))}
      />
      {taken !== undefined && <Remark>{t(`server.sources.${taken.key}`)}</Remark>}
      <Details summary={t('server.more')} open={turned}>
        <Knobs>
          {fields.number('messageRate', { unit: t('units.perSecond'), slider: false })}
          {fields.number('handshake', { slider: false, help: t('knobs.handshakeHelp') })}
          {fields.number('uplink', { unit: 'Mbit/s', slider: false })}
          {fields.number('memory', { unit: 'MB', slider: false, help: t('knobs.memoryHelp') })}
        </Knobs>
      </Details>
    </>
  );
}

function isOf({ values }: ServerPreset, now: ServerValues): boolean {
  return Object.entries(values).every(([name, value]) => now[name as keyof ServerValues] === value);
}
