// A drawer of the broker: a session that it remembers, with what waits in it.
import { useTranslations } from 'use-intl';
import { fromMicroseconds, type Microseconds, type QoS, type SessionStanding } from '#simulations';
import type { Difference } from './beliefs.ts';
import { MessageRow, type Place } from './MessageRow.tsx';
import styles from './Stage.module.css';
import { type Box, fitting, shorten } from './stageGeometry.ts';
import { useDuration } from './useDuration.ts';

const MONO_LETTER = 7.3;

/** What waits in the session: first what is under way. */
function Waiting({ session, ...place }: Place & { readonly session: SessionStanding }) {
  const t = useTranslations('bench.stage');
  const { inFlight, queued } = session.outgoing;
  const count = inFlight.messages + queued.messages;
  if (count === 0) return null;
  return (
    <MessageRow
      {...place}
      room={place.room - 60}
      count={count}
      hollow={inFlight.messages}
      qos={certainQos(session)}
      words={t('waiting', { count })}
    />
  );
}

/** A session keeps nothing below QoS 1, and nothing above what its subscriptions ask for: with QoS 1 everywhere it is certain, else not. */
function certainQos({ subscriptions }: SessionStanding): QoS | null {
  return subscriptions.length > 0 && subscriptions.every(({ qos }) => qos <= 1) ? 1 : null;
}

export interface SessionDrawerProps {
  readonly box: Box;
  readonly session: SessionStanding;
  readonly at: Microseconds;
  readonly differences: readonly Difference[];
}

/** A session that the broker remembers: lit while its client is connected, grey while not, dashed where a client believes otherwise. */
export function SessionDrawer({ box, session, at, differences }: SessionDrawerProps) {
  const t = useTranslations('bench.stage');
  const duration = useDuration();
  const { connected, expiresAt, clientId } = session;
  const left = expiresAt === null ? '' : duration(fromMicroseconds(Math.max(0, expiresAt - at)));
  return (
    <g>
      <rect
        className={connected ? styles.drawerOpen : styles.drawerAway}
        data-differs={differences.length > 0 || undefined}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={5}
      />
      <text className={styles.clientId} x={box.x + 9} y={box.y + 18}>
        {shorten(clientId, box.width - 18, MONO_LETTER)}
      </text>
      <text className={styles.session} x={box.x + 9} y={box.y + 35}>
        {connected
          ? t('session', { served: 'true' })
          : expiresAt === null
            ? t('offlineKept')
            : fitting(box.width - 14, t('offlineGone', { left }), t('offlineGoneTight', { left }))}
      </text>
      <Waiting session={session} x={box.x + 9} y={box.y + 51} room={box.width - 18} />
    </g>
  );
}
