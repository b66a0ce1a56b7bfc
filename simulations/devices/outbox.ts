// The sender's half of QoS 0, 1 and 2: hands out packet ids, keeps what is unanswered, sends it again on a timer and gives up after so many attempts.
// The timer is the teaching model's: MQTT itself resends only after a reconnect [v3.1.1 MQTT-4.4.0-1], and 5.0 forbids anything else [v5.0 MQTT-4.4.0-1].
// On TCP it has no timer. After a reconnect it does as the standard asks: whatever is unanswered goes out again at once, in order; that is the
// connection's doing and does not count as an attempt.
import type { Appointment } from '../engine/eventQueue.ts';
import { fromMilliseconds } from '../engine/time.ts';
import type { MessageStep } from '../events.ts';
import type { Packet, PublishPacket } from '../mqtt/packet.ts';
import type { Run } from '../run.ts';
import type { DeviceScenario } from '../scenario.ts';
import { writePayload } from './payload.ts';

interface Unanswered {
  readonly message: number;
  /** What is sent, and sent again, in the present phase. */
  packet: Packet;
  attempts: number;
  timer: Appointment | null;
}

const LARGEST_PACKET_ID = 65_535;
/** Reason codes from here on are errors. [v5.0 §2.4] */
const FIRST_ERROR_CODE = 0x80;

export class Outbox {
  readonly #run: Run;
  readonly #device: DeviceScenario;
  readonly #send: (packet: Packet) => void;
  readonly #settled: () => void;
  /** How many may be under way; 0 while there is no connection. */
  #limit = 0;
  readonly #unanswered = new Map<number, Unanswered>();
  readonly #waiting: number[] = [];
  #lastPacketId = 0;
  #toSettle: number;

  /** @param settled called once, when no message of the device has anything left to happen here. */
  constructor(run: Run, device: DeviceScenario, send: (packet: Packet) => void, settled: () => void) {
    this.#run = run;
    this.#device = device;
    this.#send = send;
    this.#settled = settled;
    this.#toSettle = device.messages;
  }

  /** The application hands over message number `message`. It is sent now, or as soon as the connection stands and fewer than the limit are under way. */
  publish(message: number): void {
    this.#waiting.push(message);
    this.#fill();
  }

  /** The connection stands. @param limit messages under way at the same time, 1 or more */
  resume(limit: number): void {
    this.#limit = limit;
    for (const [packetId, entry] of [...this.#unanswered]) this.#transmit(packetId, entry);
    this.#fill();
  }

  /** The connection is gone: nothing is sent until the next one stands. */
  pause(): void {
    this.#limit = 0;
    for (const entry of this.#unanswered.values()) this.#stopTimer(entry);
  }

  /** The broker's answers; packets that belong to nothing under way (answered or given up before) are passed over. */
  receive(packet: Packet): void {
    if (packet.type !== 'PUBACK' && packet.type !== 'PUBREC' && packet.type !== 'PUBCOMP') return;
    const entry = this.#unanswered.get(packet.packetId);
    if (entry === undefined) return;
    if ((packet.reasonCode ?? 0) >= FIRST_ERROR_CODE) return this.#finish(packet.packetId, entry, 'refused');
    if (packet.type !== 'PUBREC') {
      // A PUBCOMP counts only as the answer to PUBREL, a PUBACK only to a QoS 1 PUBLISH.
      const awaited = entry.packet.type === 'PUBREL' ? 'PUBCOMP' : 'PUBACK';
      if (packet.type === awaited && !(awaited === 'PUBACK' && this.#device.qos === 2))
        this.#finish(packet.packetId, entry, 'acknowledged');
      return;
    }
    if (this.#device.qos !== 2) return;
    if (entry.packet.type === 'PUBREL') {
      // A late second PUBREC is answered again [v3.1.1 MQTT-4.3.3-1]; it is no new attempt, the timer runs on.
      this.#send(entry.packet);
      return;
    }
    entry.packet = { type: 'PUBREL', packetId: packet.packetId };
    entry.attempts = 0;
    this.#attempt(packet.packetId, entry);
  }

  /** There will be no other connection: what is unanswered is given up, what waits is never sent. */
  abandon(): void {
    this.pause();
    this.#waiting.length = 0;
    for (const [packetId, entry] of [...this.#unanswered]) this.#finish(packetId, entry, 'gaveUp');
  }

  #fill(): void {
    while (this.#unanswered.size < this.#limit) {
      const message = this.#waiting.shift();
      if (message === undefined) return;
      if (this.#device.qos === 0) {
        this.#step(message, 'published');
        this.#send(this.#publishPacket(message, null));
        this.#settle(message, 'sentOnce');
        continue;
      }
      const packetId = this.#nextPacketId();
      const entry: Unanswered = { message, packet: this.#publishPacket(message, packetId), attempts: 0, timer: null };
      this.#unanswered.set(packetId, entry);
      this.#step(message, 'published');
      this.#attempt(packetId, entry);
    }
  }

  #attempt(packetId: number, entry: Unanswered): void {
    entry.attempts++;
    this.#transmit(packetId, entry);
  }

  #transmit(packetId: number, entry: Unanswered): void {
    this.#stopTimer(entry);
    const { packet } = entry;
    this.#send(packet);
    if (packet.type === 'PUBLISH') entry.packet = { ...packet, dup: true };
    if (this.#device.link.transport === 'tcp') return;
    entry.timer = this.#run.after(fromMilliseconds(this.#device.resendAfterMs), () => this.#attemptOrGiveUp(packetId, entry));
  }

  #attemptOrGiveUp(packetId: number, entry: Unanswered): void {
    if (entry.attempts < this.#device.attempts) this.#attempt(packetId, entry);
    else this.#finish(packetId, entry, 'gaveUp');
  }

  #stopTimer(entry: Unanswered): void {
    if (entry.timer !== null) this.#run.queue.cancel(entry.timer);
    entry.timer = null;
  }

  #finish(packetId: number, entry: Unanswered, step: MessageStep['step']): void {
    this.#stopTimer(entry);
    this.#unanswered.delete(packetId);
    this.#settle(entry.message, step);
    this.#fill();
  }

  #settle(message: number, step: MessageStep['step']): void {
    this.#step(message, step);
    this.#toSettle--;
    if (this.#toSettle === 0) this.#settled();
  }

  #step(message: number, step: MessageStep['step']): void {
    this.#run.tell({ kind: 'message', at: this.#run.now, client: this.#device.name, message, step });
  }

  #publishPacket(message: number, packetId: number | null): PublishPacket {
    const { topicName, qos, payloadBytes } = this.#device;
    const payload = writePayload(message, payloadBytes);
    const packet: PublishPacket = { type: 'PUBLISH', topicName, payload, qos, retain: false, dup: false };
    return packetId === null ? packet : { ...packet, packetId };
  }

  /** The next id that is free, in a circle from 1 to 65,535. The limit keeps some free. */
  #nextPacketId(): number {
    do {
      this.#lastPacketId = (this.#lastPacketId % LARGEST_PACKET_ID) + 1;
    } while (this.#unanswered.has(this.#lastPacketId));
    return this.#lastPacketId;
  }
}
