// The knobs of the storm, as the address spells them, the scenario that they make, and storms that are met.
import { MOST_FLEET_DEVICES, reconnectStorm, type StormScenario } from '#simulations';
import { BACKOFF_KNOBS, type BackoffValues, backoffRuleOf, SERVER_KNOBS, type ServerValues, serverModelOf } from '../../fleet/knobs.ts';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export interface StormValues extends BackoffValues, ServerValues {
  readonly devices: number;
  readonly queued: number;
  /** Bytes. */
  readonly payload: number;
  readonly qos: '1' | '2';
  readonly version: '3.1.1' | '5.0';
  readonly ending: StormScenario['broker'];
  readonly persistence: 'on' | 'off';
  /** Seconds. */
  readonly down: number;
  readonly spread: number;
  readonly away: number;
  /** 0: no limit. */
  readonly limit: number;
  readonly inflight: number;
  /** -1: no limit. */
  readonly connections: number;
  readonly expiration: 'never' | '1h' | '1d';
  /** Seconds; 0: none. */
  readonly sessionExpiry: number;
  readonly messageExpiry: number;
  /** One way, milliseconds. */
  readonly delay: number;
  /** Kilobits per second. */
  readonly deviceRate: number;
  readonly seed: number;
}

export const KNOBS = {
  devices: { ...numberKnob('devices', { minimum: 10, maximum: MOST_FLEET_DEVICES, standard: 1_000 }), significantDigits: 6 },
  queued: numberKnob('queued', { minimum: 0, maximum: 1_000, standard: 50 }),
  payload: numberKnob('payload', { minimum: 0, maximum: 10_000, standard: 100 }),
  qos: choiceKnob('qos', ['1', '2'] satisfies StormValues['qos'][]),
  version: choiceKnob('version', ['3.1.1', '5.0'] satisfies StormValues['version'][]),
  ending: choiceKnob('broker', ['stopped', 'killed', 'running'] satisfies StormValues['ending'][]),
  persistence: choiceKnob('persistence', ['on', 'off'] satisfies StormValues['persistence'][]),
  down: numberKnob('down', { minimum: 0, maximum: 3_600, standard: 5 }),
  spread: numberKnob('spread', { minimum: 0, maximum: 3_600, standard: 0 }),
  ...BACKOFF_KNOBS,
  strategy: { ...BACKOFF_KNOBS.strategy, standard: 'full' },
  ...SERVER_KNOBS,
  away: numberKnob('away', { minimum: 0, maximum: 172_800, standard: 0 }),
  limit: numberKnob('limit', { minimum: 0, maximum: 100_000, standard: 1_000 }),
  inflight: numberKnob('inflight', { minimum: 0, maximum: 65_535, standard: 20 }),
  connections: numberKnob('connections', { minimum: -1, maximum: 100_000, standard: -1 }),
  expiration: choiceKnob('expiration', ['never', '1h', '1d'] satisfies StormValues['expiration'][]),
  sessionExpiry: numberKnob('expiry', { minimum: 0, maximum: 31_536_000, standard: 0 }),
  messageExpiry: numberKnob('messageexpiry', { minimum: 0, maximum: 31_536_000, standard: 0 }),
  delay: numberKnob('delay', { minimum: 0, maximum: 2_000, standard: 20 }),
  deviceRate: { ...numberKnob('devicerate', { minimum: 1, maximum: 1_000_000, standard: 1_000 }), significantDigits: 6 },
  seed: numberKnob('seed', { minimum: 1, maximum: 0xffff_ffff, standard: 1 }),
} satisfies KnobSpecs<StormValues>;

const orNull = (value: number): number | null => (value === 0 ? null : value);

export function stormOf(values: StormValues, devices = values.devices): StormScenario {
  return reconnectStorm({
    seed: values.seed,
    protocolVersion: values.version,
    devices,
    queuedEach: values.queued,
    payloadBytes: values.payload,
    qos: values.qos === '1' ? 1 : 2,
    sessionExpirySeconds: orNull(values.sessionExpiry),
    messageExpirySeconds: orNull(values.messageExpiry),
    awaySeconds: values.away,
    broker: values.ending,
    downMs: values.down * 1_000,
    noticeSpreadMs: values.spread * 1_000,
    backoff: backoffRuleOf(values),
    mostAttempts: orNull(values.attempts),
    patienceMs: values.patience * 1_000,
    server: serverModelOf(values),
    delayMs: values.delay,
    bitsPerSecond: values.deviceRate * 1_000,
    maxQueuedMessages: values.limit,
    maxInflightMessages: values.inflight,
    maxConnections: values.connections,
    persistence: values.persistence === 'on',
    persistentClientExpiration: values.expiration === 'never' ? null : values.expiration,
  });
}

const USUAL = { ending: 'stopped', persistence: 'on', connections: -1, attempts: 0, down: 5 } as const;

export const PRESETS = [
  { key: 'chapter', values: { ...USUAL, devices: 1_000, queued: 50, payload: 100 } },
  { key: 'fiftyMegabytes', values: { ...USUAL, devices: 1_000, queued: 100, payload: 500 } },
  { key: 'killed', values: { ...USUAL, ending: 'killed', devices: 1_000, queued: 50, payload: 100 } },
  { key: 'connections', values: { ...USUAL, devices: 1_000, queued: 50, payload: 100, connections: 500, attempts: 8 } },
  { key: 'tenThousand', values: { ...USUAL, devices: 10_000, queued: 50, payload: 100, rate: 1_000, backlog: 100 } },
] as const satisfies readonly { readonly key: string; readonly values: Partial<StormValues> }[];
