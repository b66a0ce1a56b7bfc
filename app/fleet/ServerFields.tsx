// What the broker's machine can take, said to be a model, with machines to take over and where their numbers come from.
import { useTranslations } from 'use-intl';
import { Knobs } from '../lab/KnobPanel.tsx';
import { knobFields } from '../lab/knobFields.tsx';
import { Button } from '../ui/Button.tsx';
import { Details } from '../ui/Details.tsx';
import type { FieldsOf } from './BackoffFields.tsx';
import styles from './fields.module.css';
import { SERVER_KNOBS, type ServerValues } from './knobs.ts';
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
      <fieldset className={styles.presets}>
        <legend>{t('server.presets')}</legend>
        {SERVER_PRESETS.map((preset) => (
          <Button key={preset.key} kind="quiet" aria-pressed={preset === taken} onClick={() => set(preset.values)}>
            {t(`server.names.${preset.key}`)}
          </Button>
        ))}
      </fieldset>
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
