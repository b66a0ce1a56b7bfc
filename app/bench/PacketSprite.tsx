// One packet on the stage, drawn around the origin; the traffic layer puts it in its place. Resends wear a ring, lost ones become an outline under a red cross.
import { memo, useCallback } from 'react';
import type { PacketSent } from '#simulations';
import { roleOf, shapePath, sizeOf } from './packetShape.ts';
import styles from './Stage.module.css';

const CROSS = 7;

export interface PacketSpriteProps {
  readonly flight: PacketSent;
  readonly lost: boolean;
  readonly selected: boolean;
  /** Written beside it; `null` where there is no room. */
  readonly label: string | null;
  readonly upright: boolean;
  readonly onSelect: (packet: PacketSent) => void;
  /** Tells where its node is, and that it is gone. Must stay the same function. */
  readonly register: (packet: number, node: SVGGElement | null) => void;
}

export const PacketSprite = memo(function PacketSprite({ flight, lost, selected, label, upright, onSelect, register }: PacketSpriteProps) {
  const { packet } = flight;
  const node = useCallback((element: SVGGElement | null) => register(packet, element), [register, packet]);
  const role = roleOf(flight);
  const size = sizeOf(role);
  const kind = flight.qos === null ? styles.control : styles[`qos${flight.qos}`];
  const hollow = lost || role !== 'message';
  const up = flight.direction === 'uplink';
  const labelAt = upright
    ? { x: up ? -13 : 13, y: 4, anchor: up ? ('end' as const) : ('start' as const) }
    : { x: 0, y: up ? -14 : 24, anchor: 'middle' as const };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way for the mouse; the ladder gives the same choice to the keyboard.
    <g ref={node} className={styles.packet} onClick={() => onSelect(flight)}>
      <circle className={styles.target} r={13} />
      {selected && <circle className={styles.selected} r={13} />}
      {flight.dup && <path className={`${kind} ${styles.ring}`} d={shapePath(flight.qos, size + 4)} />}
      <path className={`${kind} ${hollow ? styles.hollow : ''}`} d={shapePath(flight.qos, size)} />
      {lost && <path className={styles.cross} d={`M${-CROSS} ${-CROSS}L${CROSS} ${CROSS}M${CROSS} ${-CROSS}L${-CROSS} ${CROSS}`} />}
      {label !== null && (
        <text className={lost ? styles.labelLost : styles.label} x={labelAt.x} y={labelAt.y} textAnchor={labelAt.anchor}>
          {label}
        </text>
      )}
    </g>
  );
});
