// A valve whose session outlives its connection: it goes, messages come for it, it comes back. What waits, how much of it, and for how long is the broker's to say; every
// limit of mosquitto.conf that decides is a setting here. At the pace of a lab: 50 ms on each link, messages one by one. Left out: messages at the valve's own level.
import type { PublishPacket } from '../../mqtt/packet.ts';
import type { ProtocolVersion, QoS, Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptStep } from '../../script.ts';
import { lasting, OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

/** Messages of one kind, sent one after the other. */
export interface WaitingBatch {
  /** What the payload begins with; a number from 1 follows. */
  readonly name: string;
  /** 0 to 1,000. */
  readonly messages: number;
  readonly qos: QoS;
  /** The payload is padded to this length with dots. 0 to 10,000. */
  readonly payloadBytes?: number;
  /** Message Expiry Interval. Seconds, 1 to 3,600; `null`: none. The publisher speaks 5.0 as soon as one batch has it. */
  readonly lifetimeSeconds?: number | null;
  /** From the end of the batch before (or from the going of the valve) to the first. Milliseconds, 0 to 48 hours. */
  readonly afterMs: number;
  /** From one to the next. Milliseconds, 0 to 3,600,000. */
  readonly everyMs: number;
}

export interface WaitingMessagesSetting {
  /** Of the valve, and of the publisher where no batch has a lifetime. */
  readonly protocolVersion: ProtocolVersion;
  /** `max_queued_messages`, 0 to 65,535; 0: no limit. */
  readonly queuedMessages: number;
  /** `max_queued_bytes`, 0 to 1,000,000,000; 0: no limit. */
  readonly queuedBytes: number;
  /** `max_inflight_messages`, 0 to 65,535; 0: no limit. */
  readonly inFlight: number;
  readonly queueQos0Messages: boolean;
  /** As in mosquitto.conf: `1h`, `2d`, ...; `null`: not set. */
  readonly persistentClientExpiration: string | null;
  /** Of the valve's subscription. */
  readonly subscriptionQos: QoS;
  /** 5.0 only: for how long the valve's session is to be kept. Seconds, 0 to 4,294,967,295 (for ever). */
  readonly sessionExpirySeconds: number;
  /** `away`: without connection until its return. `silent`: connected, but it acknowledges nothing before its return. */
  readonly valveIs: 'away' | 'silent';
  readonly batches: readonly WaitingBatch[];
  /** From the going of the valve to its return; at least until a second after the last message. Milliseconds, 0 to 47 hours. */
  readonly awayMs: number;
}

export const WAITING_MESSAGES_DEFAULTS: WaitingMessagesSetting = {
  protocolVersion: '3.1.1',
  queuedMessages: 10,
  queuedBytes: 0,
  inFlight: 20,
  queueQos0Messages: false,
  persistentClientExpiration: null,
  subscriptionQos: 1,
  sessionExpirySeconds: 0xffff_ffff,
  valveIs: 'away',
  batches: [{ name: 'open', messages: 25, qos: 1, afterMs: 1_000, everyMs: 100 }],
  awayMs: 6_000,
};

export const VALVE = { name: 'valve', clientId: 'valve-07' } as const;
export const COMMANDER = { name: 'web app', clientId: 'web-app' } as const;
/** Reads what the broker counts about itself. */
export const WATCHER = { name: 'watcher', clientId: 'watcher' } as const;

export const DROPPED_COUNTER = '$SYS/broker/publish/messages/dropped';
const TOPIC = 'valve/07/command';
const SECOND_MS = 1_000;
/** When the valve goes, or falls silent. Milliseconds. */
export const VALVE_GOES_AT_MS = 2_000;
/** No ping comes between what is to be seen. Seconds. */
const KEEP_ALIVE_SECONDS = 65_535;

/** When the valve is back, or begins to acknowledge. Milliseconds. */
export function valveReturnsAtMs({ batches, awayMs }: Pick<WaitingMessagesSetting, 'batches' | 'awayMs'>): number {
  const busyMs = batches.reduce((sum, batch) => sum + batch.afterMs + lastsMs(batch), 0);
  return VALVE_GOES_AT_MS + Math.max(awayMs, busyMs + SECOND_MS);
}

function lastsMs({ messages, everyMs }: WaitingBatch): number {
  return Math.max(0, messages - 1) * everyMs;
}

/** Clients `web app`, which publishes, `watcher` on the counter of drops, and `valve`. Payloads are `open 1`, `open 2`, ... */
export function waitingMessages(change: Partial<WaitingMessagesSetting> = {}): Scenario {
  const setting = { ...WAITING_MESSAGES_DEFAULTS, ...change };
  const { protocolVersion, batches, valveIs } = setting;
  const hasLifetimes = batches.some(({ lifetimeSeconds }) => lifetimeSeconds != null);
  const versions = {
    [COMMANDER.name]: hasLifetimes ? '5.0' : protocolVersion,
    [WATCHER.name]: '3.1.1',
    [VALVE.name]: protocolVersion,
  } as const;
  const valve = { client: VALVE.name } as const;
  const goes: ScriptStep = {
    atMs: VALVE_GOES_AT_MS,
    ...valve,
    ...(valveIs === 'away' ? { do: 'drop' } : { do: 'answer', answers: false }),
  };
  const returnsAtMs = valveReturnsAtMs(setting);
  return sessionScenario({
    protocolVersion,
    config: configOf(setting),
    clients: Object.entries(versions).map(([name, version]) => ({ ...scriptedClient(name, version), link: LAB_LINK })),
    script: [
      { atMs: 0, ...valve, do: 'connect', connect: valveConnects(setting) },
      { atMs: 500, ...valve, do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: setting.subscriptionQos }] },
      ...othersConnect(),
      goes,
      ...batchSteps(batches),
      ...returns(setting, returnsAtMs),
    ],
    lastsMs: returnsAtMs + 4 * SECOND_MS,
  });
}

/** A link on which a packet can be followed with the eye. */
export const LAB_LINK = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null } as const;

function configOf(setting: WaitingMessagesSetting): readonly string[] {
  const { persistentClientExpiration: expiration } = setting;
  return [
    ...OPEN_TO_ALL,
    'sys_interval 1',
    `max_queued_messages ${setting.queuedMessages}`,
    `max_queued_bytes ${setting.queuedBytes}`,
    `max_inflight_messages ${setting.inFlight}`,
    `queue_qos0_messages ${setting.queueQos0Messages}`,
    ...(expiration === null ? [] : [`persistent_client_expiration ${expiration}`]),
  ];
}

/** The web app, and the watcher, which reads the counter of drops. */
export function othersConnect(): readonly ScriptStep[] {
  const subscriptions = [{ topicFilter: DROPPED_COUNTER, qos: 0 }] as const;
  return [
    { atMs: 250, client: COMMANDER.name, do: 'connect', connect: patient(passing(COMMANDER.clientId)) },
    { atMs: 750, client: WATCHER.name, do: 'connect', connect: patient(passing(WATCHER.clientId)) },
    { atMs: 1_000, client: WATCHER.name, do: 'subscribe', subscriptions },
  ];
}

export function patient(connect: ConnectFields): ConnectFields {
  return { ...connect, keepAliveSeconds: KEEP_ALIVE_SECONDS };
}

function valveConnects({ protocolVersion, sessionExpirySeconds }: WaitingMessagesSetting): ConnectFields {
  return patient(lasting(VALVE.clientId, protocolVersion, sessionExpirySeconds));
}

function batchSteps(batches: readonly WaitingBatch[]): readonly ScriptStep[] {
  let atMs = VALVE_GOES_AT_MS;
  return batches.flatMap((batch): ScriptStep[] => {
    atMs += batch.afterMs;
    const startsAtMs = atMs;
    atMs += lastsMs(batch);
    if (batch.messages === 0) return [];
    const { lifetimeSeconds = null } = batch;
    const properties: { readonly properties?: NonNullable<PublishPacket['properties']> } =
      lifetimeSeconds === null ? {} : { properties: { messageExpirySeconds: lifetimeSeconds } };
    return Array.from({ length: batch.messages }, (_, index) => ({
      atMs: startsAtMs + index * batch.everyMs,
      client: COMMANDER.name,
      do: 'publish',
      topicName: TOPIC,
      payload: `${batch.name} ${index + 1}`.padEnd(batch.payloadBytes ?? 0, '.'),
      qos: batch.qos,
      ...properties,
    }));
  });
}

function returns(setting: WaitingMessagesSetting, atMs: number): readonly ScriptStep[] {
  const valve = { atMs, client: VALVE.name } as const;
  if (setting.valveIs === 'away') return [{ ...valve, do: 'connect', connect: valveConnects(setting) }];
  const sent = setting.batches.reduce((sum, { messages, qos }) => sum + (qos === 0 ? 0 : messages), 0);
  const window = setting.inFlight === 0 ? sent : Math.min(sent, setting.inFlight);
  return [
    { ...valve, do: 'answer', answers: true },
    // The broker numbers what it sends from 1. What came in the silence is acknowledged now.
    ...Array.from(
      { length: window },
      (_, index): ScriptStep => ({ ...valve, do: 'send', packet: { type: 'PUBACK', packetId: index + 1 } }),
    ),
  ];
}
