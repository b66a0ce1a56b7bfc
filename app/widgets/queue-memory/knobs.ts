// The inputs of the queue memory calculator, as the address spells them; sets of bytes to reckon with; and the course's own examples.
import {
  COURSE_MEMORY,
  type FleetMemory,
  type FleetMemorySetting,
  fleetAtRest,
  fleetMemory,
  IN_PAGE_MEMORY,
  LONGEST_TOPIC_BYTES,
  type MemoryConstants,
  NATIVE_MEMORY,
  type RestScenario,
  SHORTEST_TOPIC_BYTES,
  USUAL_TOPIC_BYTES,
} from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export interface QueueMemoryValues {
  readonly devices: number;
  /** Seconds. */
  readonly away: number;
  /** Messages per second, for each device. */
  readonly rate: number;
  readonly payload: number;
  readonly topic: number;
  readonly subscriptions: number;
  readonly sharing: 'own' | 'shared';
  /** 0: none. */
  readonly limit: number;
  readonly limitBytes: number;
  readonly messageExpiry: number;
  readonly sessionExpiry: number;
  /** Bytes that one of each takes. */
  readonly message: number;
  readonly copy: number;
  readonly session: number;
  readonly first: number;
  readonly further: number;
}

const DAY = 86_400;
const wide = (parameter: string, minimum: number, maximum: number, standard: number) => ({
  ...numberKnob(parameter, { minimum, maximum, standard, step: minimum === 0 ? 1 : minimum }),
  significantDigits: 12,
});

export const KNOBS = {
  devices: wide('devices', 1, 1e9, 1_000),
  away: wide('away', 1, 30 * DAY, 3_600),
  rate: wide('rate', 0, 1_000, 1 / 60),
  payload: wide('payload', 0, 10_000, 100),
  topic: numberKnob('topic', { minimum: SHORTEST_TOPIC_BYTES, maximum: LONGEST_TOPIC_BYTES, standard: USUAL_TOPIC_BYTES }),
  subscriptions: numberKnob('subscriptions', { minimum: 1, maximum: 50, standard: 1 }),
  sharing: choiceKnob('messages', ['own', 'shared'] satisfies QueueMemoryValues['sharing'][]),
  limit: wide('limit', 0, 1e9, 1_000),
  limitBytes: wide('limitbytes', 0, 1e12, 0),
  messageExpiry: wide('messageexpiry', 0, 365 * DAY, 0),
  sessionExpiry: wide('sessionexpiry', 0, 365 * DAY, 0),
  message: wide('overhead', 0, 100_000, COURSE_MEMORY.ownMessage),
  copy: wide('entry', 0, 100_000, COURSE_MEMORY.copy),
  session: wide('session', 0, 1e6, COURSE_MEMORY.session),
  first: wide('subscription', 0, 1e6, COURSE_MEMORY.firstSubscription),
  further: wide('further', 0, 1e6, COURSE_MEMORY.subscription),
} satisfies KnobSpecs<QueueMemoryValues>;

const whole = (value: number) => Math.round(value * 10) / 10;

/** The bytes as the fields have them. */
export function fieldsOf({ ownMessage, copy, session, firstSubscription, subscription }: MemoryConstants) {
  return {
    message: whole(ownMessage),
    copy: whole(copy),
    session: whole(session),
    first: whole(firstSubscription),
    further: whole(subscription),
  };
}

/** A message of one's own is the stored message and one entry: the stored one is what remains. */
export function constantsOf({ message, copy, session, first, further }: QueueMemoryValues): MemoryConstants {
  return {
    session,
    firstSubscription: first,
    subscription: further,
    sharedSubscription: Math.min(first, further),
    ownMessage: message,
    copy,
    sharedMessage: Math.max(0, message - copy),
  };
}

export const BYTE_SETS = [
  { key: 'course', constants: COURSE_MEMORY },
  { key: 'native', constants: NATIVE_MEMORY },
  { key: 'page', constants: IN_PAGE_MEMORY },
] as const;

const orNull = (value: number) => (value === 0 ? null : value);

export function settingOf(values: QueueMemoryValues): FleetMemorySetting {
  return {
    devices: values.devices,
    subscriptionsEach: values.subscriptions,
    messagesPerHour: values.rate * 3_600,
    awaySeconds: values.away,
    payloadBytes: values.payload,
    topicBytes: values.topic,
    shared: values.sharing === 'shared',
    maxQueuedMessages: values.limit,
    maxQueuedBytes: values.limitBytes,
    messageExpirySeconds: orNull(values.messageExpiry),
    sessionExpirySeconds: orNull(values.sessionExpiry),
  };
}

/** By the course's own formula, which knows nothing of topics. */
export function courseMemory(setting: FleetMemorySetting): FleetMemory {
  return fleetMemory({ ...setting, topicBytes: USUAL_TOPIC_BYTES }, COURSE_MEMORY);
}

/** The same fleet for the broker; the times in whole seconds. */
export function scenarioOf(values: QueueMemoryValues, devices: number): RestScenario {
  const expires = values.sessionExpiry > 0;
  return fleetAtRest({
    devices,
    protocolVersion: expires ? '5.0' : '3.1.1',
    subscriptionsEach: values.subscriptions,
    sessionExpirySeconds: expires ? Math.max(1, Math.round(values.sessionExpiry)) : null,
    payloadBytes: Math.round(values.payload),
    topicBytes: values.topic,
    shared: values.sharing === 'shared',
    messageExpirySeconds: values.messageExpiry === 0 ? null : Math.max(1, Math.round(values.messageExpiry)),
    messagesPerHour: values.rate * 3_600,
    awaySeconds: Math.max(1, Math.round(values.away)),
    wakes: 1,
    maxQueuedMessages: Math.round(values.limit),
    maxQueuedBytes: Math.round(values.limitBytes),
  });
}

const COURSE = {
  rate: 1 / 60,
  payload: 100,
  topic: USUAL_TOPIC_BYTES,
  subscriptions: 1,
  sharing: 'own',
  limitBytes: 0,
  messageExpiry: 0,
  sessionExpiry: 0,
  limit: 0,
} as const;
const BYTES = fieldsOf(COURSE_MEMORY);

export const PRESETS = [
  { key: 'hour', values: { ...COURSE, ...BYTES, devices: 1, away: 3_600 } },
  { key: 'thousand', values: { ...COURSE, ...BYTES, devices: 1_000, away: 3_600 } },
  { key: 'day', values: { ...COURSE, ...BYTES, devices: 1, away: DAY } },
  { key: 'tenThousand', values: { ...COURSE, ...BYTES, devices: 10_000, away: DAY } },
  { key: 'broadcast', values: { ...COURSE, ...fieldsOf(NATIVE_MEMORY), devices: 1_000, away: 3_600, sharing: 'shared' } },
] as const satisfies readonly { readonly key: string; readonly values: Partial<QueueMemoryValues> }[];

/** What the course says of queues, and settings in which something else is to be seen. */
export const CONFRONTED = [
  { key: 'overhead', values: { ...COURSE, ...fieldsOf(NATIVE_MEMORY), devices: 1_000, away: 3_600 } },
  { key: 'worstCase', values: { ...COURSE, ...BYTES, devices: 1_000, away: DAY, limit: 1_000 } },
  { key: 'expiry', values: { ...COURSE, ...BYTES, devices: 1_000, away: 2 * 3_600, limit: 60, messageExpiry: 1_800 } },
  { key: 'sessionExpiry', values: { ...COURSE, ...BYTES, devices: 1_000, away: 3_600, sessionExpiry: 1_800 } },
] as const satisfies readonly { readonly key: string; readonly values: Partial<QueueMemoryValues> }[];
