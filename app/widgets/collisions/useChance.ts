// Chances and very large or small numbers in words: `7.28 %`, `1 in 14`, `1.8 × 10⁻²⁸`.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

export interface ChanceWords {
  /** Three digits, a power of ten where it is out of reach. */
  number(value: number): string;
  /** A fleet; the largest that is looked for stands for all beyond. */
  fleet(devices: number): string;
  /** `never`, `7.28 %`, `more than 99.99 %`, `1.8 × 10⁻²⁸`. */
  chance(value: number): string;
  /** As a number from 0 to 1 that is not rounded up to 1. */
  probability(value: number): string;
  /** `1 in 14`; `null` where it says nothing more. */
  oneIn(value: number): string | null;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ALMOST_ONE = 0.9999;

export function useChance(): ChanceWords {
  const t = useTranslations('collisions.chance');
  const format = useFormatter();
  return useMemo(() => {
    const plain = (value: number) =>
      format.number(value, Math.abs(value) >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
    const number = (value: number) => {
      if (value === Number.POSITIVE_INFINITY) return '∞';
      if (value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e15)) return plain(value);
      const [digits = '', exponent = '0'] = value.toExponential(2).split('e');
      return `${Number(digits)} × 10${raised(Number(exponent))}`;
    };
    const percent = (value: number) => t('percent', { amount: value >= 0.99 ? cut(value * 100, 2) : plain(value * 100) });
    const cut = (value: number, digits: number) =>
      format.number(Math.floor(value * 10 ** digits + 1e-9) / 10 ** digits, { maximumFractionDigits: digits });
    return {
      number,
      fleet: (devices) => (devices >= Number.MAX_SAFE_INTEGER ? t('beyond', { devices: number(devices) }) : number(devices)),
      chance(value) {
        if (value === 0) return t('never');
        if (value === 1) return t('surely');
        if (value > ALMOST_ONE) return t('almostSurely');
        return value >= 1e-4 ? percent(value) : number(value);
      },
      probability: (value) => (value >= 0.99 && value < 1 ? cut(value, value > ALMOST_ONE ? 12 : 4) : number(value)),
      oneIn: (value) => (value > 0 && value < 0.3 ? t('oneIn', { of: number(1 / value) }) : null),
    };
  }, [t, format]);
}

function raised(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)] ?? digit);
  return `${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}
