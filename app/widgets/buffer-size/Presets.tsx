// Outages that happen: a button takes one over.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { PresetTable, whole } from '../../calculator/PresetTable.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { type BufferValues, PRESETS } from './knobs.ts';
import { reckon } from './reckoning.ts';
import { writeBytes } from './writeBytes.ts';

export interface PresetsProps {
  readonly values: BufferValues;
  readonly onTake: (change: Partial<BufferValues>) => void;
}

const PLACES = ['rtc', 'ram', 'flash'] as const;

export const Presets = memo(function Presets({ values, onTake }: PresetsProps) {
  const t = useTranslations('bufferSize.presets');
  return (
    <PresetTable
      title={t('title')}
      corner={t('outage')}
      columns={[
        { key: 'lasts', head: t('lasts'), align: 'end' },
        { key: 'readings', head: t('readings'), align: 'end' },
        { key: 'bytes', head: t('bytes'), align: 'end' },
        { key: 'fits', head: t('fits') },
      ]}
      rows={PRESETS.map(({ key, ...preset }) => {
        const { readings, bytesForAll, fitForAll } = reckon({ ...values, ...preset });
        const fits = PLACES.filter((place) => fitForAll[place]).map((place) => t(`places.${place}`));
        return {
          key,
          name: t(`names.${key}`),
          onTake: () => onTake(preset),
          cells: {
            lasts: whole(writeDuration(preset.outage)),
            readings: t('count', { readings }),
            bytes: whole(writeBytes(bytesForAll)),
            fits: fits.length === 0 ? t('nowhere') : fits.join(', '),
          },
        };
      })}
    />
  );
});
