// Writes a figure with its unit, in the reader's way.
import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { FigureReading } from './figures.ts';

const UNITS = { '%': 'percent', ms: 'ms', mJ: 'mJ' } as const;

/** `decimals`: digits after the point, default the figure's own. */
export function useQuantity(): (figure: Pick<FigureReading, 'unit' | 'decimals'>, value: number, decimals?: number) => string {
  const t = useTranslations('qosDelivery');
  const format = useFormatter();
  return useCallback(
    ({ unit, decimals: own }, value, decimals = own) => {
      const amount = format.number(value, { maximumFractionDigits: decimals });
      return unit === null ? amount : t('quantity', { amount, unit: UNITS[unit] });
    },
    [t, format],
  );
}
