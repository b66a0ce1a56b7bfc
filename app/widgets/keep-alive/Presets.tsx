// Settings that are met in the wild: a button takes one over.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { habitsOf } from '#simulations';
import { PresetTable, whole } from '../../calculator/PresetTable.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { type KeepAliveValues, PRESETS } from './knobs.ts';
import { reckon } from './reckoning.ts';

export interface PresetsProps {
  readonly values: KeepAliveValues;
  readonly onTake: (change: Partial<KeepAliveValues>) => void;
}

export const Presets = memo(function Presets({ values, onTake }: PresetsProps) {
  const t = useTranslations('keepAlive.presets');
  return (
    <PresetTable
      title={t('title')}
      corner={t('setting')}
      columns={[
        { key: 'keepAlive', head: t('keepAlive'), align: 'end' },
        { key: 'broker', head: t('broker'), align: 'end' },
        { key: 'device', head: t('device'), align: 'end' },
        { key: 'pings', head: t('pings'), align: 'end' },
      ]}
      rows={PRESETS.map(({ key, ...preset }) => {
        const told = reckon({ ...values, ...preset });
        return {
          key,
          name: t(`names.${key}`, { library: habitsOf(preset.library).name }),
          onTake: () => onTake(preset),
          cells: {
            keepAlive: whole(writeDuration(preset.keepAlive)),
            broker: whole(writeDuration(told.broker.latest)),
            device: whole(writeDuration(told.device.latest)),
            pings: whole(t('perDay', { pings: Math.round(told.pingsPerDay) })),
          },
        };
      })}
    />
  );
});
