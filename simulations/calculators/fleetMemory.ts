// What a fleet that is away takes of its broker's memory:
//   n = ⌊r · t⌋   k = min(n, limit)   x = T − 18   session = s + f + (v − 1) · u + 2 · v · x   own messages: k · (o + P + x)   shared ones: k · c for each session, and k · (d + P + x) once
// n: messages that come for each; k: that are kept, the first ones, because Mosquitto drops the newest; v: subscriptions of a session, of which the first may cost more; P: payload; T: the topic's
// length, which a stored message holds once and a subscription twice (in the tree of topics and in its session), one that all share once each. The byte constants are a set of their own: the course's,
// those of a native broker, those of the broker in the page, or what was measured; all for topics of 18 bytes. Left out: the allocator's own rounding (a topic grows by steps of 16 bytes), further levels
// in a topic, the system's memory for open connections.
import type { BrokerStanding } from '../fleet/fleetResult.ts';

/** The topic that the constants were measured with. */
export const USUAL_TOPIC_BYTES = 18;

/** Bytes, with topics of the usual length. */
export interface MemoryConstants {
  readonly session: number;
  /** The first subscription of a session to a topic of its own, and each further one. */
  readonly firstSubscription: number;
  readonly subscription: number;
  /** One to a topic that all share. */
  readonly sharedSubscription: number;
  /** Of a message that one session alone holds, beside its payload. */
  readonly ownMessage: number;
  /** Of an entry in a session's queue for a message that is stored once for many. */
  readonly copy: number;
  /** Of that stored message, beside its payload. */
  readonly sharedMessage: number;
}

/** The course's own formula for a queue: 40 bytes a message, and nothing for the session (5,000 bytes in its other example, F96). Of shared messages it does not speak. */
export const COURSE_MEMORY: MemoryConstants = {
  session: 0,
  firstSubscription: 0,
  subscription: 0,
  sharedSubscription: 0,
  ownMessage: 40,
  copy: 40,
  sharedMessage: 0,
};

/** Mosquitto 2.0.11 on x86-64, topics of 18 characters; five subscriptions a session, of which the mean was taken; shared ones were not measured apart. */
export const NATIVE_MEMORY: MemoryConstants = {
  session: 716,
  firstSubscription: 361,
  subscription: 361,
  sharedSubscription: 361,
  ownMessage: 276,
  copy: 88,
  sharedMessage: 188,
};

/** Mosquitto 2.0.21 as it runs in the page, pointers of 32 bits, topics of 18 characters: measured by `fleetAtRest`. */
export const IN_PAGE_MEMORY: MemoryConstants = {
  session: 455,
  firstSubscription: 1_168,
  subscription: 132,
  sharedSubscription: 70,
  ownMessage: 224,
  copy: 76,
  sharedMessage: 148,
};

export interface FleetMemorySetting {
  readonly devices: number;
  readonly subscriptionsEach: number;
  /** For each device. */
  readonly messagesPerHour: number;
  readonly awaySeconds: number;
  readonly payloadBytes: number;
  /** 1 to 65,535. */
  readonly topicBytes: number;
  readonly shared: boolean;
  /** 0: no limit. */
  readonly maxQueuedMessages: number;
  readonly maxQueuedBytes: number;
  /** `null`: none. */
  readonly messageExpirySeconds: number | null;
  readonly sessionExpirySeconds: number | null;
}

export interface FleetMemory {
  /** For each device: messages that come, that the broker keeps, that it drops. */
  readonly came: number;
  readonly kept: number;
  readonly dropped: number;
  /** Of the kept ones: still fresh on the return. Mosquitto does not free the places of the others before. */
  readonly delivered: number;
  /** What would be kept if expired messages gave their places up at once. */
  readonly keptIfFreed: number;
  /** 0 where they have ended. */
  readonly sessionsLeft: number;
  /** Bytes, of the whole fleet. */
  readonly sessionBytes: number;
  readonly subscriptionBytes: number;
  readonly messageBytes: number;
  readonly bytes: number;
  readonly bytesPerDevice: number;
}

/** 60 messages of 100 bytes by the course's constants: 8,400 bytes; a day of them 201,600, of which the limit of 1,000 messages lets 140,000 be. */
export function fleetMemory(setting: FleetMemorySetting, constants: MemoryConstants): FleetMemory {
  const { devices, awaySeconds, payloadBytes, shared, sessionExpirySeconds } = setting;
  const came = setting.subscriptionsEach === 0 ? 0 : messagesIn(setting, awaySeconds);
  const limit = keptAtMost(setting);
  const isOver = sessionExpirySeconds !== null && awaySeconds >= sessionExpirySeconds;
  const kept = isOver ? 0 : Math.min(came, limit);
  const expiry = setting.messageExpirySeconds ?? Number.POSITIVE_INFINITY;
  const stale = expiry >= awaySeconds ? 0 : messagesIn(setting, awaySeconds - expiry);
  const sessionsLeft = isOver ? 0 : devices;
  const sessionBytes = sessionsLeft * constants.session;
  const subscriptionBytes = sessionsLeft * subscriptionsOf(setting, constants);
  const content = payloadBytes + beyondUsual(setting);
  const messageBytes = shared
    ? sessionsLeft * kept * constants.copy + kept * (constants.sharedMessage + content)
    : sessionsLeft * kept * (constants.ownMessage + content);
  const bytes = sessionBytes + subscriptionBytes + messageBytes;
  return {
    came,
    kept,
    dropped: isOver ? 0 : came - kept,
    delivered: Math.max(0, kept - stale),
    keptIfFreed: isOver ? 0 : Math.min(limit, Math.max(0, came - stale)),
    sessionsLeft,
    sessionBytes,
    subscriptionBytes,
    messageBytes,
    bytes,
    bytesPerDevice: bytes / Math.max(1, devices),
  };
}

type Subscribed = Pick<FleetMemorySetting, 'subscriptionsEach' | 'topicBytes' | 'shared'>;

/** Of one session. Bytes. */
function subscriptionsOf(subscribed: Subscribed, constants: MemoryConstants): number {
  const { subscriptionsEach, shared } = subscribed;
  if (subscriptionsEach === 0) return 0;
  const own = shared ? subscriptionsEach - 1 : subscriptionsEach;
  const toOwnTopics = own === 0 ? 0 : constants.firstSubscription + (own - 1) * constants.subscription;
  const bytes = toOwnTopics + (shared ? constants.sharedSubscription : 0);
  // A set that leaves subscriptions out (the course's) leaves out their topics, too.
  return bytes === 0 ? 0 : bytes + longerTopicsOf(subscribed);
}

function beyondUsual({ topicBytes }: Pick<FleetMemorySetting, 'topicBytes'>): number {
  return topicBytes - USUAL_TOPIC_BYTES;
}

/** What the subscriptions of one session take more than with usual topics. Bytes; below 0 for shorter ones. */
function longerTopicsOf(subscribed: Subscribed): number {
  const held = 2 * subscribed.subscriptionsEach - (subscribed.shared && subscribed.subscriptionsEach > 0 ? 1 : 0);
  return held * beyondUsual(subscribed);
}

function messagesIn({ messagesPerHour }: FleetMemorySetting, seconds: number): number {
  return Math.floor((messagesPerHour * seconds) / 3_600 + 1e-9);
}

/** A message is taken while fewer than `max_queued_messages` wait, and while less than `max_queued_bytes` of payload do (`queueRoom.ts`): the last one may go past the bytes. */
function keptAtMost({ maxQueuedMessages, maxQueuedBytes, payloadBytes }: FleetMemorySetting): number {
  const byCount = maxQueuedMessages === 0 ? Number.POSITIVE_INFINITY : maxQueuedMessages;
  const byBytes = maxQueuedBytes === 0 || payloadBytes === 0 ? Number.POSITIVE_INFINITY : Math.ceil(maxQueuedBytes / payloadBytes);
  return Math.min(byCount, byBytes);
}

/** What a run showed, step by step. */
export interface MeasuredMemory extends Subscribed {
  readonly empty: BrokerStanding;
  readonly sessions: BrokerStanding;
  readonly subscribed: BrokerStanding;
  readonly away: BrokerStanding;
  readonly devices: number;
  /** Kept in each session. */
  readonly keptEach: number;
  readonly payloadBytes: number;
}

/** The constants that a run's steps give; one that it says nothing about stays as it was. A subscription's is the mean of a session's. Of shared messages the stored one is left as it was. */
export function recalibrated(measured: MeasuredMemory, before: MemoryConstants): MemoryConstants {
  const { empty, sessions, subscribed, away, devices, subscriptionsEach, keptEach, payloadBytes, shared } = measured;
  const each = (bytes: number, count: number): number | null => (count === 0 ? null : bytes / count);
  const ofSubscriptions = subscribed.heapBytes - sessions.heapBytes - devices * longerTopicsOf(measured);
  const subscription = each(ofSubscriptions, devices * subscriptionsEach);
  const waiting = away.heapBytes - subscribed.heapBytes;
  const content = payloadBytes + beyondUsual(measured);
  const copies = devices * keptEach;
  const own = shared || copies === 0 ? null : waiting / copies - content;
  const copy = !shared || copies === 0 ? null : (waiting - keptEach * (before.sharedMessage + content)) / copies;
  return {
    session: each(sessions.heapBytes - empty.heapBytes, devices) ?? before.session,
    firstSubscription: subscription ?? before.firstSubscription,
    subscription: subscription ?? before.subscription,
    sharedSubscription: subscription ?? before.sharedSubscription,
    ownMessage: own ?? before.ownMessage,
    copy: copy ?? before.copy,
    sharedMessage: before.sharedMessage,
  };
}
