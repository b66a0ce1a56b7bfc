// What can be taken along from the buffer calculator beside its C code: the sentence, the figures, and clients that publish at this rate.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { clientPrograms } from '#content';
import type { TakeAlongContent } from '../../calculator/TakeAlong.tsx';
import type { BufferValues } from './knobs.ts';
import type { Reckoning } from './reckoning.ts';

const KEEP_ALIVE_SECONDS = 60;
/** What a client program can be told. Milliseconds. */
const SHORTEST_MS = 10;

export function useTakeAlong(values: BufferValues, reckoning: Reckoning, headline: string): TakeAlongContent {
  const t = useTranslations('bufferSize.takeAlong');
  const figures = useTranslations('bufferSize.figures');
  const inputs = useTranslations('bufferSize.inputs');
  return useMemo(() => {
    const { outage, outagesPerYear, rate, slots } = values;
    const { layout, readings, bytesForAll, fit, lost, lasts, drain, flash, unnoticed } = reckoning;
    return {
      name: 'offline-buffer',
      sentence: headline,
      table: {
        columns: [
          { key: 'figure', head: t('figure') },
          { key: 'value', head: t('value') },
          { key: 'unit', head: t('unit') },
        ],
        rows: [
          [inputs('outage'), outage, 's'],
          [inputs('outagesPerYear'), outagesPerYear, ''],
          [inputs('rate'), rate, '1/s'],
          [figures('record'), layout.bytes, 'B'],
          [figures('readings'), readings, ''],
          [figures('bytesForAll'), bytesForAll, 'B'],
          [inputs('slots'), slots, ''],
          [figures('bytes'), fit.neededBytes, 'B'],
          [t('available'), fit.availableBytes, 'B'],
          [figures('lasts'), lasts, 's'],
          [figures('lost'), lost, ''],
          [figures('drain'), drain, 's'],
          [figures('unnoticed'), unnoticed, ''],
          [figures('flash'), flash === null || !Number.isFinite(flash) ? null : flash, t('years')],
        ],
      },
      conf: null,
      programs: clientPrograms({
        purpose: `${headline}\n${t('purpose')}`,
        protocolVersion: '3.1.1',
        clientId: { from: 'mac', prefix: 'sensor-' },
        cleanStart: false,
        sessionExpirySeconds: null,
        keepAliveSeconds: KEEP_ALIVE_SECONDS,
        publish: { topicName: 'house/temp', payload: '21.5', qos: 1, everyMs: Math.max(SHORTEST_MS, Math.round(1_000 / rate)) },
        subscribe: null,
      }),
    };
  }, [values, reckoning, headline, t, figures, inputs]);
}
