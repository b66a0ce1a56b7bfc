// The ladder's lanes: whose they are, where they stand, and the lines down along which time runs.
import { classNames } from '../ui/classNames.ts';
import styles from './Ladder.module.css';
import type { Half } from './ladderLayout.ts';

const LANES = ['device', 'broker', 'subscriber'] as const;
type Lane = (typeof LANES)[number];

export type LaneNames = Readonly<Record<Lane, string>>;
/** Pixels from the left edge; `null`: not shown. */
export type LanePlaces = Readonly<Record<Lane, number | null>>;

/** Room for the times at the left edge, and for what stands right of the last lane. Pixels. */
export const GUTTER = 76;
const RIM = 34;
/** A name nearer to an edge than this would be cut if it stood in the middle of its lane. Pixels. */
const NEAR_EDGE = 60;

export function lanePlaces(width: number, halves: 'both' | Half): LanePlaces {
  const [left, right] = [GUTTER + 14, width - RIM];
  if (halves === 'device') return { device: left, broker: right, subscriber: null };
  if (halves === 'subscriber') return { device: null, broker: left, subscriber: right };
  return { device: left, broker: (left + right) / 2, subscriber: right };
}

export function LaneHeads({ places, names, width }: { readonly places: LanePlaces; readonly names: LaneNames; readonly width: number }) {
  return (
    <div className={styles.lanes} aria-hidden="true">
      {LANES.map((lane) => {
        const x = places[lane];
        return x === null ? null : (
          <span
            key={lane}
            className={classNames(styles.lane, lane === 'broker' && styles.brokerLane)}
            style={{ left: `${x}px` }}
            data-edge={x > width - NEAR_EDGE ? 'end' : x < GUTTER + NEAR_EDGE / 2 ? 'start' : undefined}
          >
            {names[lane]}
          </span>
        );
      })}
    </div>
  );
}

export function LifeLines({ places, height }: { readonly places: LanePlaces; readonly height: number }) {
  return (
    <g>
      {LANES.map((lane) => {
        const x = places[lane];
        return x === null ? null : (
          <line key={lane} className={lane === 'broker' ? styles.brokerLife : styles.life} x1={x} x2={x} y1={0} y2={height} />
        );
      })}
    </g>
  );
}

/** On the lane of a sender whose TCP sent something again: an arrow in a circle. */
export function ResentMark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g className={styles.resent} transform={`translate(${x} ${y})`}>
      <circle r={7} />
      <path d="M3.6 -1.2A3.8 3.8 0 1 0 3.4 1.8M3.9 -4v3h-3" />
    </g>
  );
}
