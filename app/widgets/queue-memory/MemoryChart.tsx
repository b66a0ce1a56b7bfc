// Bytes of the fleet over the time away: by the course's 40 bytes without a limit, and with the learner's own bytes and limits.
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type FleetMemory, fleetMemory, type MemoryConstants } from '#simulations';
import { writeDecimalBytes } from '../../calculator/writeBothBytes.ts';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { courseMemory, type QueueMemoryValues, settingOf } from './knobs.ts';

const POINTS = 61;
const FROM = 60;
const TO = 1_000_000;

export interface MemoryChartProps {
  readonly values: QueueMemoryValues;
  readonly constants: MemoryConstants;
  readonly memory: FleetMemory;
}

export const MemoryChart = memo(function MemoryChart({ values, constants, memory }: MemoryChartProps) {
  const t = useTranslations('queueMemory.chart');
  const xs = useMemo(() => Array.from({ length: POINTS }, (_, index) => FROM * (TO / FROM) ** (index / (POINTS - 1))), []);
  const { course, own } = useMemo(() => {
    const setting = settingOf(values);
    const unlimited = { ...setting, maxQueuedMessages: 0, maxQueuedBytes: 0, sessionExpirySeconds: null };
    const orNothing = ({ bytes }: FleetMemory) => (bytes > 0 ? bytes : null);
    return {
      course: xs.map((awaySeconds) => orNothing(courseMemory({ ...unlimited, awaySeconds }))),
      own: xs.map((awaySeconds) => orNothing(fleetMemory({ ...setting, awaySeconds }, constants))),
    };
  }, [values, constants, xs]);
  const known = [...course, ...own].filter((value) => value !== null);
  const away = writeDuration(values.away);
  const bytes = writeDecimalBytes(memory.bytes);
  const [lowest, highest] = [Math.min(...known, memory.bytes || Number.POSITIVE_INFINITY), Math.max(...known, memory.bytes)];
  return (
    <CurveChart
      title={t('title')}
      sentence={t('sentence', { away, bytes })}
      xAxis={{ label: t('away'), unit: 's', scale: 'logarithmic', from: FROM, to: TO }}
      yAxis={{
        label: t('bytes'),
        unit: 'B',
        scale: 'logarithmic',
        from: 10 ** Math.floor(Math.log10(lowest)),
        to: 10 ** Math.ceil(Math.log10(highest + 1)),
      }}
      xs={known.length === 0 ? [] : xs}
      curves={[
        { key: 'course', label: t('course'), tone: 'ink', dashed: true, values: course, nameAt: 0.95, nameSide: 'left' },
        { key: 'own', label: t('own'), tone: 'broker', values: own, nameAt: 0.25, nameIs: 'above', nameSide: 'left' },
      ]}
      own={memory.bytes === 0 ? null : { x: values.away, y: memory.bytes, label: t('point', { away, bytes }) }}
      empty={t('empty')}
    />
  );
});
