// How a packet looks everywhere on the bench: QoS 0 a circle, QoS 1 a triangle, QoS 2 a square; what belongs to no message a diamond.
// Messages are filled; what acknowledges them is a smaller outline of the same shape.
import type { PacketSent, QoS } from '#simulations';

/** An SVG path around the origin; `size`: half its height, in pixels. */
export function shapePath(qos: QoS | null, size: number): string {
  switch (qos) {
    case 0:
      return `M${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
    case 1:
      return `M0 ${-size}L${size * 1.12} ${size * 0.9}H${-size * 1.12}z`;
    case 2:
      return `M${-size * 0.9} ${-size * 0.9}h${size * 1.8}v${size * 1.8}h${-size * 1.8}z`;
    case null:
      return `M0 ${-size}L${size} 0L0 ${size}L${-size} 0z`;
  }
}

export type PacketRole = 'message' | 'acknowledgement' | 'control';

/** PUBLISH carries a message; the rest of an exchange acknowledges it; all other packets keep the connection. */
export function roleOf({ type, message }: Pick<PacketSent, 'type' | 'message'>): PacketRole {
  if (type === 'PUBLISH') return 'message';
  return message === null ? 'control' : 'acknowledgement';
}

const SIZES: Readonly<Record<PacketRole, number>> = { message: 7.5, acknowledgement: 5, control: 5 };

export function sizeOf(role: PacketRole): number {
  return SIZES[role];
}
