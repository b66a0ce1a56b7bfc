// The course's sizing rule beside what the broker's heap took: N · Q · M, with two to three times that as head-room. No React.
import { configNumber, type StormResult, type StormScenario } from '#simulations';

const MOSQUITTOS_OWN_WINDOW = 20;
/** The course's head-room: so many times the rule. */
const HEAD_ROOM = { from: 2, to: 3 } as const;

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

/** How what was taken stands to the rule: within it, less than the head-room, in it, or beyond it. */
export const FITS = ['rule', 'below', 'headRoom', 'beyond'] as const;
export type Fit = (typeof FITS)[number];

export function fitOf(ratio: number): Fit {
  if (ratio <= 1) return 'rule';
  if (ratio < HEAD_ROOM.from) return 'below';
  return ratio <= HEAD_ROOM.to ? 'headRoom' : 'beyond';
}

/** N · Q · M of what is set. Bytes. */
export function ruleOf({ sessions, queuedEach, messages }: StormScenario): number {
  return sessions.devices * queuedEach * messages.payloadBytes;
}

/** 1,000 devices, 100 messages of 500 bytes each: 50 MB, 100 to 150 MB with head-room, 10 MB under way at once. */
export function sizingOf({ scenario, empty, before, after, heapPeakBytes }: StormResult): Sizing {
  // 0: no limit.
  const inflight = configNumber(scenario.brokerConfig, 'max_inflight_messages') ?? MOSQUITTOS_OWN_WINDOW;
  const { devices } = scenario.sessions;
  const { payloadBytes } = scenario.messages;
  const rule = ruleOf(scenario);
  const taken = before.heapBytes - empty.heapBytes;
  const atATime = inflight === 0 ? scenario.queuedEach : Math.min(inflight, scenario.queuedEach);
  return {
    rule,
    headRoomFrom: HEAD_ROOM.from * rule,
    headRoomTo: HEAD_ROOM.to * rule,
    taken,
    takenAfter: after.heapBytes - empty.heapBytes,
    peak: Math.max(0, heapPeakBytes - empty.heapBytes),
    ratio: rule === 0 ? null : taken / rule,
    atOnce: devices * atATime * payloadBytes,
  };
}
