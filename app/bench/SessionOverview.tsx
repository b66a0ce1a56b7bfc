// Many sessions at a glance, a line each: what the broker holds, what waits there, what the client believes. The one that is chosen stands below in full.
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { BrokerState, Microseconds } from '#simulations';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import type { SessionRow } from './beliefs.ts';
import styles from './SessionTable.module.css';
import { useBrokerCell } from './useBrokerCell.tsx';

export interface SessionOverviewProps {
  readonly rows: readonly SessionRow[];
  readonly broker: BrokerState;
  readonly at: Microseconds;
  /** Its client id. */
  readonly chosen: string;
  readonly onChoose: (clientId: string) => void;
}

export function SessionOverview({ rows, broker, at, chosen, onChoose }: SessionOverviewProps) {
  const t = useTranslations('bench.sessions');
  const id = useId();
  const cell = useBrokerCell(broker, at);
  return (
    <ScrollBox labelledBy={id}>
      <table className={`${styles.table} ${styles.overview}`}>
        <caption id={id}>{t('overview.caption', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('overview.clientId')}</th>
            <th scope="col" className={styles.broker}>
              {t('broker')}
            </th>
            <th scope="col" className={styles.broker}>
              {t('overview.waiting')}
            </th>
            <th scope="col">{t('overview.believes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { inFlight, queued } = row.session?.outgoing ?? { inFlight: { messages: 0 }, queued: { messages: 0 } };
            const differs = row.clients.some(({ differences }) => differences.length > 0);
            return (
              <tr key={row.clientId}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.choice}
                    aria-pressed={row.clientId === chosen}
                    onClick={() => onChoose(row.clientId)}
                  >
                    {row.clientId}
                  </button>
                </th>
                <td>{cell(row, 'connection')}</td>
                <td>{t('overview.messages', { count: inFlight.messages + queued.messages })}</td>
                <td data-differs={differs || undefined}>
                  {row.clients.map(({ state }) => (
                    <div key={state.client}>{t('overview.belief', { client: state.client, belief: state.connection ?? 'none' })}</div>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
