// What can be taken along from the keep-alive calculator: the sentence, the figures, the broker's limit, and a client that keeps alive as was reckoned.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { clientPrograms, confText } from '#content';
import type { TakeAlongContent } from '../../calculator/TakeAlong.tsx';
import type { KeepAliveValues } from './knobs.ts';
import { type Reckoning, speaksFive } from './reckoning.ts';

export function useTakeAlong(values: KeepAliveValues, reckoning: Reckoning, headline: string): TakeAlongContent {
  const t = useTranslations('keepAlive.takeAlong');
  const figures = useTranslations('keepAlive.figures');
  return useMemo(() => {
    const { keepAlive, traffic, publishEvery } = values;
    const { broker, device, pingsPerDay, bytesPerDay, pingCharge, stayingCharge, willEarliest, willLatest, qos } = reckoning;
    const five = speaksFive(values);
    return {
      name: 'keep-alive',
      sentence: headline,
      table: {
        columns: [
          { key: 'figure', head: t('figure') },
          { key: 'value', head: t('value') },
          { key: 'unit', head: t('unit') },
        ],
        rows: [
          [t('keepAlive'), keepAlive, 's'],
          [t('earliest', { what: figures('broker') }), broker.earliest, 's'],
          [t('mean', { what: figures('broker') }), broker.mean, 's'],
          [t('latest', { what: figures('broker') }), broker.latest, 's'],
          [t('earliest', { what: figures('device') }), device.earliest, 's'],
          [t('mean', { what: figures('device') }), device.mean, 's'],
          [t('latest', { what: figures('device') }), device.latest, 's'],
          [t('earliest', { what: figures('will') }), willEarliest, 's'],
          [t('latest', { what: figures('will') }), willLatest, 's'],
          [figures('pings'), pingsPerDay, ''],
          [figures('bytes'), bytesPerDay, 'B'],
          [figures('charge'), pingCharge, 'mAh'],
          [figures('staying'), stayingCharge, 'mAh'],
        ],
      },
      conf: confText(headline, [
        { key: 'listener', value: 1883, why: t('conf.listener') },
        { key: 'max_keepalive', value: keepAlive, why: t('conf.limit') },
      ]),
      programs: clientPrograms({
        purpose: headline,
        protocolVersion: five ? '5.0' : '3.1.1',
        clientId: { from: 'mac', prefix: 'sensor-' },
        cleanStart: false,
        sessionExpirySeconds: five ? 3_600 : null,
        keepAliveSeconds: keepAlive,
        publish: traffic === 'idle' ? null : { topicName: 'house/temp', payload: '21.5', qos, everyMs: publishEvery * 1_000 },
        subscribe: traffic === 'idle' ? { topicFilter: 'house/cmd', qos: 1 } : null,
      }),
    };
  }, [values, reckoning, headline, t, figures]);
}
