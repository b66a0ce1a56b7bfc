// The things that stand still on the stage of a scripted run: a client with what it believes, its link, a session's drawer with what waits in it.
import { useTranslations } from 'use-intl';
import { type ClientState, fromMicroseconds, type Microseconds, type QoS, type SessionStanding } from '#simulations';
import type { Difference } from './beliefs.ts';
import type { BenchClient } from './benchClients.ts';
import { shapePath } from './packetShape.ts';
import styles from './Stage.module.css';
import { type Box, fitting, type LinkLine, lengthOf, shorten } from './stageGeometry.ts';
import { useDuration } from './useDuration.ts';

const MONO_LETTER = 7.3;
const SANS_LETTER = 7;
const CROSS = 8;

export interface ClientPartProps {
  readonly box: Box;
  readonly name: string;
  readonly state: ClientState | undefined;
}

export function ClientPart({ box, name, state }: ClientPartProps) {
  const t = useTranslations('bench.stage');
  const middle = box.width / 2;
  const belief = state?.connection ?? 'none';
  const thought = t('belief', { belief });
  const lines = [
    fitting(box.width - 8, t('thinks', { thought }), thought),
    state?.sessionPresent == null
      ? ''
      : fitting(
          box.width - 8,
          t('told', { present: String(state.sessionPresent) }),
          t('toldTight', { present: String(state.sessionPresent) }),
        ),
    fitting(box.width - 8, t('given', { count: state?.received ?? 0 }), t('givenTight', { count: state?.received ?? 0 })),
  ];
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect className={styles.party} width={box.width} height={box.height} rx={8} />
      <circle className={belief === 'connected' ? styles.ledOn : styles.ledOff} cx={13} cy={14} r={4.5} />
      <text className={styles.name} x={middle} y={19}>
        {shorten(name, box.width - 44, SANS_LETTER)}
      </text>
      <text className={`${styles.clientId} ${styles.centred}`} x={middle} y={37}>
        {state?.clientId == null ? '' : shorten(state.clientId === '' ? t('noClientId') : state.clientId, box.width - 12, MONO_LETTER)}
      </text>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three lines in a fixed order.
        <text key={index} className={styles.second} x={middle} y={55 + index * 16}>
          {line}
        </text>
      ))}
    </g>
  );
}

export interface ClientLinkProps {
  readonly line: LinkLine;
  readonly client: BenchClient;
  readonly state: ClientState | undefined;
  /** The broker holds this client's connection for open. */
  readonly held: boolean;
}

/** Thick where both ends hold the connection for open, dashed where one does, thin where none does; with a cross where the cable is out. */
export function ClientLink({ line: { client: from, broker: to }, client, state, held }: ClientLinkProps) {
  const t = useTranslations('bench.stage');
  const upright = from.x === to.x;
  const room = upright ? 150 : lengthOf({ client: from, broker: to });
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const believed = state?.connection === 'connected';
  const out = state?.cable === 'out';
  const delay = { delay: client.link.delayMs };
  return (
    <g>
      <line
        className={styles.clientLink}
        data-state={believed && held ? 'both' : believed || held ? 'one' : undefined}
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
      />
      {out && (
        <path
          className={styles.cross}
          d={`M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`}
        />
      )}
      <text
        className={out ? styles.linkLoss : styles.linkText}
        x={upright ? x + 14 : x}
        y={upright ? y + 4 : y - 22}
        textAnchor={upright ? 'start' : 'middle'}
        data-upright={upright || undefined}
      >
        {out ? t('cableOut') : fitting(room, t('delay', delay), t('delayTight', delay))}
      </text>
    </g>
  );
}

/** What waits, each message a shape: of its QoS where that is certain. `room` in pixels. */
function Waiting({
  session,
  x,
  y,
  room,
}: {
  readonly session: SessionStanding;
  readonly x: number;
  readonly y: number;
  readonly room: number;
}) {
  const t = useTranslations('bench.stage');
  const { inFlight, queued } = session.outgoing;
  const count = inFlight.messages + queued.messages;
  if (count === 0) return null;
  const qos = certainQos(session);
  const most = Math.max(1, Math.floor((room - 60) / STRIDE));
  const drawn = Math.min(count, most);
  const kind = qos === null ? styles.control : styles[`qos${qos}`];
  return (
    <g>
      {Array.from({ length: drawn }, (_, place) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: places in a row; what waits first stands first.
          key={place}
          className={place < inFlight.messages ? `${kind} ${styles.hollow}` : kind}
          d={shapePath(qos, 4.5)}
          transform={`translate(${x + 5 + place * STRIDE} ${y})`}
        />
      ))}
      <text className={styles.session} x={x + 5 + drawn * STRIDE} y={y + 4}>
        {t('waiting', { count })}
      </text>
    </g>
  );
}

const STRIDE = 13;

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
