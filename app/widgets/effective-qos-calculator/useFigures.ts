// How this calculator writes its numbers.
import { useMemo } from 'react';
import { useFormatter } from 'use-intl';

export interface FigureWords {
  /** Up to four digits after the point. */
  number(value: number): string;
  /** A share of 1 in percent, never rounded up to 100, on one line with its sign. */
  percent(value: number): string;
}

export function useFigures(): FigureWords {
  const format = useFormatter();
  return useMemo(
    () => ({
      number: (value) => format.number(value, { maximumFractionDigits: 4 }),
      percent: (value) => `${format.number(value === 1 ? 100 : Math.min(99.99, value * 100), { maximumFractionDigits: 2 })}\u00a0%`,
    }),
    [format],
  );
}
