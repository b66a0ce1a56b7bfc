// X29: what an access list forbids, and how little of it is heard. A forbidden PUBLISH is acknowledged as usual in 3.1.1, with 0x87 in 5.0; a forbidden SUBSCRIBE is granted
// in both, and the messages are withheld one by one at delivery: also from a reader of everything (`#`) who has no right to read that topic.
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

/** What a device may do in many a plant: hear its commands, tell its readings. */
export const DEVICE_ACCESS_LIST = 'topic read cmd/#\ntopic write tele/#\n\nuser office\ntopic readwrite #\n';

export interface AccessListSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Of what the device publishes. */
  readonly qos: QoS;
  /** The access list, as Mosquitto's `acl_file` has it. Default: everybody may read `cmd/#` and write `tele/#`, the user `office` may do both with everything. */
  readonly accessList: string;
}

export const ACCESS_LIST_DEFAULTS: AccessListSetting = { protocolVersion: '3.1.1', qos: 1, accessList: DEVICE_ACCESS_LIST };

/** Where `device` publishes, and where it subscribes. */
export const FORBIDDEN_TOPIC = 'cmd/x';
export const ALLOWED_TOPIC = 'tele/x';
export const SECRET_FILTER = 'secret/x';

/**
 * `device` and `watcher` give no name, `office` gives its own. `watcher` and `office` subscribe to `#`; `device` subscribes to `secret/x`, publishes on `cmd/x` and `tele/x`;
 * `office` publishes on `cmd/x` and `secret/x`.
 */
export function accessList(setting: Partial<AccessListSetting> = {}): Scenario {
  const { protocolVersion, qos, accessList: list } = { ...ACCESS_LIST_DEFAULTS, ...setting };
  const subscribe = (client: string, topicFilter: string): ScriptStep => ({
    atMs: 100,
    client,
    do: 'subscribe',
    subscriptions: [{ topicFilter, qos: 1 }],
  });
  const publish = (atMs: number, client: string, topicName: string): ScriptStep => ({
    atMs,
    client,
    do: 'publish',
    topicName,
    payload: `from ${client}`,
    qos,
  });
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, 'acl_file acl'],
    brokerFiles: { acl: list },
    clients: ['device', 'watcher', 'office'].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      { atMs: 0, client: 'device', do: 'connect', connect: passing('device') },
      { atMs: 0, client: 'watcher', do: 'connect', connect: passing('watcher') },
      { atMs: 0, client: 'office', do: 'connect', connect: { ...passing('office'), userName: 'office' } },
      subscribe('device', SECRET_FILTER),
      subscribe('watcher', '#'),
      subscribe('office', '#'),
      publish(1_000, 'device', FORBIDDEN_TOPIC),
      publish(2_000, 'device', ALLOWED_TOPIC),
      publish(3_000, 'office', FORBIDDEN_TOPIC),
      publish(4_000, 'office', SECRET_FILTER),
    ],
    lastsMs: 5_000,
  });
}
