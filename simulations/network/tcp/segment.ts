// A TCP segment as the model has it: which part of the stream it carries, and what it acknowledges. Sequence numbers count from 0; SYN and FIN take one each [RFC 9293 §3.4].
// The bytes themselves stay with the packets that they belong to.

/** `ack` carries nothing; `reset` ends the connection. */
export type SegmentKind = 'syn' | 'data' | 'fin' | 'ack' | 'reset';

/** Why a segment is sent again: nothing was acknowledged for too long, or acknowledgements tell of a gap. */
export type ResendCause = 'timeout' | 'duplicateAcks';

export interface Segment {
  readonly kind: SegmentKind;
  /** From its first sequence number up to, and without, `to`. */
  readonly from: number;
  readonly to: number;
  /** Everything before it has arrived at the sender of this segment; `null` before anything has. */
  readonly ack: number | null;
}

/** IPv4 and TCP without options. [RFC 791 §3.1] [RFC 9293 §3.1] */
export const HEADER_BYTES = 40;

/** What it takes on the line. */
export function lineBytes({ kind, from, to }: Segment): number {
  return HEADER_BYTES + (kind === 'data' ? to - from : 0);
}
