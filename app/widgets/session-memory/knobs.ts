// The inputs of the session memory calculator, as the address spells them, and the fleet that they make.
import { type FleetMemorySetting, fleetAtRest, type MemoryConstants, type RestScenario, USUAL_TOPIC_BYTES } from '#simulations';
import { type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export interface SessionMemoryValues {
  readonly devices: number;
  readonly subscriptions: number;
  /** Waiting in each session. */
  readonly messages: number;
  readonly payload: number;
  /** Bytes, as one's own source states them: a session with its subscriptions, and a message with its payload. */
  readonly session: number;
  readonly message: number;
}

const wide = (parameter: string, minimum: number, maximum: number, standard: number) => ({
  ...numberKnob(parameter, { minimum, maximum, standard }),
  significantDigits: 12,
});

export const KNOBS = {
  devices: wide('devices', 1, 1e9, 1_000),
  subscriptions: numberKnob('subscriptions', { minimum: 1, maximum: 50, standard: 5 }),
  messages: wide('messages', 0, 1_000, 10),
  payload: wide('payload', 0, 10_000, 100),
  session: wide('session', 0, 1e6, 5_000),
  message: wide('message', 0, 1e6, 1_000),
} satisfies KnobSpecs<SessionMemoryValues>;

/** All messages come within an hour, without a limit: how many wait is what is asked. */
export function settingOf({ devices, subscriptions, messages, payload }: SessionMemoryValues): FleetMemorySetting {
  return {
    devices,
    subscriptionsEach: subscriptions,
    messagesPerHour: messages,
    awaySeconds: 3_600,
    payloadBytes: payload,
    topicBytes: USUAL_TOPIC_BYTES,
    shared: false,
    maxQueuedMessages: 0,
    maxQueuedBytes: 0,
    messageExpirySeconds: null,
    sessionExpirySeconds: null,
  };
}

export function scenarioOf({ subscriptions, messages, payload }: SessionMemoryValues, devices: number): RestScenario {
  return fleetAtRest({
    devices,
    subscriptionsEach: subscriptions,
    messagesPerHour: Math.round(messages),
    awaySeconds: 3_600,
    payloadBytes: Math.round(payload),
    topicBytes: USUAL_TOPIC_BYTES,
    maxQueuedMessages: 0,
    wakes: 1,
  });
}

/** The learner's own two figures as constants: subscriptions are in the session, the payload is in the message. */
export function statedConstants({ session, message, payload }: SessionMemoryValues): MemoryConstants {
  return {
    session,
    firstSubscription: 0,
    subscription: 0,
    sharedSubscription: 0,
    ownMessage: message - payload,
    copy: message - payload,
    sharedMessage: 0,
  };
}
