// The things that stand still on the stage of a scripted run: a client with what it believes, and its link.
import { useTranslations } from 'use-intl';
import type { ClientState } from '#simulations';
import type { BenchClient, BenchProgram } from './benchClients.ts';
import { LINE_HEIGHT } from './clientGeometry.ts';
import { MessageRow, type Place } from './MessageRow.tsx';
import styles from './Stage.module.css';
import { type Box, fitting, type LinkLine, lengthOf, shorten } from './stageGeometry.ts';

const MONO_LETTER = 7.3;
const SANS_LETTER = 7;
const SMALL_LETTER = 6.2;
const CROSS = 8;

/** What a client does that keeps it from thinking of its connection; `null`: nothing. */
function doingOf(
  { program }: BenchClient,
  state: ClientState | undefined,
  signal: boolean,
): 'noPower' | 'asleep' | 'startingUp' | 'joining' | 'searching' | 'wifiLost' | null {
  switch (state?.power) {
    case 'off':
      return 'noPower';
    case 'deepSleep':
    case 'hibernation':
      return 'asleep';
    case 'boot':
      return 'startingUp';
    default:
      if (program?.hardware !== 'esp32') return null;
      return state?.wifi === 'joining' ? (signal ? 'joining' : 'searching') : state?.wifi === 'lost' ? 'wifiLost' : null;
  }
}

export interface ClientPartProps {
  readonly box: Box;
  readonly client: BenchClient;
  readonly state: ClientState | undefined;
  /** Its access point is there. */
  readonly signal: boolean;
  /** There is room for the name and one line alone, left of this. Pixels. */
  readonly compactTo: number | null;
}

/** A client with what it believes; grey while it has no power. */
export function ClientPart({ box, client, state, signal, compactTo }: ClientPartProps) {
  const t = useTranslations('bench.stage');
  const middle = box.width / 2;
  const { program } = client;
  const belief = state?.connection ?? 'none';
  const thought = t('belief', { belief });
  const doing = doingOf(client, state, signal);
  const room = box.width - 8;
  const count = state?.received ?? 0;
  const present = state?.sessionPresent == null ? null : { present: String(state.sessionPresent) };
  const off = doing === 'noPower' || undefined;
  const frame = (
    <>
      <rect className={styles.party} data-off={off} width={box.width} height={box.height} rx={8} />
      <circle className={belief === 'connected' && doing === null ? styles.ledOn : styles.ledOff} cx={13} cy={14} r={4.5} />
    </>
  );
  if (compactTo !== null)
    return (
      <g transform={`translate(${box.x} ${box.y})`}>
        {frame}
        <text className={styles.compactName} x={24} y={18}>
          {shorten(client.name, compactTo - 28, SANS_LETTER)}
        </text>
        <text className={styles.compactLine} x={10} y={35}>
          {shorten(doing === null ? thought : t(`doing.${doing}`), compactTo - 14, SMALL_LETTER)}
        </text>
      </g>
    );
  const lines = [
    doing === null ? fitting(room, t('thinks', { thought }), thought) : t(`doing.${doing}`),
    present === null ? '' : fitting(room, t('told', present), t('toldTight', present)),
    fitting(room, t('given', { count }), t('givenTight', { count })),
  ];
  // The library's name pushes all that follows down by a line.
  const top = program === null ? 37 : 37 + LINE_HEIGHT;
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      {frame}
      <text className={styles.name} x={middle} y={19}>
        {shorten(client.name, box.width - 44, SANS_LETTER)}
      </text>
      {program !== null && (
        <text className={styles.second} x={middle} y={36}>
          {fitting(
            room,
            t('runs', { library: t(`library.${program.library}`), hardware: t(`hardware.${program.hardware}`) }),
            t(`library.${program.library}`),
          )}
        </text>
      )}
      <text className={`${styles.clientId} ${styles.centred}`} x={middle} y={top}>
        {state?.clientId == null ? '' : shorten(state.clientId === '' ? t('noClientId') : state.clientId, box.width - 12, MONO_LETTER)}
      </text>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three lines in a fixed order.
        <text key={index} className={styles.second} x={middle} y={top + 18 + index * LINE_HEIGHT}>
          {line}
        </text>
      ))}
      {program?.buffers && <Buffer program={program} state={state} x={8} y={top + 18 + 3 * LINE_HEIGHT - 1} room={box.width - 16} />}
    </g>
  );
}

/** What waits in the device itself for a connection, and what it has had to drop. */
function Buffer({ program, state, x, y, room }: Place & { readonly program: BenchProgram; readonly state: ClientState | undefined }) {
  const t = useTranslations('bench.stage');
  const [count, lost] = [state?.buffered ?? 0, state?.bufferLost ?? 0];
  const words =
    lost > 0 ? fitting(room - 40, t('bufferedLost', { count, lost }), t('bufferedLostTight', { count, lost })) : t('buffered', { count });
  return (
    <g>
      <rect className={styles.buffer} x={x - 2} y={y - 8} width={room + 4} height={LINE_HEIGHT} rx={4} />
      <MessageRow
        x={x}
        y={y}
        room={room - words.length * SMALL_LETTER}
        count={count}
        hollow={0}
        qos={program.qos}
        words={count === 0 && lost === 0 ? t('bufferEmpty') : words}
      />
    </g>
  );
}

export interface ClientLinkProps {
  readonly line: LinkLine;
  readonly client: BenchClient;
  readonly state: ClientState | undefined;
  /** The broker holds this client's connection for open. */
  readonly held: boolean;
  /** Its access point is there. */
  readonly signal: boolean;
}

/** Waves of a radio, around the middle. */
const WAVES = 'M-21 -5a29 29 0 0 1 42 0M-14 3a19.5 19.5 0 0 1 28 0M-6.5 10a9 9 0 0 1 13 0';

/** Thick where both ends hold the connection for open, dashed where one does, thin where none does; with a cross where the cable is out or the Wi-Fi gone. */
export function ClientLink({ line: { client: from, broker: to }, client, state, held, signal }: ClientLinkProps) {
  const t = useTranslations('bench.stage');
  const upright = from.x === to.x;
  const room = upright ? 150 : lengthOf({ client: from, broker: to });
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const believed = state?.connection === 'connected';
  const out = state?.cable === 'out';
  const cut = out || !signal;
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
      {!signal && <path className={styles.waves} d={WAVES} transform={`translate(${x} ${y - (out ? 14 : 0)})`} />}
      {cut && (
        <path
          className={styles.cross}
          d={`M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`}
        />
      )}
      <text
        className={cut ? styles.linkLoss : styles.linkText}
        x={upright ? x + 14 : x}
        y={upright ? y + 4 : y - 22}
        textAnchor={upright ? 'start' : 'middle'}
        data-upright={upright || undefined}
      >
        {out ? t('cableOut') : !signal ? t('wifiGone') : fitting(room, t('delay', delay), t('delayTight', delay))}
      </text>
    </g>
  );
}
