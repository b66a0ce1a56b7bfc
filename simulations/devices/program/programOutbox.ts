// A client library's sending half: what the program publishes, and what the library's habits make of it without a connection, with too many under way, and on the next
// connection. All of it is in RAM. It leaves out stores on disk, which some libraries offer.
import type { Appointment } from '../../engine/eventQueue.ts';
import type { MessageStep } from '../../events.ts';
import type { Packet, PublishPacket, QoS } from '../../mqtt/packet.ts';
import { encodeUtf8 } from '../../mqtt/utf8.ts';
import type { PublishingScenario } from '../../program.ts';
import type { ClientHabits } from '../clients/habits.ts';
import type { Lifetime } from './lifetime.ts';

interface Waiting {
  readonly message: number;
  expiry: Appointment | null;
}

interface Unanswered extends Waiting {
  packet: PublishPacket | Extract<Packet, { readonly type: 'PUBREL' }>;
  /** The library's timer has come by once since this was sent. */
  ripe: boolean;
}

export interface OutboxEnds {
  readonly send: (packet: Packet) => void;
  readonly nextPacketId: () => number;
  readonly tell: (message: number, step: MessageStep['step']) => void;
}

const LARGEST_PACKET_ID = 65_535;
/** Reason codes from here on are errors. [v5.0 §2.4] */
const FIRST_ERROR_CODE = 0x80;
/** Fixed header with a remaining length of one or two bytes, the length of the topic, the packet id. */
const PUBLISH_OVERHEAD_BYTES = 5;

export class ProgramOutbox {
  readonly #habits: ClientHabits;
  readonly #publishing: PublishingScenario;
  readonly #life: Lifetime;
  readonly #ends: OutboxEnds;
  /** What it really publishes at. */
  readonly #qos: QoS;
  /** `null` while there is no connection. */
  #limit: number | null = null;
  readonly #unanswered = new Map<number, Unanswered>();
  readonly #waiting: Waiting[] = [];
  /** Packet ids of the unanswered that this connection has not seen yet. */
  #toResend: number[] = [];
  /** How many of the waiting were kept for this connection. */
  #kept = 0;
  #timer: Appointment | null = null;

  constructor(habits: ClientHabits, publishing: PublishingScenario, life: Lifetime, ends: OutboxEnds) {
    this.#habits = habits;
    this.#publishing = publishing;
    this.#life = life;
    this.#ends = ends;
    this.#qos = Math.min(publishing.qos, habits.publishQos) as QoS;
  }

  /** Messages that it still has something to do with. */
  get busy(): number {
    return this.#unanswered.size + this.#waiting.length;
  }

  /** `false`: the library gives it back; it is neither sent nor kept. */
  publish(message: number): boolean {
    const { largestPacketBytes, outbox } = this.#habits;
    if (largestPacketBytes !== null && this.#packetBytes(message) > largestPacketBytes) return false;
    if (this.#limit === null && !outbox.keepsOffline[this.#qos]) return false;
    const waiting: Waiting = { message, expiry: null };
    waiting.expiry = this.#planExpiry(() => {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      this.#ends.tell(message, 'discarded');
    });
    this.#waiting.push(waiting);
    this.#fill();
    return true;
  }

  /** A connection stands. `receiveMaximum`: the broker's, in 5.0. */
  resume(sessionPresent: boolean, receiveMaximum: number | undefined): void {
    const { inFlightLimit, resendsOnReconnect, keptGoOut, honoursReceiveMaximum, resendsAfterMs } = this.#habits.outbox;
    const brokersLimit = (honoursReceiveMaximum ? receiveMaximum : undefined) ?? LARGEST_PACKET_ID;
    const resends = resendsOnReconnect === 'always' || (resendsOnReconnect === 'sessionPresent' && sessionPresent);
    if (!resends) for (const [packetId, entry] of [...this.#unanswered]) this.#finish(packetId, entry, 'gaveUp');
    this.#toResend = [...this.#unanswered.keys()];
    this.#kept = this.#waiting.length;
    this.#limit = keptGoOut === 'allAtOnce' ? LARGEST_PACKET_ID : 1;
    this.#fill();
    this.#limit = Math.min(inFlightLimit ?? LARGEST_PACKET_ID, brokersLimit);
    this.#fill();
    if (resendsAfterMs !== null) this.#planResending(resendsAfterMs);
  }

  pause(): void {
    this.#limit = null;
    this.#life.cancel(this.#timer);
  }

  /** The program ends, and with it all that was in its RAM. */
  forget(): void {
    for (const { message } of this.#unanswered.values()) this.#ends.tell(message, 'gaveUp');
    for (const { message } of this.#waiting) this.#ends.tell(message, 'discarded');
  }

  receive(packet: Packet): void {
    if (packet.type !== 'PUBACK' && packet.type !== 'PUBREC' && packet.type !== 'PUBCOMP') return;
    const entry = this.#unanswered.get(packet.packetId);
    if (entry === undefined) {
      // Even for a message that it no longer knows the handshake goes on, so that the broker can let go of it.
      if (packet.type === 'PUBREC' && (packet.reasonCode ?? 0) < FIRST_ERROR_CODE)
        this.#ends.send({ type: 'PUBREL', packetId: packet.packetId });
      return;
    }
    if ((packet.reasonCode ?? 0) >= FIRST_ERROR_CODE) return this.#finish(packet.packetId, entry, 'refused');
    if (packet.type === 'PUBREC') {
      entry.packet = { type: 'PUBREL', packetId: packet.packetId };
      return this.#transmit(entry);
    }
    const awaited = entry.packet.type === 'PUBREL' ? 'PUBCOMP' : 'PUBACK';
    if (packet.type === awaited) this.#finish(packet.packetId, entry, 'acknowledged');
  }

  /** Sends what may go: first again what an earlier connection left unanswered, then what waits. */
  #fill(): void {
    for (;;) {
      const underWay = this.#unanswered.size - this.#toResend.length;
      if (this.#limit === null || (this.#qos > 0 && underWay >= this.#allowed(this.#limit))) return;
      const packetId = this.#toResend.shift();
      const entry = packetId === undefined ? undefined : this.#unanswered.get(packetId);
      if (entry !== undefined) {
        this.#transmit(entry);
        continue;
      }
      if (packetId !== undefined) continue;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#kept = Math.max(0, this.#kept - 1);
      this.#begin(next);
    }
  }

  /** How many may be under way: one by one, as long as any of those is left that were kept for this connection. */
  #allowed(limit: number): number {
    const orderly = this.#habits.outbox.keptGoOut === 'oneByOne' && (this.#toResend.length > 0 || this.#kept > 0);
    return orderly ? 1 : limit;
  }

  #begin({ message, expiry }: Waiting): void {
    this.#life.cancel(expiry);
    this.#ends.tell(message, 'published');
    if (this.#qos === 0) {
      this.#ends.send(this.#publishPacket(message, null));
      return this.#ends.tell(message, 'sentOnce');
    }
    const packetId = this.#nextPacketId();
    const entry: Unanswered = { message, packet: this.#publishPacket(message, packetId), expiry: null, ripe: false };
    this.#unanswered.set(packetId, entry);
    entry.expiry = this.#planExpiry(() => this.#finish(packetId, entry, 'gaveUp'));
    this.#transmit(entry);
  }

  #transmit(entry: Unanswered): void {
    entry.ripe = false;
    this.#ends.send(entry.packet);
    if (entry.packet.type === 'PUBLISH') entry.packet = { ...entry.packet, dup: this.#habits.outbox.marksDuplicates };
  }

  #planExpiry(act: () => void): Appointment | null {
    const { expiresAfterMs } = this.#habits.outbox;
    return expiresAfterMs === null ? null : this.#life.after(expiresAfterMs, act);
  }

  /** Each time the timer comes by, the oldest message of each kind goes out again, if it was under way when the timer came by before. */
  #planResending(everyMs: number): void {
    this.#timer = this.#life.after(everyMs, () => {
      const underWay = [...this.#unanswered].filter(([packetId]) => !this.#toResend.includes(packetId)).map(([, entry]) => entry);
      const ripe = underWay.filter((entry) => entry.ripe);
      for (const entry of underWay) entry.ripe = true;
      for (const type of ['PUBLISH', 'PUBREL'] as const) {
        const oldest = underWay.find((entry) => entry.packet.type === type);
        if (oldest === undefined || !ripe.includes(oldest)) continue;
        this.#transmit(oldest);
        oldest.ripe = true;
      }
      this.#planResending(everyMs);
    });
  }

  #finish(packetId: number, entry: Unanswered, step: MessageStep['step']): void {
    this.#life.cancel(entry.expiry);
    this.#unanswered.delete(packetId);
    this.#toResend = this.#toResend.filter((other) => other !== packetId);
    this.#ends.tell(entry.message, step);
    this.#fill();
  }

  #publishPacket(message: number, packetId: number | null): PublishPacket {
    const { topicName, retain = false } = this.#publishing;
    const common = {
      type: 'PUBLISH',
      topicName,
      payload: payloadOf(this.#publishing, message),
      qos: this.#qos,
      retain,
      dup: false,
    } as const;
    return packetId === null ? common : { ...common, packetId };
  }

  #packetBytes(message: number): number {
    const { topicName } = this.#publishing;
    return PUBLISH_OVERHEAD_BYTES + (this.#qos === 0 ? 0 : 2) + encodeUtf8(topicName).length + payloadOf(this.#publishing, message).length;
  }

  #nextPacketId(): number {
    for (;;) {
      const packetId = this.#ends.nextPacketId();
      if (!this.#unanswered.has(packetId)) return packetId;
    }
  }
}

export function payloadOf({ payload }: PublishingScenario, message: number): Uint8Array {
  return encodeUtf8(payload.replaceAll('{n}', String(message)));
}
