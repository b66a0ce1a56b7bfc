// How numbers are written where a chart is read: as many digits as an eye takes in, and a power of ten for the very small and the very large.
import { useFormatter } from 'use-intl';

const DIGITS = 4;

export function useReadingNumber(): (value: number | null | undefined, unit?: string) => string {
  const format = useFormatter();
  return (value, unit) => {
    if (value === null || value === undefined) return '–';
    const size = Math.abs(value);
    const isUsual = size === 0 || (size >= 1e-3 && size < 1e12);
    const digits = size >= 10 ** DIGITS ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: DIGITS };
    const written = format.number(value, isUsual ? digits : { notation: 'scientific', maximumSignificantDigits: DIGITS });
    return unit === undefined ? written : `${written} ${unit}`;
  };
}
