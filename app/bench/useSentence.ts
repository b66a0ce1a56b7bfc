// One event of a run as a sentence: who did what, to whom, and what became of it.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import type { ToldEvent } from './ladderEvents.ts';
import { useVirtualTime } from './useVirtualTime.ts';

export function useSentence(): (event: ToldEvent) => string {
  const t = useTranslations('bench.sentence');
  const write = useVirtualTime();
  return useCallback(
    (event) => {
      switch (event.kind) {
        case 'packetSent':
          return packet(event);
        case 'segmentResent':
          return t('segmentResent', {
            from: event.direction === 'uplink' ? event.client : t('broker'),
            segment: event.segment,
            carried: event.carried,
            count: event.count,
            cause: event.cause,
          });
        case 'message':
          return t('message', { client: event.client, message: event.message, step: event.step });
        case 'delivered':
          return t('delivered', { client: event.client, message: event.message, device: event.device, copy: event.copy });
        case 'connection':
          return t('connection', { client: event.client, step: event.step });
        case 'power':
          return t('power', { client: event.client, state: event.state });
        case 'received':
          return t('received', { client: event.client, topicName: event.topicName, payload: event.payload ?? '', dup: String(event.dup) });
        case 'cable':
          return t('cable', { client: event.client, state: event.state });
        case 'wifi':
          return t('wifi', { client: event.client, state: event.state });
        case 'buffer':
          return t('buffer', { client: event.client, change: event.change, message: event.message ?? 0, held: event.held });
        case 'broker':
          return t('brokerStep', { step: event.step, problem: event.problem ?? '' });
        case 'ended':
          return t('ended', { reason: event.reason });
      }
      function packet({ client, direction, summary, endsAt, lost }: PacketSent): string {
        const [from, to] = direction === 'uplink' ? [client, t('broker')] : [t('broker'), client];
        return t('packet', { from, to, summary, lost: String(lost), end: write(endsAt) });
      }
    },
    [t, write],
  );
}
