// How the advisor writes its numbers.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

export interface FigureWords {
  /** Up to two digits after the point. */
  number(value: number): string;
  milliseconds(value: number): string;
  millijoules(value: number): string;
  days(value: number): string;
}

export function useFigures(): FigureWords {
  const t = useTranslations('qosAdvisor.unit');
  const format = useFormatter();
  return useMemo(() => {
    const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
    const short = (value: number) => format.number(value, { maximumSignificantDigits: 3 });
    return {
      number,
      milliseconds: (value) => t('milliseconds', { amount: short(value) }),
      millijoules: (value) => t('millijoules', { amount: format.number(value, { maximumFractionDigits: 1 }) }),
      days: (value) => t('days', { amount: format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) }),
    };
  }, [t, format]);
}
