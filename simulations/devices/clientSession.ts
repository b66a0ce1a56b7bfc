// The session state that MQTT asks of a client [v3.1.1 §4.1] [v5.0 §4.1]: what it has sent and nobody has answered, and which QoS 2 messages it has been given and the
// broker has not released yet. It outlives connections, not the client's power. Left out: a limit to what is in flight.
import type { Packet, PublishPacket } from '../mqtt/packet.ts';

/** From here on a reason code of 5.0 tells of an error. [v5.0 §2.4] */
const FIRST_ERROR = 0x80;

/** What is to be sent again after the return: the message, or, once the broker has it, its release. */
type Unanswered = PublishPacket | { readonly type: 'PUBREL'; readonly packetId: number };

export class ClientSession {
  /** In the order in which the messages were first sent: they are sent again in that order [v3.1.1 MQTT-4.6.0-1]. */
  readonly #unanswered = new Map<number, Unanswered>();
  /** A PUBLISH with such an id is the same message again [v3.1.1 MQTT-4.3.3-2]. */
  readonly #unreleased = new Set<number>();
  /** Packet ids of messages that were first sent in this connection: they need no repetition. */
  readonly #ofThisConnection = new Set<number>();

  /** Everything is forgotten: the power is gone, or the broker has no session to go on with [v5.0 MQTT-3.2.2-5]. */
  forget(): void {
    this.#unanswered.clear();
    this.#unreleased.clear();
  }

  sends(packet: Packet): void {
    if (packet.type === 'CONNECT') this.#ofThisConnection.clear();
    if (packet.type === 'PUBLISH' && packet.packetId !== undefined) {
      this.#unanswered.set(packet.packetId, packet);
      this.#ofThisConnection.add(packet.packetId);
    }
    // A place in the map stays where it is when its content changes.
    if (packet.type === 'PUBREL' && this.#unanswered.has(packet.packetId)) this.#unanswered.set(packet.packetId, packet);
  }

  /** Whether the program is to hear of it: not of a QoS 2 message that it has already. */
  receives(packet: Packet): boolean {
    switch (packet.type) {
      case 'PUBLISH':
        return this.#receivesMessage(packet);
      case 'PUBREL':
        this.#unreleased.delete(packet.packetId);
        return true;
      case 'PUBREC':
        if ((packet.reasonCode ?? 0) >= FIRST_ERROR) this.#unanswered.delete(packet.packetId);
        return true;
      case 'PUBACK':
      case 'PUBCOMP':
        this.#unanswered.delete(packet.packetId);
        return true;
      default:
        return true;
    }
  }

  /** What goes out first on the return to the session [v3.1.1 MQTT-4.4.0-1], PUBLISH with DUP [v3.1.1 MQTT-3.3.1-1]. */
  again(): readonly Packet[] {
    const waiting = [...this.#unanswered].filter(([packetId]) => !this.#ofThisConnection.has(packetId));
    return waiting.map(([, packet]) => (packet.type === 'PUBLISH' ? { ...packet, dup: true } : packet));
  }

  #receivesMessage({ qos, packetId }: PublishPacket): boolean {
    if (qos !== 2 || packetId === undefined) return true;
    const known = this.#unreleased.has(packetId);
    this.#unreleased.add(packetId);
    return !known;
  }
}
