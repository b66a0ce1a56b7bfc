// When a will goes out: a device connects with one, its connection ends in one of seven ways, and somebody watches the will's topic. [v3.1.1 MQTT-3.1.2-8] [v5.0 §3.1.2.5]
// Its link is TCP where that decides: when a pulled cable is plugged in again, and when TCP itself is to give up. Left out: a will that the broker refuses.
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import { encodeUtf8 } from '../../mqtt/utf8.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, sessionScenario } from './sessionScenario.ts';

/**
 * `disconnect`: DISCONNECT. `disconnectWithWill`: with reason code 0x04, which 3.1.1 does not have; there it is a plain one. `drop`: the program crashes, TCP tells the
 * broker. `cable`: the cable is pulled, nobody is told. `takeOver`: another client comes with the same client id. `secondConnect`: the device sends CONNECT twice.
 * `invalidPacket`: it sends a PUBLISH with QoS 3, which is malformed [v3.1.1 MQTT-3.3.1-4] [v5.0 MQTT-3.3.1-4].
 */
export type WillEnding = 'disconnect' | 'disconnectWithWill' | 'drop' | 'cable' | 'takeOver' | 'secondConnect' | 'invalidPacket';

export interface WillDeliverySetting {
  readonly protocolVersion: ProtocolVersion;
  readonly ending: WillEnding;
  /** Of the device. Seconds, 0 (off) to 3,600. */
  readonly keepAliveSeconds: number;
  /** The device is back so long after the end (`cable`: the cable is plugged in again); `null`: never. Nobody comes back after a take-over. Seconds, 1 to 3,600. */
  readonly backAfterSeconds: number | null;
  /** For a cable that stays out: the run goes on until the device's own TCP gives up, which takes about 19 minutes. With keep alive 0 there is nothing it could give up. */
  readonly untilTcpGivesUp: boolean;
  /** Clean session, 3.1.1 only: its session ends with its connection. */
  readonly cleanSession: boolean;
  /** 5.0 only, where clean start is always off. Seconds, 0 (ends with the connection) to 3,600. */
  readonly sessionExpirySeconds: number;
  /** 5.0 only. Seconds, 0 to 3,600. */
  readonly willDelaySeconds: number;
  readonly willQos: QoS;
  readonly willRetain: boolean;
}

export const WILL_DELIVERY_DEFAULTS: WillDeliverySetting = {
  protocolVersion: '3.1.1',
  ending: 'cable',
  keepAliveSeconds: 4,
  backAfterSeconds: null,
  untilTcpGivesUp: false,
  cleanSession: true,
  sessionExpirySeconds: 0,
  willDelaySeconds: 0,
  willQos: 1,
  willRetain: false,
};

/** When the connection ends, or the cable is pulled. Milliseconds. */
export const WILL_ENDING_AT_MS = 6_000;
export const STATUS_TOPIC = 'valve/07/status';
/** What the device says when it is there, and its will. */
export const ONLINE = 'online';
export const OFFLINE = 'offline';

/** Slow enough to be watched. */
const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const QOS_3_PUBLISH = [0x36, 0x00];
/** Without keep alive nothing will happen; this long one watches that. */
const NOTHING_HAPPENS_SECONDS = 30;

/**
 * `device` says `online` on `valve/07/status` and leaves `offline` as its will; `watcher` subscribes to it from the start, `latecomer` at the end of the run.
 * With `takeOver`, `rival` comes with the device's client id.
 */
export function willDelivery(setting: Partial<WillDeliverySetting> = {}): Scenario {
  const full = { ...WILL_DELIVERY_DEFAULTS, ...setting };
  const { protocolVersion, ending } = full;
  const lastsMs = WILL_ENDING_AT_MS + lastsSecondsAfterEnd(full) * 1_000;
  const client = (name: string) => ({ name, protocolVersion, link: LINK });
  const comesBack = ending === 'cable' && full.backAfterSeconds !== null;
  const onTcp = comesBack || (ending === 'cable' && full.untilTcpGivesUp);
  const device = { ...client('device'), link: onTcp ? { ...LINK, transport: 'tcp' as const } : LINK };
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [
      comesBack ? { ...device, reconnect: { afterMs: 500, connect: null } } : device,
      ...(ending === 'takeOver' ? [client('rival')] : []),
      client('watcher'),
      client('latecomer'),
    ],
    script: [
      { atMs: 0, client: 'watcher', do: 'connect', connect: passing('watcher-1') },
      subscribe('watcher', 300),
      { atMs: 1_000, client: 'device', do: 'connect', connect: connectOf(full) },
      saysOnline(full, 1_500),
      ...endingOf(full),
      ...returnOf(full),
      { atMs: lastsMs - 2_500, client: 'latecomer', do: 'connect', connect: passing('watcher-2') },
      subscribe('latecomer', lastsMs - 2_000),
    ],
    lastsMs,
  });
}

function connectOf(setting: WillDeliverySetting, withWill = true): ConnectFields {
  const { protocolVersion, keepAliveSeconds, sessionExpirySeconds, willDelaySeconds, willQos, willRetain } = setting;
  const five = protocolVersion === '5.0';
  return {
    clientId: 'valve-07',
    cleanStart: !five && setting.cleanSession,
    keepAliveSeconds,
    ...(withWill
      ? {
          willMessage: {
            topicName: STATUS_TOPIC,
            payload: encodeUtf8(OFFLINE),
            qos: willQos,
            retain: willRetain,
            ...(five ? { properties: { willDelaySeconds } } : {}),
          },
        }
      : {}),
    ...(five ? { properties: { sessionExpirySeconds } } : {}),
  };
}

function subscribe(client: string, atMs: number): ScriptStep {
  return { atMs, client, do: 'subscribe', subscriptions: [{ topicFilter: STATUS_TOPIC, qos: 2 }] };
}

function saysOnline({ willRetain }: WillDeliverySetting, atMs: number): ScriptStep {
  return { atMs, client: 'device', do: 'publish', topicName: STATUS_TOPIC, payload: ONLINE, qos: 1, retain: willRetain };
}

function endingOf(setting: WillDeliverySetting): readonly ScriptStep[] {
  const step = { atMs: WILL_ENDING_AT_MS, client: 'device' } as const;
  switch (setting.ending) {
    case 'disconnect':
      return [{ ...step, do: 'disconnect' }];
    case 'disconnectWithWill':
      return [setting.protocolVersion === '5.0' ? { ...step, do: 'disconnect', reasonCode: 0x04 } : { ...step, do: 'disconnect' }];
    case 'drop':
      return [{ ...step, do: 'drop' }];
    case 'cable':
      return [{ ...step, do: 'pullCable' }];
    case 'takeOver':
      return [{ ...step, client: 'rival', do: 'connect', connect: connectOf(setting, false) }];
    case 'invalidPacket':
      return [{ ...step, do: 'sendBytes', bytes: QOS_3_PUBLISH }];
    case 'secondConnect':
      return [{ ...step, do: 'send', packet: { type: 'CONNECT', ...connectOf(setting) } }];
  }
}

function returnOf(setting: WillDeliverySetting): readonly ScriptStep[] {
  if (setting.backAfterSeconds === null || setting.ending === 'takeOver') return [];
  const atMs = WILL_ENDING_AT_MS + setting.backAfterSeconds * 1_000;
  if (setting.ending !== 'cable')
    return [{ atMs, client: 'device', do: 'connect', connect: connectOf(setting) }, saysOnline(setting, atMs + 500)];
  return [
    { atMs, client: 'device', do: 'plugCable' },
    // It has something to say, and so finds out at once whether its connection still stands.
    { atMs: atMs + 500, client: 'device', do: 'send', packet: { type: 'PINGREQ' } },
    saysOnline(setting, atMs + 3_000),
  ];
}

function lastsSecondsAfterEnd({
  protocolVersion,
  ending,
  keepAliveSeconds,
  backAfterSeconds,
  willDelaySeconds,
}: WillDeliverySetting): number {
  const patience = keepAliveSeconds === 0 ? NOTHING_HAPPENS_SECONDS : keepAliveSeconds * 1.5 + 2;
  const noticed = ending === 'cable' ? patience : 0;
  const delayed = protocolVersion === '5.0' && willDelaySeconds > 0 ? willDelaySeconds + 2 : 0;
  const back = backAfterSeconds === null || ending === 'takeOver' ? 0 : backAfterSeconds + 4;
  return Math.max(noticed + delayed, back) + 5;
}
