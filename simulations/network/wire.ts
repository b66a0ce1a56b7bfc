// One MQTT connection of one client: packets cross its link, bytes meet the broker. The packets that loss takes vanish whole, so the byte streams stay well formed.
// TCP itself is reduced to its delays: a round trip to open, half of one to learn of the end.
import type { BrokerConnection } from '../broker/runBroker.ts';
import { assert } from '../engine/assert.ts';
import type { Microseconds } from '../engine/time.ts';
import type { Direction } from '../events.ts';
import { encode } from '../mqtt/encode.ts';
import type { Packet, PacketType } from '../mqtt/packet.ts';
import { createPacketReader } from '../mqtt/packetReader.ts';
import { summary } from '../mqtt/summary.ts';
import type { Run } from '../run.ts';
import type { LinkScenario } from '../scenario.ts';
import { Exchanges } from './exchanges.ts';
import { Lane } from './link.ts';

/** The packets that loss may take: those that carry messages and their acknowledgements. */
const EXPOSED: ReadonlySet<PacketType> = new Set<PacketType>(['PUBLISH', 'PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP']);

/** What a virtual client takes: far above what any scenario sends. */
const LARGEST_PACKET_BYTES = 1_048_576;

export interface WireEnd {
  /** The TCP connection stands. */
  onOpen(): void;
  onPacket(packet: Packet): void;
  /** The connection ended, or could not be made, and not by this end. */
  onLost(): void;
}

export class Wire {
  readonly #run: Run;
  readonly #client: string;
  readonly #address: string;
  readonly #end: WireEnd;
  readonly #exchanges: Exchanges;
  readonly #lanes: Readonly<Record<Direction, Lane>>;
  readonly #fromBroker: ReturnType<typeof createPacketReader>;
  #broker: BrokerConnection | null = null;
  #closedByClient = false;
  #over = false;

  constructor(run: Run, client: { readonly name: string; readonly address: string; readonly link: LinkScenario }, end: WireEnd) {
    this.#run = run;
    this.#client = client.name;
    this.#address = client.address;
    this.#end = end;
    this.#exchanges = new Exchanges((topicName) => run.deviceOfTopic(topicName));
    this.#lanes = {
      uplink: new Lane(client.link, run.random(`link/${client.name}/uplink`)),
      downlink: new Lane(client.link, run.random(`link/${client.name}/downlink`)),
    };
    this.#fromBroker = createPacketReader(run.scenario.protocolVersion, LARGEST_PACKET_BYTES);
  }

  /** SYN there, SYN-ACK back. The broker accepts when the SYN arrives. */
  open(): void {
    this.#run.queue.at(this.#lanes.uplink.signal(this.#run.now), () => {
      const connection = this.#run.broker.connect(this.#address);
      this.#broker = connection;
      if (connection !== null) {
        connection.onData = (bytes) => this.#fromBrokerNow(bytes);
        connection.onClose = () => this.#lostAfterDelay();
      }
      this.#run.queue.at(this.#lanes.downlink.signal(this.#run.now), () => {
        if (this.#over) return;
        if (connection === null) this.#lost();
        else this.#end.onOpen();
      });
    });
  }

  send(packet: Packet): void {
    if (this.#over) return;
    const bytes = encode(packet, this.#run.scenario.protocolVersion);
    this.#transmit('uplink', packet, bytes, () => this.#broker?.send(bytes));
  }

  /** FIN, after all that was sent. */
  close(): void {
    this.#closedByClient = true;
    this.#over = true;
    this.#run.queue.at(this.#lanes.uplink.signal(this.#run.now), () => this.#broker?.close());
  }

  #fromBrokerNow(chunk: Uint8Array): void {
    for (const { bytes, result } of this.#fromBroker.push(chunk)) {
      assert(result.ok, 'the broker sends well-formed packets');
      const { packet } = result;
      // A copy of its own: the chunk may hold many packets, and each is kept with its event.
      this.#transmit('downlink', packet, bytes.slice(), () => {
        if (!this.#over) this.#end.onPacket(packet);
      });
    }
  }

  #transmit(direction: Direction, packet: Packet, bytes: Uint8Array, arrive: () => void): void {
    const run = this.#run;
    const { endsAt, lost } = this.#lanes[direction].pass(run.now, bytes.length, { spared: !EXPOSED.has(packet.type) });
    const exchange = this.#exchanges.of(packet, direction);
    const number = run.nextPacketNumber();
    run.tell({
      kind: 'packetSent',
      at: run.now,
      packet: number,
      client: this.#client,
      direction,
      type: packet.type,
      summary: summary(packet),
      bytes,
      packetId: 'packetId' in packet ? (packet.packetId ?? null) : null,
      qos: exchange?.qos ?? null,
      dup: packet.type === 'PUBLISH' && packet.dup,
      message: exchange?.message ?? null,
      device: exchange?.device ?? null,
      endsAt,
      lost,
    });
    run.queue.at(endsAt, () => {
      run.tell({ kind: lost ? 'packetLost' : 'packetArrived', at: run.now, packet: number, client: this.#client });
      if (!lost) arrive();
    });
  }

  #lostAfterDelay(): void {
    if (this.#closedByClient) return;
    const heardAt: Microseconds = this.#lanes.downlink.signal(this.#run.now);
    this.#run.queue.at(heardAt, () => this.#lost());
  }

  #lost(): void {
    if (this.#over) return;
    this.#over = true;
    this.#end.onLost();
  }
}
