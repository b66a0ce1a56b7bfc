// The lab's situations, the knobs that matter in each, and the scenario that they make.
import { type ProtocolVersion, type QoS, qosTwoBurst, type Scenario, type WaitingBatch, waitingMessages } from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export const SITUATIONS = ['messages', 'bytes', 'lifetime', 'qos0', 'expiry', 'hours', 'burst', 'silent'] as const;
export type Situation = (typeof SITUATIONS)[number];

export interface QueueKnobs {
  readonly situation: Situation;
  readonly protocolVersion: ProtocolVersion;
  /** `max_queued_messages`; 0: no limit. */
  readonly limit: number;
  /** `max_queued_bytes`; 0: no limit. */
  readonly bytesLimit: number;
  readonly messages: number;
  readonly payloadBytes: number;
  /** Messages with a lifetime, their lifetime in seconds, and messages without that come when it is over. */
  readonly stale: number;
  readonly lifetimeSeconds: number;
  readonly fresh: number;
  readonly keepQos0: 'off' | 'on';
  /** QoS of the valve's subscription. */
  readonly subscription: '0' | '1' | '2';
  /** Messages at each of the three levels. */
  readonly each: number;
  /** 5.0 only. Seconds. */
  readonly expirySeconds: number;
  readonly awaySeconds: number;
  /** `persistent_client_expiration`. */
  readonly expiration: 'none' | '1h' | '2h' | '1d';
  readonly awayMinutes: number;
  /** Messages of a burst, or for a silent valve. */
  readonly many: number;
  /** How many of a burst are under way at a time. */
  readonly window: number;
  /** `max_inflight_messages`; 0: no limit. */
  readonly inFlight: number;
}

export type NumberName = { [Name in keyof QueueKnobs]: QueueKnobs[Name] extends number ? Name : never }[keyof QueueKnobs];
export type ChoiceName = Exclude<keyof QueueKnobs, NumberName>;

// At most so many messages that all events of a run come to the page at once.
export const KNOBS = {
  situation: choiceKnob('situation', SITUATIONS),
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  limit: numberKnob('limit', { minimum: 0, maximum: 200, standard: 10 }),
  bytesLimit: numberKnob('bytes', { minimum: 0, maximum: 20_000, standard: 950 }),
  messages: numberKnob('messages', { minimum: 1, maximum: 120, standard: 25 }),
  payloadBytes: numberKnob('payload', { minimum: 10, maximum: 1_000, standard: 100 }),
  stale: numberKnob('stale', { minimum: 0, maximum: 50, standard: 10 }),
  lifetimeSeconds: numberKnob('lifetime', { minimum: 1, maximum: 30, standard: 2 }),
  fresh: numberKnob('fresh', { minimum: 1, maximum: 50, standard: 5 }),
  keepQos0: choiceKnob('qos0', ['off', 'on']),
  subscription: choiceKnob('subscription', ['0', '1', '2'], '1'),
  each: numberKnob('each', { minimum: 1, maximum: 30, standard: 4 }),
  expirySeconds: numberKnob('expiry', { minimum: 0, maximum: 300, standard: 20 }),
  awaySeconds: numberKnob('away', { minimum: 3, maximum: 300, standard: 30 }),
  expiration: choiceKnob('expiration', ['none', '1h', '2h', '1d'], '1h'),
  awayMinutes: numberKnob('minutes', { minimum: 10, maximum: 2_820, standard: 90 }),
  many: numberKnob('many', { minimum: 1, maximum: 120, standard: 100 }),
  window: numberKnob('window', { minimum: 1, maximum: 120, standard: 100 }),
  inFlight: numberKnob('inflight', { minimum: 0, maximum: 200, standard: 20 }),
} satisfies KnobSpecs<QueueKnobs>;

/** Which knobs a situation has, beside the situation and the version, in their order on the screen. */
export const KNOBS_OF: Readonly<Record<Situation, readonly (keyof QueueKnobs)[]>> = {
  messages: ['limit', 'messages'],
  bytes: ['bytesLimit', 'payloadBytes', 'messages'],
  lifetime: ['limit', 'stale', 'lifetimeSeconds', 'fresh'],
  qos0: ['keepQos0', 'subscription', 'each', 'limit'],
  expiry: ['expirySeconds', 'awaySeconds', 'messages'],
  hours: ['expiration', 'awayMinutes', 'messages'],
  burst: ['many', 'window', 'inFlight'],
  silent: ['inFlight', 'limit', 'many'],
};

/** Mosquitto's own `max_queued_messages`, where the queue's length is not the matter. */
const BROKERS_OWN_LIMIT = 1_000;
const MINUTE_MS = 60_000;
const FIRST_AFTER_MS = 800;
const MOST_EVERY_MS = 100;
/** No row of messages takes longer than about this. */
const ROW_MS = 5_000;

function row(messages: number, change: Partial<WaitingBatch> = {}): WaitingBatch {
  const everyMs = Math.min(MOST_EVERY_MS, Math.floor(ROW_MS / messages));
  return { name: 'open', messages, qos: 1, afterMs: FIRST_AFTER_MS, everyMs, ...change };
}

/** One after the other through the whole absence. */
function spread(messages: number, awayMs: number): WaitingBatch {
  const everyMs = Math.floor(awayMs / (messages + 1));
  return row(messages, { afterMs: everyMs, everyMs });
}

function batchesOf(knobs: QueueKnobs): readonly WaitingBatch[] {
  const { messages, each, lifetimeSeconds } = knobs;
  switch (knobs.situation) {
    case 'bytes':
      return [row(messages, { payloadBytes: knobs.payloadBytes })];
    case 'lifetime': {
      // A second and a half beyond the end: the broker counts whole seconds.
      const fresh = row(knobs.fresh, { name: 'fresh', afterMs: lifetimeSeconds * 1_000 + 1_500 });
      return knobs.stale === 0 ? [fresh] : [row(knobs.stale, { name: 'stale', lifetimeSeconds }), fresh];
    }
    case 'qos0':
      return ([0, 1, 2] as const).map((qos) => row(each, { name: `QoS ${qos}`, qos }));
    case 'expiry':
      return [spread(messages, knobs.awaySeconds * 1_000)];
    case 'hours':
      return [spread(messages, knobs.awayMinutes * MINUTE_MS)];
    case 'silent':
      return [row(knobs.many)];
    default:
      return [row(messages)];
  }
}

export function queueScenario(knobs: QueueKnobs): Scenario {
  const { situation, protocolVersion, inFlight } = knobs;
  if (situation === 'burst') return qosTwoBurst({ protocolVersion, messages: knobs.many, window: knobs.window, inFlight });
  const byLimit = situation === 'messages' || situation === 'lifetime' || situation === 'qos0' || situation === 'silent';
  return waitingMessages({
    protocolVersion,
    queuedMessages: byLimit ? knobs.limit : situation === 'bytes' ? 0 : BROKERS_OWN_LIMIT,
    queuedBytes: situation === 'bytes' ? knobs.bytesLimit : 0,
    queueQos0Messages: situation === 'qos0' && knobs.keepQos0 === 'on',
    subscriptionQos: situation === 'qos0' ? (Number(knobs.subscription) as QoS) : 1,
    batches: batchesOf(knobs),
    awayMs: situation === 'expiry' ? knobs.awaySeconds * 1_000 : situation === 'hours' ? knobs.awayMinutes * MINUTE_MS : 0,
    ...(situation === 'expiry' ? { sessionExpirySeconds: knobs.expirySeconds } : {}),
    ...(situation === 'hours' && knobs.expiration !== 'none' ? { persistentClientExpiration: knobs.expiration } : {}),
    ...(situation === 'silent' ? { valveIs: 'silent', inFlight } : {}),
  });
}
