// Bytes for every reading of an outage over the length of the outage, both forms of record, and what each memory has room for.
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { FLASH_BUFFER_BYTES, RTC_SLOW_MEMORY_BYTES, STATIC_DRAM_BYTES } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import type { BufferValues } from './knobs.ts';
import { curves, type Reckoning } from './reckoning.ts';
import { writeBytes } from './writeBytes.ts';

export interface BufferChartProps {
  readonly values: BufferValues;
  readonly reckoning: Reckoning;
}

const LIMITS = [
  { key: 'rtc', bytes: RTC_SLOW_MEMORY_BYTES },
  { key: 'ram', bytes: STATIC_DRAM_BYTES },
  { key: 'flash', bytes: FLASH_BUFFER_BYTES },
] as const;

export const BufferChart = memo(function BufferChart({ values, reckoning }: BufferChartProps) {
  const t = useTranslations('bufferSize.chart');
  const { xs, slots, packed, to } = useMemo(() => curves(values), [values]);
  const { bytesForAll, readings } = reckoning;
  const largest = Math.max(FLASH_BUFFER_BYTES, slots.at(-1) ?? 0);
  const needed = writeBytes(bytesForAll);
  return (
    <CurveChart
      title={t('title')}
      sentence={t('sentence', { outage: writeDuration(values.outage), readings, needed })}
      xAxis={{ label: t('outage'), unit: 's', scale: 'logarithmic', from: 10, to }}
      yAxis={{ label: t('bytes'), unit: 'B', scale: 'logarithmic', from: 10, to: 10 ** Math.ceil(Math.log10(largest)) }}
      xs={xs}
      curves={[
        { key: 'slots', label: t('slots'), tone: 'q1', values: slots, nameAt: 0.98, nameIs: 'above', nameSide: 'left' },
        { key: 'packed', label: t('packed'), tone: 'broker', values: packed, nameAt: 0.75, nameIs: 'below', nameSide: 'right' },
        ...LIMITS.map(({ key, bytes }) => ({
          key,
          label: t(key),
          tone: 'ink' as const,
          dashed: true,
          values: xs.map(() => bytes),
          nameAt: 0,
          nameIs: 'above' as const,
          nameSide: 'right' as const,
        })),
      ]}
      own={{ x: values.outage, y: bytesForAll, label: t('own', { outage: writeDuration(values.outage), needed }) }}
    />
  );
});
