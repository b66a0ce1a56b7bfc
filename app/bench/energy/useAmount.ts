// Writes amounts of energy, current, time and charge: three digits that count, whatever the size.
import { useCallback, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

export type AmountUnit = 'millijoules' | 'milliamps' | 'seconds' | 'milliampHours';

/** The number alone. */
export function useDigits(): (value: number) => string {
  const format = useFormatter();
  return useCallback(
    (value) => format.number(value, Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }),
    [format],
  );
}

/** With its unit. */
export function useAmount(): (value: number, unit: AmountUnit) => string {
  const digits = useDigits();
  const t = useTranslations('energy.quantity');
  return useMemo(() => (value, unit) => t(unit, { value: digits(value) }), [digits, t]);
}
