// How long something took or still takes, as one says it: seconds to the tenth below ten, whole ones above, minutes and hours where they are needed.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

const MINUTE = 60;
const HOUR = 3_600;
/** Below this a tenth of a second counts. Seconds. */
const FINE_BELOW = 10;

/** A function that writes a duration, given in microseconds, 0 or more: `3.2 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
export function useDuration(): (microseconds: number) => string {
  const format = useFormatter();
  const t = useTranslations('bench.duration');
  return useMemo(
    () => (microseconds) => {
      const exact = Math.max(0, microseconds) / 1e6;
      if (exact < FINE_BELOW) return t('seconds', { seconds: format.number(exact, { maximumFractionDigits: 1 }) });
      const total = Math.round(exact);
      if (total < MINUTE) return t('seconds', { seconds: format.number(total) });
      if (total < HOUR) return t('minutes', { minutes: Math.floor(total / MINUTE), seconds: total % MINUTE });
      return t('hours', { hours: Math.floor(total / HOUR), minutes: Math.floor(total / MINUTE) % 60 });
    },
    [format, t],
  );
}
