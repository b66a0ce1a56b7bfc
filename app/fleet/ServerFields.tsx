// What the broker's machine can take, said to be a model, with machines to take over and where their numbers come from.
import { useTranslations } from 'use-intl';
import { Knobs } from '../lab/KnobPanel.tsx';
import { knobFields } from '../lab/knobFields.tsx';
import type { Correction } from '../state/knobs.ts';
import type { FieldsOf } from './BackoffFields.tsx';
import { SERVER_KNOBS, type ServerValues } from './knobs.ts';
import { PresetButtons } from './PresetButtons.tsx';
import { Remark } from './Remark.tsx';
import { SERVER_PRESETS, type ServerPreset } from './serverPresets.ts';
import { useOnceTrue } from './useOnceTrue.ts';
import { WideDetails } from './WideDetails.tsx';

const SERVER_NAMES = Object.keys(SERVER_KNOBS) as (keyof ServerValues)[];
const IN_DETAILS = ['messageRate', 'handshake', 'uplink', 'memory'] as const;

/** Whether something here is not as it usually is: a reason to have the fields in sight. */
export function hasServerNews(values: ServerValues, corrections: readonly Correction[]): boolean {
  return SERVER_NAMES.some((name) => isNews(name, values, corrections));
}

function isNews(name: keyof ServerValues, values: ServerValues, corrections: readonly Correction[]): boolean {
  const { standard, parameter } = SERVER_KNOBS[name];
  return values[name] !== standard || corrections.some((one) => one.parameter === parameter);
}

export function ServerFields({ experiment }: FieldsOf<ServerValues>) {
  const t = useTranslations('fleet');
  const { values, corrections, set } = experiment;
  const fields = knobFields<ServerValues>(SERVER_KNOBS, experiment, {
    label: (name) => t(`knobs.${name}`),
    option: (_, option) => t(`options.${option as ServerValues['full']}`),
  });
  const taken = SERVER_PRESETS.find((preset) => isOf(preset, values));
  const turned = useOnceTrue(taken === undefined && IN_DETAILS.some((name) => isNews(name, values, corrections)));
  return (
    <>
      <Remark>{t('server.model')}</Remark>
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
      {fields.number('rate', { unit: t('units.perSecond'), help: t('knobs.rateHelp') })}
      {fields.number('backlog', { slider: false, help: t('knobs.backlogHelp') })}
      <div>
        {fields.choice('full', { inPairs: true })}
        <Remark>{t(`knobs.fullHelp.${values.full}`)}</Remark>
      </div>
      <WideDetails summary={t('server.more')} open={turned}>
        <Knobs>
          {fields.number('messageRate', { unit: t('units.perSecond'), slider: false, help: t('knobs.messageRateHelp') })}
          {fields.number('handshake', { slider: false, help: t('knobs.handshakeHelp') })}
          {fields.number('uplink', { unit: 'Mbit/s', slider: false, help: t('knobs.uplinkHelp') })}
          {fields.number('memory', { unit: 'MB', slider: false, help: t('knobs.memoryHelp') })}
        </Knobs>
      </WideDetails>
    </>
  );
}

function isOf({ values }: ServerPreset, now: ServerValues): boolean {
  return Object.entries(values).every(([name, value]) => now[name as keyof ServerValues] === value);
}
