// A client library's sending half: what the program publishes, and what the library's habits make of it without a connection, with too many under way, and on the next
// connection. All of it is in RAM. It leaves out stores on disk, which some libraries offer.
import type { Appointment } from '../../engine/eventQueue.ts';
import type { MessageStep } from '../../events.ts';
import type { Packet, PublishPacket, QoS } from '../../mqtt/packet.ts';
import { encodeUtf8 } from '../../mqtt/utf8.ts';
import type { PublishingScenario } from '../../program.ts';
import type { ClientHabits } from '../clients/habits.ts';
import type { Lifetime } from './lifetime.ts';

interface Unanswered {
  readonly message: number;
  packet: PublishPacket | Extract<Packet, { readonly type: 'PUBREL' }>;
  again: Appointment | null;
  expiry: Appointment | null;
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
  readonly #waiting: number[] = [];

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
    this.#waiting.push(message);
    this.#fill();
    return true;
  }

  /** A connection stands. `receiveMaximum`: the broker's, in 5.0. */
  resume(sessionPresent: boolean, receiveMaximum: number | undefined): void {
    const { inFlightLimit, resendsOnReconnect } = this.#habits.outbox;
    this.#limit = Math.min(inFlightLimit ?? Number.POSITIVE_INFINITY, receiveMaximum ?? LARGEST_PACKET_ID);
    const resends = resendsOnReconnect === 'always' || (resendsOnReconnect === 'sessionPresent' && sessionPresent);
    for (const [packetId, entry] of [...this.#unanswered]) {
      if (resends) this.#transmit(packetId, entry);
      else this.#finish(packetId, entry, 'gaveUp');
    }
    this.#fill();
  }

  pause(): void {
    this.#limit = null;
    for (const entry of this.#unanswered.values()) this.#life.cancel(entry.again);
  }

  /** The program ends, and with it all that was in its RAM. */
  forget(): void {
    for (const { message } of this.#unanswered.values()) this.#ends.tell(message, 'gaveUp');
    for (const message of this.#waiting) this.#ends.tell(message, 'discarded');
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
      return this.#transmit(packet.packetId, entry);
    }
    const awaited = entry.packet.type === 'PUBREL' ? 'PUBCOMP' : 'PUBACK';
    if (packet.type === awaited) this.#finish(packet.packetId, entry, 'acknowledged');
  }

  #fill(): void {
    while (this.#limit !== null && this.#waiting.length > 0 && (this.#qos === 0 || this.#unanswered.size < this.#limit)) {
      const message = this.#waiting.shift();
      if (message === undefined) return;
      this.#ends.tell(message, 'published');
      if (this.#qos === 0) {
        this.#ends.send(this.#publishPacket(message, null));
        this.#ends.tell(message, 'sentOnce');
        continue;
      }
      const packetId = this.#nextPacketId();
      const entry: Unanswered = { message, packet: this.#publishPacket(message, packetId), again: null, expiry: null };
      this.#unanswered.set(packetId, entry);
      const { expiresAfterMs } = this.#habits.outbox;
      if (expiresAfterMs !== null) entry.expiry = this.#life.after(expiresAfterMs, () => this.#finish(packetId, entry, 'gaveUp'));
      this.#transmit(packetId, entry);
    }
  }

  #transmit(packetId: number, entry: Unanswered): void {
    this.#life.cancel(entry.again);
    this.#ends.send(entry.packet);
    if (entry.packet.type === 'PUBLISH') entry.packet = { ...entry.packet, dup: true };
    const { resendsAfterMs } = this.#habits.outbox;
    if (resendsAfterMs !== null) entry.again = this.#life.after(resendsAfterMs, () => this.#transmit(packetId, entry));
  }

  #finish(packetId: number, entry: Unanswered, step: MessageStep['step']): void {
    this.#life.cancel(entry.again);
    this.#life.cancel(entry.expiry);
    this.#unanswered.delete(packetId);
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
