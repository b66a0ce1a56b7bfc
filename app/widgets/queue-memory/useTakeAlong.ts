// The result to take along: a sentence, the figures as a table, and the limits as a mosquitto.conf.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { confText } from '#content';
import { confDuration, type FleetMemory } from '#simulations';
import type { TakeAlongContent } from '../../calculator/TakeAlong.tsx';
import type { QueueMemoryValues } from './knobs.ts';

export function useTakeAlong(values: QueueMemoryValues, memory: FleetMemory, headline: string): TakeAlongContent {
  const t = useTranslations('queueMemory.takeAlong');
  const figures = useTranslations('queueMemory.figures');
  return useMemo(
    () => ({
      name: 'queue-memory',
      sentence: headline,
      table: {
        columns: [
          { key: 'figure', head: t('figure') },
          { key: 'value', head: t('value') },
        ],
        rows: [
          [t('devices'), values.devices],
          [t('away'), values.away],
          [figures('came'), memory.came],
          [figures('kept'), memory.kept],
          [figures('dropped'), memory.dropped],
          [figures('delivered'), memory.delivered],
          [t('messageBytes'), memory.messageBytes],
          [t('sessionBytes'), memory.sessionBytes + memory.subscriptionBytes],
          [t('bytes'), memory.bytes],
        ],
      },
      conf: confText(headline, [
        { key: 'listener', value: 1883, why: t('conf.listener') },
        { key: 'max_queued_messages', value: Math.round(values.limit), why: t('conf.limit') },
        ...(values.limitBytes === 0 ? [] : [{ key: 'max_queued_bytes', value: Math.round(values.limitBytes), why: t('conf.limitBytes') }]),
        ...(values.sessionExpiry === 0
          ? []
          : [{ key: 'persistent_client_expiration', value: confDuration(values.sessionExpiry), why: t('conf.expiration') }]),
      ]),
      programs: [],
    }),
    [values, memory, headline, t, figures],
  );
}
