// The course's sizing rule beside what the broker's heap took: N · Q · M, with two to three times that as head-room. No React.
import type { StormResult } from '#simulations';

export interface Sizing {
  /** N · Q · M: the payload of all that waits. Bytes. */
  readonly rule: number;
  readonly headRoomFrom: number;
  readonly headRoomTo: number;
  /** What sessions and messages took before the broker went down. Bytes. */
  readonly taken: number;
  /** The same, when it was up again. */
  readonly takenAfter: number;
  readonly peak: number;
  /** Of the rule; `null` where nothing waits. */
  readonly ratio: number | null;
  /** The payload that may be under way at once: N · min(Q, max_inflight_messages) · M. */
  readonly atOnce: number;
}

/** 1,000 devices, 100 messages of 500 bytes each: 50 MB, 100 to 150 MB with head-room, 10 MB under way at once. @param inflight 0: no limit */
export function sizingOf({ scenario, empty, before, after, heapPeakBytes }: StormResult, inflight: number): Sizing {
  const { devices } = scenario.sessions;
  const { payloadBytes } = scenario.messages;
  const rule = devices * scenario.queuedEach * payloadBytes;
  const taken = before.heapBytes - empty.heapBytes;
  const atATime = inflight === 0 ? scenario.queuedEach : Math.min(inflight, scenario.queuedEach);
  return {
    rule,
    headRoomFrom: 2 * rule,
    headRoomTo: 3 * rule,
    taken,
    takenAfter: after.heapBytes - empty.heapBytes,
    peak: heapPeakBytes - empty.heapBytes,
    ratio: rule === 0 ? null : taken / rule,
    atOnce: devices * atATime * payloadBytes,
  };
}
