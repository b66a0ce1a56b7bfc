// The broker's own table of its sessions at the playhead, beside it what each client believes. Where the two differ, the cell is marked and a sentence says how.
// The broker's column is its `sessions()`, word for word (useBrokerCell.tsx). Sessions under ids that nobody here goes by stand together where they are many.
import { memo, type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BrokerState, ClientState, Microseconds } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import { AbandonedSessions } from './AbandonedSessions.tsx';
import { type ClientBelief, type Difference, type SessionRow, sessionRows } from './beliefs.ts';
import { SessionOverview } from './SessionOverview.tsx';
import styles from './SessionTable.module.css';
import { Filters, LINES, type Line, useBrokerCell } from './useBrokerCell.tsx';
import { useDuration } from './useDuration.ts';

/** The line of the table that a difference is about. */
const LINE_OF: Readonly<Record<Difference['kind'], Line>> = {
  believesConnected: 'connection',
  heldForConnected: 'connection',
  lacksSubscription: 'subscriptions',
  keepsSubscription: 'subscriptions',
};

/** From so many on, sessions without a client stand in one table. */
const MANY = 3;
/** More than so many with one are shown at a glance, and one of them in full. */
const FEW = 3;

export interface SessionTableProps {
  /** `null` before a run. */
  readonly view: RunView | null;
}

export function SessionTable({ view }: SessionTableProps) {
  const t = useTranslations('bench.sessions');
  const duration = useDuration();
  if (view === null) return <p className={styles.empty}>{t('empty')}</p>;
  const rows = sessionRows(view);
  const abandoned = rows.filter(({ clients }) => clients.length === 0);
  const many = abandoned.length >= MANY;
  const rest = rows.filter(({ clients }) => !many || clients.length > 0);
  return (
    <div className={styles.sessions}>
      {!view.broker.up && <Notice>{t('down', { ago: duration(view.at - view.broker.since) })}</Notice>}
      {rows.length === 0 && <p className={styles.empty}>{t('none')}</p>}
      {many && <AbandonedSessions rows={abandoned} broker={view.broker} at={view.at} />}
      {rest.length > FEW ? (
        <OneInFull rows={rest} broker={view.broker} at={view.at} />
      ) : (
        rest.map((row) => <SessionPart key={row.clientId} row={row} broker={view.broker} at={view.at} />)
      )}
    </div>
  );
}

/** All at a glance, the chosen one in full, and of the others what does not agree. */
function OneInFull({
  rows,
  broker,
  at,
}: {
  readonly rows: readonly SessionRow[];
  readonly broker: BrokerState;
  readonly at: Microseconds;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const row = rows.find(({ clientId }) => clientId === chosen) ?? rows[0];
  if (row === undefined) return null;
  return (
    <>
      <SessionOverview rows={rows} broker={broker} at={at} chosen={row.clientId} onChoose={setChosen} />
      {rows
        .filter((other) => other !== row)
        .map((other) => (
          <Differences key={other.clientId} row={other} at={at} />
        ))}
      <SessionPart row={row} broker={broker} at={at} />
    </>
  );
}

interface SessionPartProps {
  readonly row: SessionRow;
  readonly broker: BrokerState;
  readonly at: Microseconds;
}

const SessionPart = memo(function SessionPart({ row, broker, at }: SessionPartProps) {
  const t = useTranslations('bench.sessions');
  const id = useId();
  const brokerCell = useBrokerCell(broker, at);
  const clientCell = useClientCell();
  const different = (belief: ClientBelief, line: Line) => belief.differences.some(({ kind }) => LINE_OF[kind] === line);
  return (
    <div>
      <ScrollBox labelledBy={id}>
        <table className={styles.table}>
          <caption id={id}>{t.rich('caption', { clientId: row.clientId, code: (text) => <code>{text}</code> })}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" className={styles.broker}>
                {t('broker')}
              </th>
              {row.clients.map(({ state }) => (
                <th key={state.client} scope="col">
                  {t('believes', { client: state.client })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map((line) => (
              <tr key={line}>
                <th scope="row">{t(`line.${line}`)}</th>
                <td>{brokerCell(row, line)}</td>
                {row.clients.map((belief) => (
                  <td key={belief.state.client} data-differs={different(belief, line) || undefined}>
                    {clientCell(line, belief.state)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Differences row={row} at={at} />
    </div>
  );
});

/** What stands in a client's column. */
function useClientCell(): (line: Line, state: ClientState) => ReactNode {
  const t = useTranslations('bench.sessions');
  return (line, state) => {
    switch (line) {
      case 'connection':
        return t('belief', { belief: state.connection ?? 'none', cable: state.cable });
      case 'start':
        return state.sessionPresent === null ? t('nothing') : t('sessionPresent', { present: String(state.sessionPresent) });
      case 'subscriptions':
        return <Filters subscriptions={state.subscriptions} />;
      case 'outgoing':
        return t('given', { count: state.received });
      case 'expiry':
      case 'incoming':
        return t('nothing');
    }
  };
}

function Differences({ row, at }: { readonly row: SessionRow; readonly at: Microseconds }) {
  const t = useTranslations('bench.sessions.difference');
  const duration = useDuration();
  const words = (client: string, difference: Difference): string => {
    switch (difference.kind) {
      case 'believesConnected': {
        const ago = difference.since === null ? '' : duration(at - difference.since);
        return t('believesConnected', { client, because: difference.because, ago });
      }
      case 'heldForConnected':
        return t('heldForConnected', { client, ago: duration(at - difference.since) });
      case 'lacksSubscription':
      case 'keepsSubscription':
        return t(difference.kind, { client, topicFilter: difference.topicFilter });
    }
  };
  const told = row.clients.flatMap(({ state, differences }) => differences.map((difference) => words(state.client, difference)));
  if (told.length === 0) return null;
  return (
    <ul className={styles.differences} aria-label={t('label', { clientId: row.clientId })}>
      {told.map((sentence) => (
        <li key={sentence}>
          <Icon name="incomparable" />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
