// Virtual time as text: seconds to the millisecond, with minutes and hours where a run lasts that long.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type Microseconds, toSeconds } from '#simulations';

const MINUTE = 60;
const HOUR = 3_600;

/** A function that writes an instant or a duration: `1.234 s`, `2:03.456`, `1:02:03.456`. */
export function useVirtualTime(): (instant: Microseconds) => string {
  const format = useFormatter();
  const t = useTranslations('bench.time');
  return useMemo(() => {
    const whole = (value: number, digits: number) => format.number(value, { minimumIntegerDigits: digits, useGrouping: false });
    const fine = (value: number, digits: number) =>
      format.number(value, { minimumIntegerDigits: digits, minimumFractionDigits: 3, maximumFractionDigits: 3, useGrouping: false });
    return (instant) => {
      // To the millisecond first: 59.9996 s is 1:00.000, not 0:60.000.
      const total = Math.round(toSeconds(instant) * 1_000) / 1_000;
      if (total < MINUTE) return t('seconds', { value: fine(total, 1) });
      const seconds = fine(total % MINUTE, 2);
      const minutes = Math.floor(total / MINUTE) % 60;
      if (total < HOUR) return t('minutes', { minutes: whole(minutes, 1), seconds });
      return t('hours', { hours: whole(Math.floor(total / HOUR), 1), minutes: whole(minutes, 2), seconds });
    };
  }, [format, t]);
}
