// One packet of the ladder: an arrow from sender to receiver, slanted by the time it takes; a lost one is dashed and ends in a cross half-way.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import styles from './Ladder.module.css';
import { roleOf, shapePath } from './packetShape.ts';

export interface LadderArrowProps {
  readonly id: string;
  readonly packet: PacketSent;
  readonly sentX: number;
  readonly endX: number;
  readonly sentY: number;
  readonly endY: number;
  /** Draw only its first and last stretch. */
  readonly stub: boolean;
  /** There is room to write that it was lost. */
  readonly lossNamed: boolean;
  readonly selected: boolean;
  /** Must stay the same function. */
  readonly sentenceOf: (packet: PacketSent) => string;
  readonly onSelect: (packet: PacketSent) => void;
}

const CROSS = 5;

/** `PUBLISH 34 (id 3) DUP`: short enough for the ladder; the summary with topic and size stands in the details. */
export function labelOf({ type, message, packetId, dup, summary }: PacketSent): string {
  if (message === null) return summary;
  return `${type} ${message}${packetId === null ? '' : ` (id ${packetId})`}${dup ? ' DUP' : ''}`;
}

/** Length of a stub. Pixels. */
const STUB = 34;

function stubs(x1: number, y1: number, x2: number, y2: number): string {
  const share = STUB / Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) * share, (y2 - y1) * share];
  return `M${x1} ${y1}l${dx} ${dy}M${x2 - dx} ${y2 - dy}L${x2} ${y2}`;
}

export const LadderArrowPart = memo(function LadderArrowPart(props: LadderArrowProps) {
  const { id, packet, sentX, endX, sentY, endY, stub, lossNamed, selected, sentenceOf, onSelect } = props;
  const t = useTranslations('bench.ladder');
  const { lost, qos } = packet;
  const right = endX > sentX;
  const stopX = lost ? (sentX + endX) / 2 : endX;
  const angle = (Math.atan2(endY - sentY, stopX - sentX) * 180) / Math.PI;
  const kind = qos === null ? styles.control : styles[`qos${qos}`];
  const hollow = roleOf(packet) !== 'message';
  return (
    <g
      id={id}
      role="option"
      aria-selected={selected}
      aria-label={sentenceOf(packet)}
      className={styles.arrow}
      onClick={() => onSelect(packet)}
    >
      <line className={styles.target} x1={sentX} y1={sentY} x2={stopX} y2={endY} />
      {selected && <line className={styles.selected} x1={sentX} y1={sentY} x2={stopX} y2={endY} />}
      {stub ? (
        <path className={`${kind} ${styles.line}`} d={stubs(sentX, sentY, stopX, endY)} />
      ) : (
        <line className={`${kind} ${styles.line}`} data-lost={lost || undefined} x1={sentX} y1={sentY} x2={stopX} y2={endY} />
      )}
      <path className={`${kind} ${hollow ? styles.hollow : ''}`} d={shapePath(qos, 4.5)} transform={`translate(${sentX} ${sentY})`} />
      {lost ? (
        <g transform={`translate(${stopX} ${endY})`}>
          <path className={styles.cross} d={`M${-CROSS} ${-CROSS}L${CROSS} ${CROSS}M${CROSS} ${-CROSS}L${-CROSS} ${CROSS}`} />
          {lossNamed && (
            <text className={styles.lostText} x={right ? 11 : -11} y={4} textAnchor={right ? 'start' : 'end'}>
              {t('lost')}
            </text>
          )}
        </g>
      ) : (
        <path className={kind} d="M0 0L-9 -4L-9 4z" transform={`translate(${endX} ${endY}) rotate(${angle})`} />
      )}
      <text
        className={styles.label}
        data-selected={selected || undefined}
        x={sentX + (right ? 10 : -10)}
        y={sentY - 3}
        textAnchor={right ? 'start' : 'end'}
      >
        {labelOf(packet)}
      </text>
    </g>
  );
});
