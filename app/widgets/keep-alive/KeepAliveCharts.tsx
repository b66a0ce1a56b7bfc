// The bargain as pictures: the longer the keep alive, the later a dead link is noticed; the shorter, the more bytes a day for nothing but being there.
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import type { KeepAliveValues } from './knobs.ts';
import { curves, type Reckoning } from './reckoning.ts';

export interface KeepAliveChartProps {
  readonly values: KeepAliveValues;
  readonly reckoning: Reckoning;
}

const MOST = 100_000;

function useCurves(values: KeepAliveValues) {
  const { keepAlive, library, traffic, publishEvery } = values;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other inputs change nothing of the curves.
  return useMemo(() => curves(values), [keepAlive, library, traffic, publishEvery]);
}

export const NoticeChart = memo(function NoticeChart({ values, reckoning }: KeepAliveChartProps) {
  const t = useTranslations('keepAlive.chart');
  const { xs, broker, device } = useCurves(values);
  const latest = writeDuration(reckoning.broker.latest);
  const deviceIsLater = reckoning.device.latest > reckoning.broker.latest;
  return (
    <CurveChart
      title={t('noticed')}
      sentence={t('noticedSentence', { latest })}
      xAxis={{ label: t('keepAlive'), unit: 's', scale: 'logarithmic', from: 1, to: MOST }}
      yAxis={{ label: t('latest'), unit: 's', scale: 'logarithmic', from: 1, to: 1_000_000 }}
      xs={xs}
      curves={[
        {
          key: 'broker',
          label: t('broker'),
          tone: 'broker',
          values: broker,
          nameAt: 0.75,
          nameIs: deviceIsLater ? 'below' : 'above',
          nameSide: deviceIsLater ? 'right' : 'left',
        },
        {
          key: 'device',
          label: t('device'),
          tone: 'q1',
          dashed: true,
          values: device,
          nameAt: 0.75,
          nameIs: deviceIsLater ? 'above' : 'below',
          nameSide: deviceIsLater ? 'left' : 'right',
        },
      ]}
      own={{ x: values.keepAlive, y: reckoning.broker.latest, label: t('own', { keepAlive: writeDuration(values.keepAlive), latest }) }}
    />
  );
});

export const CostChart = memo(function CostChart({ values, reckoning }: KeepAliveChartProps) {
  const t = useTranslations('keepAlive.chart');
  const { xs, bytes } = useCurves(values);
  const none = bytes.every((value) => value === null);
  const kilobytes = (value: number | null) => (value === null ? null : value / 1_000);
  const perDay = reckoning.bytesPerDay / 1_000;
  return (
    <CurveChart
      title={t('cost')}
      sentence={t('costSentence')}
      xAxis={{ label: t('keepAlive'), unit: 's', scale: 'logarithmic', from: 1, to: MOST }}
      yAxis={{ label: t('traffic'), unit: 'kB', scale: 'logarithmic', from: 0.1, to: 100_000 }}
      xs={xs}
      curves={[
        { key: 'bytes', label: t('pings'), tone: 'loss', values: bytes.map(kilobytes), nameAt: 0.6, nameIs: 'above', nameSide: 'right' },
      ]}
      own={
        perDay > 0
          ? { x: values.keepAlive, y: perDay, label: t('ownCost', { keepAlive: writeDuration(values.keepAlive), kilobytes: perDay }) }
          : null
      }
      empty={none ? t('noPings') : undefined}
    />
  );
});
