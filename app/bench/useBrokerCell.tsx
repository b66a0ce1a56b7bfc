// The words of the broker's column in the session table: its `sessions()` line by line, and how long something still takes.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BrokerState, GrantedSubscription, Microseconds, SessionStanding } from '#simulations';
import type { SessionRow } from './beliefs.ts';
import styles from './SessionTable.module.css';
import { useDuration } from './useDuration.ts';

export const LINES = ['connection', 'start', 'expiry', 'subscriptions', 'outgoing', 'incoming'] as const;
export type Line = (typeof LINES)[number];

export function useBrokerCell(broker: BrokerState, at: Microseconds): (row: SessionRow, line: Line) => ReactNode {
  const t = useTranslations('bench.sessions');
  const duration = useDuration();
  return ({ session, forgottenAt }, line) => {
    if (session === null) {
      if (line !== 'connection') return t('nothing');
      if (!broker.up) return t('brokerDown');
      return forgottenAt === null ? t('neverHeld') : t('forgotten', { ago: duration(at - forgottenAt) });
    }
    return brokerWords(session, line);
  };

  function brokerWords(held: SessionStanding, line: Line): ReactNode {
    const { connected, since, protocolVersion, cleanStart, sessionExpirySeconds: seconds, expiresAt, outgoing, incoming } = held;
    switch (line) {
      case 'connection':
        return t('connected', { connected: String(connected), ago: duration(at - since) });
      case 'start':
        return t('startedWith', { version: protocolVersion, clean: String(cleanStart), v5: String(protocolVersion === '5.0') });
      case 'expiry':
        if (expiresAt !== null) return t('goneIn', { time: duration(Math.max(0, expiresAt - at)) });
        if (seconds === null) return t('keptForEver');
        return seconds === 0 ? t('notKept') : t('keptFor', { time: duration(seconds * 1_000_000) });
      case 'subscriptions':
        return <Filters subscriptions={held.subscriptions} />;
      case 'outgoing':
        return t('backlog', backlogOf(outgoing));
      case 'incoming':
        return t('backlog', backlogOf(incoming));
    }
  }
}

function backlogOf({ inFlight, queued }: SessionStanding['outgoing']) {
  return { inFlight: inFlight.messages, inFlightBytes: inFlight.bytes, queued: queued.messages, queuedBytes: queued.bytes };
}

export function Filters({ subscriptions }: { readonly subscriptions: readonly GrantedSubscription[] }) {
  const t = useTranslations('bench.sessions');
  if (subscriptions.length === 0) return t('noSubscription');
  return (
    <ul className={styles.filters}>
      {subscriptions.map(({ topicFilter, qos }) => (
        <li key={topicFilter}>{t.rich('subscription', { topicFilter, qos, code: (text) => <code>{text}</code> })}</li>
      ))}
    </ul>
  );
}
