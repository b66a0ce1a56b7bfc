// Where the learner is in a packet: at a byte or at a field. Each tells the other: a byte the fields it holds, a field its bytes.
import type { FieldSpan } from '#simulations';

export type Spot = { readonly at: 'byte'; readonly byte: number } | { readonly at: 'field'; readonly path: string };

export const FIRST_BYTE: Spot = { at: 'byte', byte: 0 };

/** The leaves that share the byte; several where it holds fields of some bits each. */
export function leavesAt(leaves: readonly FieldSpan[], byte: number): readonly FieldSpan[] {
  return leaves.filter(({ start, end }) => start <= byte && byte < end);
}

/** The same place in another packet, or its first byte where that has no such place. */
export function spotIn(leaves: readonly FieldSpan[], length: number, spot: Spot): Spot {
  const isThere = spot.at === 'byte' ? spot.byte < length : leaves.some(({ path }) => path === spot.path);
  return isThere ? spot : FIRST_BYTE;
}

/** The fields of a spot. */
export function fieldsOf(leaves: readonly FieldSpan[], spot: Spot): readonly FieldSpan[] {
  return spot.at === 'byte' ? leavesAt(leaves, spot.byte) : leaves.filter(({ path }) => path === spot.path);
}

/** The byte of a spot: of a field the first. A field without bytes stands where it would begin, at most at the last byte. */
export function byteOf(leaves: readonly FieldSpan[], length: number, spot: Spot): number {
  const byte = spot.at === 'byte' ? spot.byte : (fieldsOf(leaves, spot)[0]?.start ?? 0);
  return Math.max(0, Math.min(byte, length - 1));
}

/** Where an arrow key leads in a grid of rows of `perRow`; `null`: the key is none of the grid's. */
export function byteByKey(key: string, toEnds: boolean, from: number, perRow: number, length: number): number | null {
  const rowStart = from - (from % perRow);
  const last = length - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return from - perRow < 0 ? from : from - perRow;
    case 'ArrowDown':
      return from + perRow > last ? from : from + perRow;
    case 'Home':
      return toEnds ? 0 : rowStart;
    case 'End':
      return toEnds ? last : Math.min(last, rowStart + perRow - 1);
    default:
      return null;
  }
}
