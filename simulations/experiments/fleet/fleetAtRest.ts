// A fleet that is away while messages come for it (F15 to F22, F96): what that costs the broker's heap, session by session and message by message.
import { type RestScenario, SHORTEST_TOPIC_BYTES } from '../../fleet/fleetScenario.ts';
import type { ProtocolVersion } from '../../scenario.ts';
import { FLEET_CONFIG_DEFAULTS, type FleetConfigSetting, fleetConfig } from './fleetConfig.ts';

export interface FleetAtRestSetting extends FleetConfigSetting {
  readonly protocolVersion: ProtocolVersion;
  readonly devices: number;
  readonly subscriptionsEach: number;
  readonly topicBytes: number;
  /** 5.0. Seconds; `null`: never ends. */
  readonly sessionExpirySeconds: number | null;
  readonly payloadBytes: number;
  readonly qos: 1 | 2;
  readonly shared: boolean;
  readonly messageExpirySeconds: number | null;
  /** For each device. */
  readonly messagesPerHour: number;
  readonly awaySeconds: number;
  readonly wakes: number;
  readonly wakeSpreadSeconds: number;
}

/** The course's first example: an hour at one message a minute. */
export const FLEET_AT_REST_DEFAULTS: FleetAtRestSetting = {
  ...FLEET_CONFIG_DEFAULTS,
  persistence: false,
  protocolVersion: '3.1.1',
  devices: 1_000,
  subscriptionsEach: 1,
  topicBytes: SHORTEST_TOPIC_BYTES,
  sessionExpirySeconds: null,
  payloadBytes: 100,
  qos: 1,
  shared: false,
  messageExpirySeconds: null,
  messagesPerHour: 60,
  awaySeconds: 3_600,
  wakes: 0,
  wakeSpreadSeconds: 0,
};

export function fleetAtRest(setting: Partial<FleetAtRestSetting> = {}): RestScenario {
  const knobs = { ...FLEET_AT_REST_DEFAULTS, ...setting };
  const { protocolVersion, devices, subscriptionsEach, topicBytes, sessionExpirySeconds, payloadBytes, qos, shared } = knobs;
  return {
    story: 'rest',
    // Nothing in it is left to chance.
    seed: 1,
    brokerConfig: fleetConfig(knobs),
    sessions: { protocolVersion, devices, subscriptionsEach, topicBytes, sessionExpirySeconds },
    messages: { payloadBytes, qos, shared, expirySeconds: knobs.messageExpirySeconds },
    messagesPerHour: knobs.messagesPerHour,
    awaySeconds: knobs.awaySeconds,
    wakes: knobs.wakes,
    wakeSpreadSeconds: knobs.wakeSpreadSeconds,
  };
}
