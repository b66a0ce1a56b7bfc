// Which message a packet on one connection belongs to: PUBLISH says it, its acknowledgements are found by packet id. Ids of the two directions are apart.
import { readPayload } from '../devices/payload.ts';
import type { Direction } from '../events.ts';
import type { Packet, QoS } from '../mqtt/packet.ts';

export interface Exchange {
  /** `null`: no device of the scenario publishes to that topic. */
  readonly device: string | null;
  /** `null`: the payload carries no number. */
  readonly message: number | null;
  readonly qos: QoS;
}

export class Exchanges {
  /** By the direction in which the PUBLISH went. */
  readonly #open: Record<Direction, Map<number, Exchange>> = { uplink: new Map(), downlink: new Map() };
  readonly #deviceOfTopic: (topicName: string) => string | null;

  constructor(deviceOfTopic: (topicName: string) => string | null) {
    this.#deviceOfTopic = deviceOfTopic;
  }

  /** The exchange of a packet that is now sent in `direction`; `null` for packets outside message exchanges. */
  of(packet: Packet, direction: Direction): Exchange | null {
    switch (packet.type) {
      case 'PUBLISH': {
        const exchange = { device: this.#deviceOfTopic(packet.topicName), message: readPayload(packet.payload), qos: packet.qos };
        if (packet.packetId !== undefined) this.#open[direction].set(packet.packetId, exchange);
        return exchange;
      }
      case 'PUBREL':
        return this.#open[direction].get(packet.packetId) ?? null;
      case 'PUBACK':
      case 'PUBREC':
      case 'PUBCOMP':
        return this.#open[direction === 'uplink' ? 'downlink' : 'uplink'].get(packet.packetId) ?? null;
      default:
        return null;
    }
  }
}
