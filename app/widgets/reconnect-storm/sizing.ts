// The course's sizing rule beside what the broker's heap took: N · Q · M, with two to three times that as head-room. No React.
import { configNumber, type StormResult } from '#simulations';

const MOSQUITTOS_OWN_WINDOW = 20;

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

/** 1,000 devices, 100 messages of 500 bytes each: 50 MB, 100 to 150 MB with head-room, 10 MB under way at once. */
export function sizingOf({ scenario, empty, before, after, heapPeakBytes }: StormResult): Sizing {
  // 0: no limit.
  const inflight = configNumber(scenario.brokerConfig, 'max_inflight_messages') ?? MOSQUITTOS_OWN_WINDOW;
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
    peak: Math.max(0, heapPeakBytes - empty.heapBytes),
    ratio: rule === 0 ? null : taken / rule,
    atOnce: devices * atATime * payloadBytes,
  };
}
