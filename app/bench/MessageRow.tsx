// Messages that wait, each a shape: in a session's drawer, in a device's own buffer.
import type { QoS } from '#simulations';
import { shapePath } from './packetShape.ts';
import styles from './Stage.module.css';

/** From one shape to the next. Pixels. */
const STRIDE = 13;

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly room: number;
}

export interface MessageRowProps extends Place {
  readonly count: number;
  /** Of these, the first so many are under way. */
  readonly hollow: number;
  /** `null` where it is not certain. */
  readonly qos: QoS | null;
  /** Stand behind the shapes. */
  readonly words: string;
}

/** Messages that wait, each a shape, as many as there is room for. */
export function MessageRow({ x, y, room, count, hollow, qos, words }: MessageRowProps) {
  const drawn = Math.min(count, Math.max(1, Math.floor(room / STRIDE)));
  const kind = qos === null ? styles.control : styles[`qos${qos}`];
  return (
    <g>
      {Array.from({ length: drawn }, (_, place) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: places in a row; what waits first stands first.
          key={place}
          className={place < hollow ? `${kind} ${styles.hollow}` : kind}
          d={shapePath(qos, 4.5)}
          transform={`translate(${x + 5 + place * STRIDE} ${y})`}
        />
      ))}
      <text className={styles.session} x={x + (drawn > 0 ? 5 : 0) + drawn * STRIDE} y={y + 4}>
        {words}
      </text>
    </g>
  );
}
