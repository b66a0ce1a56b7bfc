// X25: what a restart of the broker leaves. Without `persistence true` nothing. With it, what was last written: at a clean stop, every `autosave_interval` seconds (1,800 by
// default) or as many changes, at SIGUSR1. And a session that began with clean start 1 is not written at all by 2.0, whatever interval its client asked for.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { lasting, OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

/** `stop`: SIGTERM. `kill`: SIGKILL, or the power fails. `saveThenKill`: SIGUSR1 a second before. */
export type BrokerEnd = 'stop' | 'kill' | 'saveThenKill';

export interface BrokerRestartSetting {
  readonly protocolVersion: ProtocolVersion;
  readonly persistence: boolean;
  readonly end: BrokerEnd;
  /** 5.0: clean start of the CONNECT with which the session began. In 3.1.1 a clean session would not outlast its connection anyway. */
  readonly beganWithCleanStart: boolean;
  /** `autosave_interval` of mosquitto.conf. Seconds, or changes where `autosaveOnChanges`; 0 (never) to 86,400; `null`: not set. */
  readonly autosaveInterval: number | null;
  /** `autosave_on_changes` of mosquitto.conf: a subscription is a change, so are a session to be kept, a message retained, queued, acknowledged by its receiver. */
  readonly autosaveOnChanges: boolean;
  /** How long the broker runs after the last message, before it ends. Seconds, 1 to 86,400. */
  readonly runsOnSeconds: number;
}

export const BROKER_RESTART_DEFAULTS: BrokerRestartSetting = {
  protocolVersion: '3.1.1',
  persistence: true,
  end: 'kill',
  beganWithCleanStart: false,
  autosaveInterval: null,
  autosaveOnChanges: false,
  runsOnSeconds: 1,
};

/**
 * `logger` subscribes at QoS 1 and goes; `sensor` publishes three messages for it and a retained one. The broker ends and starts again; `logger` comes back to its
 * session, and `newcomer` subscribes to what was retained.
 */
export function brokerRestart(setting: Partial<BrokerRestartSetting> = {}): Scenario {
  const { protocolVersion, persistence, end, beganWithCleanStart, autosaveInterval, autosaveOnChanges, runsOnSeconds } = {
    ...BROKER_RESTART_DEFAULTS,
    ...setting,
  };
  const endsAtMs = 3_000 + runsOnSeconds * 1_000;
  const logger = (cleanStart: boolean) => ({ ...lasting('logger', protocolVersion, 0xffff_ffff), cleanStart });
  return sessionScenario({
    protocolVersion,
    config: [
      ...OPEN_TO_ALL,
      `persistence ${persistence}`,
      ...(autosaveInterval === null ? [] : [`autosave_interval ${autosaveInterval}`]),
      ...(autosaveOnChanges ? ['autosave_on_changes true'] : []),
    ],
    clients: ['logger', 'sensor', 'newcomer'].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      { atMs: 0, client: 'sensor', do: 'connect', connect: passing('sensor') },
      { atMs: 0, client: 'logger', do: 'connect', connect: logger(protocolVersion === '5.0' && beganWithCleanStart) },
      { atMs: 100, client: 'logger', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/reading', qos: 1 }] },
      { atMs: 1_000, client: 'logger', do: 'drop' },
      { atMs: 2_000, client: 'sensor', do: 'publish', topicName: 'lab/reading', payload: 'reading {n}', qos: 1, count: 3, everyMs: 100 },
      { atMs: 2_500, client: 'sensor', do: 'publish', topicName: 'lab/state', payload: 'on', qos: 1, retain: true },
      ...endOfBroker(end, endsAtMs),
      { atMs: endsAtMs + 2_000, do: 'startBroker' },
      { atMs: endsAtMs + 3_000, client: 'logger', do: 'connect', connect: logger(false) },
      { atMs: endsAtMs + 3_000, client: 'newcomer', do: 'connect', connect: passing('newcomer') },
      { atMs: endsAtMs + 3_100, client: 'newcomer', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/state', qos: 1 }] },
    ],
    lastsMs: endsAtMs + 5_000,
  });
}

function endOfBroker(end: BrokerEnd, atMs: number): ScriptStep[] {
  if (end === 'stop') return [{ atMs, do: 'stopBroker' }];
  if (end === 'kill') return [{ atMs, do: 'killBroker' }];
  return [
    { atMs: atMs - 1_000, do: 'saveBroker' },
    { atMs, do: 'killBroker' },
  ];
}
