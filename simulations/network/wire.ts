// A client's way to the broker: one connection after the other over the same link. Packets cross it, bytes meet the broker. The packets that loss takes vanish whole,
// so the byte streams stay well formed. TCP itself is reduced to its delays: a round trip to open, half of one to learn of the end.
import type { BrokerConnection } from '../broker/runBroker.ts';
import { assert } from '../engine/assert.ts';
import { fromMilliseconds } from '../engine/time.ts';
import type { Direction } from '../events.ts';
import { encode } from '../mqtt/encode.ts';
import type { Packet, PacketType, ProtocolVersion } from '../mqtt/packet.ts';
import { createPacketReader, type StreamPacket } from '../mqtt/packetReader.ts';
import { summary } from '../mqtt/summary.ts';
import type { Run } from '../run.ts';
import type { LinkScenario } from '../scenario.ts';
import { Exchanges } from './exchanges.ts';
import { Lane } from './link.ts';

/** The packets that loss may take: those that carry messages and their acknowledgements. */
const EXPOSED: ReadonlySet<PacketType> = new Set<PacketType>(['PUBLISH', 'PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP']);

/** What a virtual client takes: far above what any scenario sends. */
const LARGEST_PACKET_BYTES = 1_048_576;

/** A SYN without an answer is sent again, here after a second each time. [RFC 6298 §2.1, without its back-off] */
const SYN_AGAIN = fromMilliseconds(1_000);

interface TcpConnection {
  /** The broker's side; `null` until it has accepted. */
  broker: BrokerConnection | null;
  /** It broke on its way: what is sent from now on vanishes, until both ends know. */
  cut: boolean;
}

export interface WireEnd {
  /** The TCP connection stands. */
  onOpen(): void;
  onPacket(packet: Packet): void;
  /** The connection ended, or could not be made, and not by this end. */
  onLost(): void;
}

export interface WireClient {
  readonly name: string;
  readonly address: string;
  readonly link: LinkScenario;
  readonly version: ProtocolVersion;
}

export class Wire {
  readonly #run: Run;
  readonly #client: WireClient;
  readonly #end: WireEnd;
  readonly #exchanges: Exchanges;
  readonly #lanes: Readonly<Record<Direction, Lane>>;
  /** The connection that the client holds for open, or is opening; `null` between two. */
  #current: TcpConnection | null = null;
  #cableOut = false;

  constructor(run: Run, client: WireClient, end: WireEnd) {
    this.#run = run;
    this.#client = client;
    this.#end = end;
    this.#exchanges = new Exchanges((topicName) => run.deviceOfTopic(topicName));
    this.#lanes = {
      uplink: new Lane(client.link, run.random(`link/${client.name}/uplink`)),
      downlink: new Lane(client.link, run.random(`link/${client.name}/downlink`)),
    };
  }

  /** The client holds its connection for open. */
  get isOpen(): boolean {
    return this.#current !== null;
  }

  /** SYN there, SYN-ACK back. The broker accepts when the SYN arrives. Without a cable the SYN is tried again until there is one. */
  open(): void {
    assert(this.#current === null, 'one connection at a time');
    const tcp: TcpConnection = { broker: null, cut: false };
    this.#current = tcp;
    this.#synchronise(tcp);
  }

  #synchronise(tcp: TcpConnection): void {
    if (this.#current !== tcp) return;
    if (this.#cableOut) {
      this.#run.after(SYN_AGAIN, () => this.#synchronise(tcp));
      return;
    }
    this.#run.queue.at(this.#lanes.uplink.signal(this.#run.now), () => {
      tcp.broker = this.#run.broker.connect(this.#client.address);
      if (tcp.broker === null) return this.#endReaches(tcp);
      const reader = createPacketReader(this.#client.version, LARGEST_PACKET_BYTES);
      tcp.broker.onData = (chunk) => this.#brokerSends(tcp, reader.push(chunk));
      tcp.broker.onClose = () => this.#endReaches(tcp);
      this.#run.queue.at(this.#lanes.downlink.signal(this.#run.now), () => {
        if (this.#current === tcp) this.#end.onOpen();
      });
    });
  }

  /** Nothing crosses from now on, in either direction; what is already on its way arrives. Neither side is told. */
  pullCable(): void {
    this.#cableOut = true;
  }

  plugCable(): void {
    this.#cableOut = false;
  }

  /** The connection breaks between the two ends: what is on its way arrives, then each end learns of it. */
  cut(): void {
    const tcp = this.#current;
    if (tcp === null || this.#cableOut) return;
    tcp.cut = true;
    this.#run.queue.at(this.#lanes.uplink.signal(this.#run.now), () => tcp.broker?.close());
    this.#endReaches(tcp);
  }

  /** Only while the connection is open. A packet that reaches a connection closed by the broker is of no effect. */
  send(packet: Packet): void {
    const tcp = this.#current;
    assert(tcp !== null, 'sends on an open connection');
    const bytes = encode(packet, this.#client.version);
    this.#transmit('uplink', tcp, packet, bytes, () => tcp.broker?.send(bytes));
  }

  /** Bytes that need not be a packet. */
  sendBytes(bytes: Uint8Array): void {
    const tcp = this.#current;
    assert(tcp !== null, 'sends on an open connection');
    this.#transmit('uplink', tcp, null, bytes, () => tcp.broker?.send(bytes));
  }

  /** FIN, after all that was sent. With the cable out it never arrives: the broker's side stays open. */
  close(): void {
    const tcp = this.#current;
    this.#current = null;
    if (this.#cableOut) return;
    this.#run.queue.at(this.#lanes.uplink.signal(this.#run.now), () => tcp?.broker?.close());
  }

  #brokerSends(tcp: TcpConnection, packets: readonly StreamPacket[]): void {
    for (const { bytes, result } of packets) {
      assert(result.ok, 'the broker sends well-formed packets');
      const { packet } = result;
      // A copy of its own: the chunk may hold many packets, and each is kept with its event.
      this.#transmit('downlink', tcp, packet, bytes.slice(), () => {
        if (this.#current === tcp) this.#end.onPacket(packet);
      });
    }
  }

  /** The broker ended the connection, or would not have it: the client learns so after all that was sent before. */
  #endReaches(tcp: TcpConnection): void {
    if (this.#cableOut) return;
    this.#run.queue.at(this.#lanes.downlink.signal(this.#run.now), () => {
      if (this.#current !== tcp) return;
      this.#current = null;
      this.#end.onLost();
    });
  }

  #transmit(direction: Direction, tcp: TcpConnection, packet: Packet | null, bytes: Uint8Array, arrive: () => void): void {
    const run = this.#run;
    const spared = packet !== null && !EXPOSED.has(packet.type);
    const passage = this.#lanes[direction].pass(run.now, bytes.length, { spared });
    const lost = passage.lost || this.#cableOut || tcp.cut;
    const { endsAt } = passage;
    const exchange = packet === null ? null : this.#exchanges.of(packet, direction);
    const number = run.nextPacketNumber();
    run.tell({
      kind: 'packetSent',
      at: run.now,
      packet: number,
      client: this.#client.name,
      direction,
      type: packet?.type ?? 'bytes',
      summary: packet === null ? `${bytes.length} bytes` : summary(packet),
      bytes,
      packetId: packet !== null && 'packetId' in packet ? (packet.packetId ?? null) : null,
      qos: exchange?.qos ?? null,
      dup: packet?.type === 'PUBLISH' && packet.dup,
      message: exchange?.message ?? null,
      device: exchange?.device ?? null,
      endsAt,
      lost,
    });
    run.queue.at(endsAt, () => {
      run.tell({ kind: lost ? 'packetLost' : 'packetArrived', at: run.now, packet: number, client: this.#client.name });
      if (!lost) arrive();
    });
  }
}
