// By how much sessions that nobody comes back to, and messages that wait in them, enlarge the broker's heap (`$SYS/broker/heap/current`):
//   growth = first + s * session + c * copy + m * (message + payload)
// s: sessions, each with one subscription to the same topic; c: copies that wait in them; m: different messages among those, kept once for all copies.
// Measured on the in-page broker, whose pointers have 32 bits, with ids of 14 characters; on a 64-bit machine it comes to about half as much again.
// Worked example: 11 sessions with 10 messages of 100 bytes waiting in each: 1,536 + 11 * 504 + 110 * 76 + 10 * 230 = 17,740 bytes (measured: 17,680).

/** Bytes. */
export const ORPHAN_BYTES = {
  /** The topic's own place among the subscriptions, made by the first of them. */
  first: 1_536,
  session: 504,
  copy: 76,
  /** Beside its payload. */
  message: 130,
} as const;

export interface OrphanCount {
  readonly sessions: number;
  /** Over all sessions. */
  readonly copies: number;
  /** Different ones. */
  readonly messages: number;
  readonly payloadBytes: number;
}

/** Bytes. */
export function orphanMemory({ sessions, copies, messages, payloadBytes }: OrphanCount): number {
  if (sessions === 0) return 0;
  const { first, session, copy, message } = ORPHAN_BYTES;
  return first + sessions * session + copies * copy + messages * (message + payloadBytes);
}
