// Any event of a run as a sentence: those of the ladder's list, and what has a place of its own elsewhere: log, serial monitor, session table.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { RunEvent } from '#simulations';
import { isTold } from '../../bench/ladderEvents.ts';
import { useSentence } from '../../bench/useSentence.ts';

/** `null`: nothing happens. */
export function useEventWords(): (event: RunEvent | null) => string {
  const t = useTranslations('twoWorlds.event');
  const sentence = useSentence();
  return useCallback(
    (event) => {
      if (event === null) return t('nothing');
      if (isTold(event)) return sentence(event);
      switch (event.kind) {
        case 'brokerLog':
          return t('brokerLog', { text: event.text });
        case 'serial':
          return t('serial', { client: event.client, text: event.text });
        case 'sessions': {
          const held = event.sessions.map(({ clientId, connected, outgoing }) =>
            t('session', { clientId, connected: String(connected), waiting: outgoing.inFlight.messages + outgoing.queued.messages }),
          );
          return t('sessions', { count: held.length, sessions: held.join('; ') });
        }
        default:
          return t('packetEnd', { client: event.client });
      }
    },
    [t, sentence],
  );
}
