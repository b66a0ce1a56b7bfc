// What became of one message, as a mark: the shape of its QoS, filled where it was delivered, hollow where it waits; red where it is lost, each loss in its own way.
import type { QoS, QueueFate } from '#simulations';
import { shapePath } from '../../bench/packetShape.ts';
import styles from './Fates.module.css';

const SIZE = 16;
const CROSS = 'M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5';
const SLASHED = 'M5.5 0A5.5 5.5 0 1 1 -5.5 0A5.5 5.5 0 1 1 5.5 0M-3.9 3.9L3.9 -3.9';
const DASH = 'M-4.5 0H4.5';

export function FateMark({ fate, qos }: { readonly fate: QueueFate; readonly qos: QoS }) {
  const shape = shapePath(qos, 5);
  const level = styles[`qos${qos}`];
  return (
    <svg className={styles.mark} width={SIZE} height={SIZE} viewBox="-8 -8 16 16" aria-hidden="true">
      {fate === 'delivered' && <path className={`${styles.filled} ${level}`} d={shape} />}
      {fate === 'waiting' && <path className={`${styles.hollow} ${level}`} d={shape} />}
      {fate === 'dropped' && <path className={styles.lost} d={CROSS} />}
      {fate === 'refused' && <path className={styles.lost} d={SLASHED} />}
      {fate === 'noSession' && <path className={styles.lost} d={DASH} />}
      {fate === 'notArrived' && <path className={`${styles.lost} ${styles.faded}`} d={DASH} />}
      {fate === 'expired' && <path className={`${styles.lost} ${styles.faded}`} d={shape} />}
      {fate === 'goneWithSession' && <path className={styles.lost} d={shape} />}
    </svg>
  );
}
