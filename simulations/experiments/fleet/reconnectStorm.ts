// A reconnection storm (F85 to F95): a fleet of devices, away from a broker that was restarted, comes back at once. What the learner sets in one flat list, and the scenario that it makes.
import { type BackoffRule, NO_FAULTS } from '../../devices/behaviours/backoff.ts';
import { type ServerModel, SHORTEST_TOPIC_BYTES, type StormScenario } from '../../fleet/fleetScenario.ts';
import type { ProtocolVersion } from '../../scenario.ts';
import { FLEET_CONFIG_DEFAULTS, type FleetConfigSetting, fleetConfig } from './fleetConfig.ts';

export interface ReconnectStormSetting extends FleetConfigSetting {
  readonly seed: number;
  readonly protocolVersion: ProtocolVersion;
  readonly devices: number;
  readonly queuedEach: number;
  readonly payloadBytes: number;
  readonly qos: 1 | 2;
  /** 5.0. Seconds; `null`: never ends. */
  readonly sessionExpirySeconds: number | null;
  readonly messageExpirySeconds: number | null;
  readonly awaySeconds: number;
  readonly broker: StormScenario['broker'];
  readonly downMs: number;
  readonly noticeSpreadMs: number;
  readonly backoff: BackoffRule;
  readonly mostAttempts: number | null;
  readonly patienceMs: number;
  readonly server: ServerModel;
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly bitsPerSecond: number;
}

/** The course's own strategy, as its sample has it: exponential and up to 50 % on top. */
export const COURSE_BACKOFF: BackoffRule = { kind: 'additive', baseMs: 1_000, capMs: 120_000, additiveRatio: 0.5, ...NO_FAULTS };

/** A server small enough that a storm is seen with a thousand devices. */
export const SMALL_SERVER: ServerModel = {
  connectionsPerSecond: 50,
  messagesPerSecond: 20_000,
  backlog: 49,
  whenFull: 'refuse',
  handshakeRoundTrips: 2,
  linkBitsPerSecond: 100_000_000,
  memoryBytes: 1_000_000_000,
};

export const RECONNECT_STORM_DEFAULTS: ReconnectStormSetting = {
  ...FLEET_CONFIG_DEFAULTS,
  seed: 1,
  protocolVersion: '3.1.1',
  devices: 1_000,
  queuedEach: 50,
  payloadBytes: 100,
  qos: 1,
  sessionExpirySeconds: null,
  messageExpirySeconds: null,
  awaySeconds: 0,
  broker: 'stopped',
  downMs: 5_000,
  noticeSpreadMs: 0,
  backoff: COURSE_BACKOFF,
  mostAttempts: null,
  patienceMs: 10_000,
  server: SMALL_SERVER,
  delayMs: 20,
  jitterMs: 10,
  bitsPerSecond: 1_000_000,
};

export function reconnectStorm(setting: Partial<ReconnectStormSetting> = {}): StormScenario {
  const knobs = { ...RECONNECT_STORM_DEFAULTS, ...setting };
  const { protocolVersion, devices, sessionExpirySeconds, payloadBytes, qos, messageExpirySeconds } = knobs;
  const { delayMs, jitterMs, bitsPerSecond, queuedEach, awaySeconds, broker, downMs, noticeSpreadMs } = knobs;
  return {
    story: 'storm',
    seed: knobs.seed,
    brokerConfig: fleetConfig(knobs),
    sessions: { protocolVersion, devices, subscriptionsEach: 1, topicBytes: SHORTEST_TOPIC_BYTES, sessionExpirySeconds },
    messages: { payloadBytes, qos, shared: false, expirySeconds: messageExpirySeconds },
    queuedEach,
    awaySeconds,
    broker,
    downMs,
    noticeSpreadMs,
    backoff: knobs.backoff,
    mostAttempts: knobs.mostAttempts,
    patienceMs: knobs.patienceMs,
    server: knobs.server,
    link: { delayMs, jitterMs, bitsPerSecond },
  };
}
