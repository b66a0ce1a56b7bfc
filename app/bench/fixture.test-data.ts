// A short hand-made stretch of a run for this room's tests: one QoS 1 device whose first PUBLISH is lost and sent again. No run of the broker.
import {
  brokerAtFirst,
  type ClientState,
  type DeviceFigures,
  fromMicroseconds,
  type PacketSent,
  type RunEvent,
  type SessionStanding,
} from '#simulations';
import type { RunView } from '#simulations/worker';
import type { BenchLane } from './benchLane.ts';

export const at = fromMicroseconds;

const link = { delayMs: 50, jitterMs: 0, lossRatio: 0.2, rateBitsPerSecond: null };

export const lane: BenchLane = {
  device: 'sensor-1',
  clientId: 'ESP32_240AC4000001',
  qos: 1,
  link,
  inFlightLimit: 20,
  messages: 100,
  subscriber: { name: 'logger-1', clientId: 'logger-1', link: { ...link, delayMs: 5, lossRatio: 0 } },
};

export function packet(number: number, sentAt: number, change: Partial<PacketSent> = {}): PacketSent {
  const type = change.type ?? 'PUBLISH';
  return {
    kind: 'packetSent',
    at: at(sentAt),
    packet: number,
    client: lane.device,
    direction: 'uplink',
    type,
    summary: `${type} id 1`,
    bytes: Uint8Array.of(0x32, 0x05, 0x00, 0x01, 0x61, 0x00, 0x01),
    packetId: 1,
    qos: 1,
    dup: false,
    message: 1,
    device: lane.device,
    endsAt: at(sentAt + 50_000),
    lost: false,
    ...change,
  };
}

function ends(sent: PacketSent): RunEvent {
  return { kind: sent.lost ? 'packetLost' : 'packetArrived', at: sent.endsAt, packet: sent.packet, client: sent.client };
}

const lost = packet(1, 100_000, { lost: true, endsAt: at(125_000), summary: 'PUBLISH q1 id 1' });
const again = packet(2, 300_000, { dup: true, summary: 'PUBLISH q1 id 1 DUP' });
const onward = packet(3, 350_000, { client: 'logger-1', direction: 'downlink', endsAt: at(355_000), summary: 'PUBLISH q1 id 1' });
const answer = packet(4, 350_000, { type: 'PUBACK', direction: 'downlink', endsAt: at(400_000), summary: 'PUBACK id 1' });
const connect = packet(0, 10_000, { type: 'CONNECT', message: null, qos: null, packetId: null, device: null, summary: 'CONNECT' });

export const events: readonly RunEvent[] = [
  connect,
  ends(connect),
  { kind: 'message', at: at(100_000), client: lane.device, message: 1, step: 'published' },
  lost,
  ends(lost),
  again,
  ends(again),
  { kind: 'brokerLog', at: at(350_000), level: 'debug', text: 'Received PUBLISH from ESP32_240AC4000001' },
  onward,
  answer,
  ends(onward),
  { kind: 'delivered', at: at(355_000), client: 'logger-1', device: lane.device, topicName: 'a', message: 1, copy: 1 },
  ends(answer),
  { kind: 'message', at: at(400_000), client: lane.device, message: 1, step: 'acknowledged' },
];

export const figures: DeviceFigures = {
  device: lane.device,
  qos: 1,
  sent: 37,
  delivered: 30,
  lost: 0,
  duplicates: 5,
  acknowledged: 28,
  gaveUp: 0,
  packets: 80,
  packetsLost: 16,
  bytes: 2_000,
  settledAfter: null,
  publishingFrom: at(100_000),
  energyMillijoules: {
    boot: 1,
    associate: 2,
    listen: 3,
    transmit: 4,
    modemSleep: 0,
    lightSleep: 0,
    deepSleep: 0,
    hibernation: 0,
    total: 10,
  },
};

/** A client as it stands before anything happened to it, but for the change. */
export function clientState(client: string, change: Partial<ClientState> = {}): ClientState {
  return {
    client,
    address: '192.0.2.120',
    clientId: null,
    power: null,
    wifi: null,
    buffered: 0,
    bufferLost: 0,
    connection: null,
    connectionSince: at(0),
    sessionPresent: null,
    subscriptions: [],
    cable: 'in',
    served: false,
    inFlight: 0,
    received: 0,
    connects: 0,
    losses: 0,
    packets: 0,
    bytes: 0,
    ...change,
  };
}

/** A session of the broker, connected from the address of `clientState`, but for the change. */
export function session(change: Partial<SessionStanding> = {}): SessionStanding {
  const nothing = { inFlight: { messages: 0, bytes: 0 }, queued: { messages: 0, bytes: 0 } };
  return {
    clientId: 'valve-07',
    connected: true,
    address: '192.0.2.120',
    protocolVersion: '5.0',
    cleanStart: true,
    sessionExpirySeconds: 300,
    expiresAtMs: null,
    keepAliveSeconds: 60,
    subscriptions: [],
    outgoing: nothing,
    incoming: nothing,
    since: at(0),
    expiresAt: null,
    ...change,
  };
}

export const view: RunView = {
  at: at(350_000),
  figures: [figures],
  clients: [
    clientState(lane.device, { power: 'listen', connection: 'connected', served: true, inFlight: 9 }),
    clientState('logger-1', { connection: 'connected', served: true }),
  ],
  broker: brokerAtFirst(),
  events,
  log: [
    { kind: 'brokerLog', at: at(0), level: 'information', text: 'mosquitto version 2.0.21 starting' },
    { kind: 'brokerLog', at: at(350_000), level: 'debug', text: 'Received PUBLISH from ESP32_240AC4000001' },
  ],
  serial: [],
  energy: [],
  flash: [],
};
