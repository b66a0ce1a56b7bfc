// What both stories begin with: a fleet of persistent sessions on the broker, and a publisher that fills their queues. Done in small pieces, so that whoever shares the thread is heard.
import type { RunBroker } from '../broker/runBroker.ts';
import type { Microseconds } from '../engine/time.ts';
import { encode } from '../mqtt/encode.ts';
import type { BrokerStanding } from './fleetResult.ts';
import type { FleetMessages, FleetSessions } from './fleetScenario.ts';
import { LightClients } from './lightClients.ts';
import { connectPacket, type NumberedPacket, NumberedPublish, subscribePacket } from './packets.ts';

/** Messages in one call; at QoS 2 fewer than Mosquitto's own limit of 20 in flight, so that the publisher never waits. */
const BATCH = { 1: 128, 2: 16 } as const;
const LAST_PACKET_ID = 60_000;
/** Devices or messages between two breaths. */
export const A_BREATH = 500;
const MOST_LOG_LINES = 20;

export interface FleetSetting {
  readonly sessions: FleetSessions;
  readonly messages: FleetMessages;
}

export class FleetStage {
  readonly clients: LightClients;
  readonly connect: NumberedPacket;
  readonly subscribe: NumberedPacket | null;
  readonly log: string[] = [];
  readonly #broker: RunBroker;
  readonly #devices: number;
  readonly #isShared: boolean;
  readonly #disconnect: Uint8Array;
  readonly #publish: NumberedPublish;
  readonly #hello: Uint8Array;
  readonly #batch: Uint8Array;
  readonly #most: number;
  #sent = 0;

  constructor({ sessions, messages }: FleetSetting, broker: RunBroker) {
    this.#broker = broker;
    this.#devices = sessions.devices;
    this.#isShared = messages.shared;
    // The last place is the publisher's.
    this.clients = new LightClients(broker, sessions.devices + 1);
    this.connect = connectPacket(sessions);
    this.subscribe = subscribePacket(sessions, messages);
    this.#disconnect = encode({ type: 'DISCONNECT' }, sessions.protocolVersion);
    this.#publish = new NumberedPublish(sessions, messages);
    this.#most = BATCH[messages.qos];
    this.#batch = new Uint8Array(this.#most * this.#publish.bytes(0, 1).length);
    this.#hello = encode({ type: 'CONNECT', clientId: 'back-end', cleanStart: true, keepAliveSeconds: 0 }, '5.0');
    broker.onLog = (level, text) => {
      if ((level === 'warning' || level === 'error') && this.log.length < MOST_LOG_LINES) this.log.push(text);
    };
  }

  advanceTo(instant: number): void {
    this.#broker.advanceTo(instant as Microseconds);
  }

  standing(): BrokerStanding {
    const metrics = this.#broker.metrics();
    if (metrics === null) return { sessions: 0, storedMessages: 0, heapBytes: 0 };
    return {
      sessions: metrics.sessions - (this.#isPublishing ? 1 : 0),
      storedMessages: metrics.storedMessages,
      heapBytes: metrics.heapBytes,
    };
  }

  #isPublishing = false;

  /** Every device connects, subscribes if told, and goes. Yields the share that is done. */
  *everyDevice(subscribes: boolean): Generator<number, void> {
    for (let device = 0; device < this.#devices; device++) {
      if (this.clients.connect(device, this.connect.bytes(device))) {
        if (subscribes && this.subscribe !== null) this.clients.say(device, this.subscribe.bytes(device));
        this.leave(device);
      }
      if (device % A_BREATH === A_BREATH - 1) yield device / this.#devices;
    }
  }

  /** DISCONNECT; the session stays. */
  leave(device: number): void {
    this.clients.say(device, this.#disconnect);
    this.clients.close(device);
  }

  /** Comes back, takes all that waits and acknowledges it, and goes. @returns messages taken; `null`: it was not let in */
  visit(device: number): { readonly taken: number; readonly sessionPresent: boolean } | null {
    const { clients } = this;
    if (!clients.connect(device, this.connect.bytes(device))) return null;
    const { taker } = clients;
    const { sessionPresent } = taker;
    let taken = taker.publishes;
    if (!sessionPresent && this.subscribe !== null) clients.say(device, this.subscribe.bytes(device));
    while (taker.hasAnswers && clients.say(device, taker.takeAnswers())) taken += taker.publishes;
    this.leave(device);
    return { taken, sessionPresent };
  }

  /** The publisher comes: a back end that speaks 5.0 and stays. */
  startPublisher(): void {
    this.#isPublishing = this.clients.connect(this.#devices, this.#hello);
  }

  stopPublisher(): void {
    this.clients.close(this.#devices);
    this.#isPublishing = false;
  }

  /** The next messages of an endless row: one for each device in turn, or one for all. */
  publish(messages: number): void {
    for (let left = messages; left > 0; left -= this.#most) this.#publishBatch(Math.min(this.#most, left));
  }

  #publishBatch(messages: number): void {
    let length = 0;
    for (let index = 0; index < messages; index++) {
      const bytes = this.#publish.bytes(this.#isShared ? 0 : this.#sent % this.#devices, (this.#sent % LAST_PACKET_ID) + 1);
      this.#batch.set(bytes, length);
      length += bytes.length;
      this.#sent++;
    }
    const { clients } = this;
    const publisher = this.#devices;
    let stands = clients.say(publisher, this.#batch.subarray(0, length));
    while (stands && clients.taker.hasAnswers) stands = clients.say(publisher, clients.taker.takeAnswers());
  }
}
