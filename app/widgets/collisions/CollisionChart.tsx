// The chance of a collision over the size of the fleet, both in powers of ten: exact, as the usual approximation has it, and the risk that is bearable.
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import type { CollisionValues } from './knobs.ts';
import { curves, type Reckoning } from './reckoning.ts';
import { useChance } from './useChance.ts';

export interface CollisionChartProps {
  readonly values: CollisionValues;
  readonly reckoning: Reckoning;
}

export const CollisionChart = memo(function CollisionChart({ values, reckoning }: CollisionChartProps) {
  const t = useTranslations('collisions.chart');
  const words = useChance();
  const { chance, mostDevices, space } = reckoning;
  const drawn = useMemo(() => curves(values, space.ids), [values, space.ids]);
  const { xs, exact, approximate, from, to, lowest } = drawn;
  const unique = space.ids === Number.POSITIVE_INFINITY;
  const risk = words.chance(values.risk);
  return (
    <CurveChart
      title={t('title')}
      sentence={
        unique || mostDevices === null ? t('unique') : t(mostDevices < 2 ? 'none' : 'sentence', { risk, most: words.fleet(mostDevices) })
      }
      xAxis={{ label: t('fleet'), unit: t('devices'), scale: 'logarithmic', from, to }}
      yAxis={{ label: t('chance'), scale: 'logarithmic', from: lowest, to: 1 }}
      xs={xs}
      curves={[
        { key: 'exact', label: t('exact'), tone: 'broker', values: exact, nameAt: 0.25, nameIs: 'above', nameSide: 'left' },
        {
          key: 'approximate',
          label: t('approximate'),
          tone: 'ink',
          dashed: true,
          values: approximate,
          nameAt: 0.12,
          nameIs: 'below',
          nameSide: 'right',
        },
        {
          key: 'risk',
          label: t('risk', { risk }),
          tone: 'ink',
          dashed: true,
          values: xs.map(() => values.risk),
          nameAt: 0,
          nameSide: 'right',
          nameIs: 'above',
        },
      ]}
      own={
        values.devices < 2 || unique
          ? null
          : { x: values.devices, y: chance, label: t('own', { devices: writeNumber(values.devices), chance: words.chance(chance) }) }
      }
    />
  );
});
