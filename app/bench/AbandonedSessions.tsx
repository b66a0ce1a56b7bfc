// Sessions under ids that no client on the stage goes by any more, a line each: there may be hundreds. Who was left first stands first.
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BrokerState, Microseconds } from '#simulations';
import { Button } from '../ui/Button.tsx';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import type { SessionRow } from './beliefs.ts';
import styles from './SessionTable.module.css';
import { useBrokerCell } from './useBrokerCell.tsx';
import { useDuration } from './useDuration.ts';

const FEW = 6;

export interface AbandonedSessionsProps {
  readonly rows: readonly SessionRow[];
  readonly broker: BrokerState;
  readonly at: Microseconds;
}

/** Messages for its client, in flight and queued, and their bytes. */
function waitingIn({ session }: SessionRow): { readonly count: number; readonly bytes: number } {
  if (session === null) return { count: 0, bytes: 0 };
  const { inFlight, queued } = session.outgoing;
  return { count: inFlight.messages + queued.messages, bytes: inFlight.bytes + queued.bytes };
}

export function AbandonedSessions({ rows, broker, at }: AbandonedSessionsProps) {
  const t = useTranslations('bench.sessions');
  const id = useId();
  const cell = useBrokerCell(broker, at);
  const duration = useDuration();
  const [all, setAll] = useState(false);
  const waiting = rows.reduce((sum, row) => sum + waitingIn(row).count, 0);
  const inOrder = [...rows].sort((one, other) => (one.session?.since ?? 0) - (other.session?.since ?? 0));
  return (
    <div>
      <ScrollBox labelledBy={id}>
        <table className={`${styles.table} ${styles.abandoned}`}>
          <caption id={id}>{t('abandoned.caption', { count: rows.length, waiting })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('abandoned.clientId')}</th>
              <th scope="col" className={styles.broker}>
                {t('abandoned.away')}
              </th>
              <th scope="col" className={styles.broker}>
                {t('abandoned.kept')}
              </th>
              <th scope="col" className={styles.broker}>
                {t('abandoned.waiting')}
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder.slice(0, all ? inOrder.length : FEW).map((row) => (
              <tr key={row.clientId}>
                <th scope="row">
                  <code>{row.clientId}</code>
                </th>
                <td>{row.session === null || row.session.connected ? cell(row, 'connection') : duration(at - row.session.since)}</td>
                <td>{cell(row, 'expiry')}</td>
                <td>{t('abandoned.messages', waitingIn(row))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {inOrder.length > FEW && (
        <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'abandoned.fewer' : 'abandoned.all', { count: inOrder.length })}
        </Button>
      )}
    </div>
  );
}
