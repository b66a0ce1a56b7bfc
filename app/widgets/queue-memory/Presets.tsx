// The course's examples, and what it says of queues beside what holds: a button in each row takes the setting over.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { fleetMemory } from '#simulations';
import { PresetTable, whole } from '../../calculator/PresetTable.tsx';
import { writeBinaryBytes, writeDecimalBytes } from '../../calculator/writeBothBytes.ts';
import { standardValues } from '../../state/knobs.ts';
import { CONFRONTED, constantsOf, KNOBS, PRESETS, type QueueMemoryValues, settingOf } from './knobs.ts';

export interface PresetsProps {
  readonly onTake: (change: Partial<QueueMemoryValues>) => void;
}

const memoryOf = (preset: Partial<QueueMemoryValues>) => {
  const values = { ...standardValues<QueueMemoryValues>(KNOBS), ...preset };
  return fleetMemory(settingOf(values), constantsOf(values));
};

export const Presets = memo(function Presets({ onTake }: PresetsProps) {
  const t = useTranslations('queueMemory');
  return (
    <>
      <PresetTable
        title={t('presets.title')}
        corner={t('presets.example')}
        columns={[
          { key: 'says', head: t('presets.says'), align: 'end' },
          { key: 'decimal', head: t('presets.decimal'), align: 'end' },
          { key: 'binary', head: t('presets.binary'), align: 'end' },
        ]}
        rows={PRESETS.map(({ key, values }) => {
          const { bytes } = memoryOf(values);
          return {
            key,
            name: t(`presets.names.${key}`),
            onTake: () => onTake(values),
            cells: {
              says: whole(t(`presets.stated.${key}`)),
              decimal: whole(writeDecimalBytes(bytes)),
              binary: whole(writeBinaryBytes(bytes)),
            },
          };
        })}
      />
      <PresetTable
        title={t('confronted.title')}
        corner={t('confronted.claim')}
        columns={[{ key: 'holds', head: t('confronted.holds') }]}
        rows={CONFRONTED.map(({ key, values }) => {
          const { kept, dropped, delivered, keptIfFreed } = memoryOf(values);
          return {
            key,
            name: t(`confronted.claims.${key}`),
            onTake: () => onTake(values),
            cells: { holds: t(`confronted.facts.${key}`, { kept, dropped, delivered, keptIfFreed }) },
          };
        })}
      />
    </>
  );
});
