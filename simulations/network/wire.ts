// A client's way to the broker: one connection after the other over the same link. Packets cross it, bytes meet the broker, and every packet is told. How they cross,
// and what loss does to them, is the transport's: whole packets vanish, or TCP sends segments again.
import { assert } from '../engine/assert.ts';
import type { Direction, PacketSent } from '../events.ts';
import { encode } from '../mqtt/encode.ts';
import type { Packet, PacketType, ProtocolVersion } from '../mqtt/packet.ts';
import { createPacketReader } from '../mqtt/packetReader.ts';
import { summary } from '../mqtt/summary.ts';
import type { Run } from '../run.ts';
import type { LinkScenario } from '../scenario.ts';
import { asClientsRead } from './asClientsRead.ts';
import { Exchanges } from './exchanges.ts';
import { Lane } from './link.ts';
import { LINUX, LWIP_ON_ESP32 } from './tcp/stacks.ts';
import { TcpTransport } from './tcp/tcpTransport.ts';
import type { Connection, Passage, Transport } from './transport.ts';
import { VanishingPackets } from './vanishingPackets.ts';

/** The packets that loss may take where packets vanish: those that carry messages and their acknowledgements. */
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

/** Why nothing crosses a link; there may be several reasons at a time. */
export type Interruption = 'cable' | 'radio' | 'power';

export interface WireClient {
  readonly name: string;
  readonly address: string;
  readonly link: LinkScenario;
  readonly version: ProtocolVersion;
  /** Whose TCP it has, where the link carries TCP. Default `esp32`. */
  readonly stack?: 'esp32' | 'linux';
}

export class Wire {
  readonly #run: Run;
  readonly #client: WireClient;
  readonly #end: WireEnd;
  readonly #exchanges: Exchanges;
  readonly #transport: Transport;
  /** The connection that the client holds for open, or is opening; `null` between two. */
  #current: Connection | null = null;
  readonly #interruptions = new Set<Interruption>();

  constructor(run: Run, client: WireClient, end: WireEnd) {
    this.#run = run;
    this.#client = client;
    this.#end = end;
    this.#exchanges = new Exchanges((topicName) => run.deviceOfTopic(topicName));
    this.#transport = transportOf(run, client);
  }

  /** The client holds its connection for open. */
  get isOpen(): boolean {
    return this.#current !== null;
  }

  open(): void {
    assert(this.#current === null, 'one connection at a time');
    const reader = createPacketReader(this.#client.version, LARGEST_PACKET_BYTES);
    const connection = this.#transport.connect({
      onOpen: () => {
        if (this.#current === connection) this.#end.onOpen();
      },
      onLost: () => {
        if (this.#current !== connection) return;
        this.#current = null;
        this.#end.onLost();
      },
      onBrokerData: (chunk) => {
        for (const { bytes, result } of reader.push(chunk)) {
          const read = asClientsRead(bytes, result, this.#client.version);
          assert(read.ok, 'the broker sends well-formed packets');
          // A copy of its own: the chunk may hold many packets, and each is kept with its event.
          this.#brokerSends(connection, read.packet, bytes.slice());
        }
      },
    });
    this.#current = connection;
  }

  /** Nothing crosses from now on, in either direction; what is already on its way arrives. Neither side is told. */
  interrupt(reason: Interruption): void {
    this.#interruptions.add(reason);
    this.#transport.pullCable();
  }

  /** Whatever else interrupts it goes on doing so. */
  restore(reason: Interruption): void {
    if (this.#interruptions.delete(reason) && this.#interruptions.size === 0) this.#transport.plugCable();
  }

  /** The client's side of the connection is gone without a word: its program or its power is. It is not told either. */
  abandon(): void {
    const connection = this.#current;
    this.#current = null;
    connection?.abandon();
  }

  /** The connection breaks between the two ends: what is on its way arrives, then each end learns of it. */
  cut(): void {
    this.#current?.cut();
  }

  /** Only while the connection is open. A packet that reaches a connection closed by the broker is of no effect. */
  send(packet: Packet): void {
    this.#clientSends(packet, encode(packet, this.#client.version));
  }

  /** Bytes that need not be a packet. */
  sendBytes(bytes: Uint8Array): void {
    this.#clientSends(null, bytes);
  }

  /** FIN, after all that was sent. With the cable out it does not arrive: the broker's side stays open. */
  close(): void {
    const connection = this.#current;
    this.#current = null;
    connection?.close();
  }

  #clientSends(packet: Packet | null, bytes: Uint8Array): void {
    const connection = this.#current;
    assert(connection !== null, 'sends on an open connection');
    this.#transmit(connection, 'uplink', packet, bytes, () => connection.giveToBroker(bytes));
  }

  #brokerSends(connection: Connection, packet: Packet, bytes: Uint8Array): void {
    this.#transmit(connection, 'downlink', packet, bytes, () => {
      if (this.#current === connection) this.#end.onPacket(packet);
    });
  }

  #transmit(connection: Connection, direction: Direction, packet: Packet | null, bytes: Uint8Array, arrive: () => void): void {
    const run = this.#run;
    const at = run.now;
    const { name } = this.#client;
    const exchange = packet === null ? null : this.#exchanges.of(packet, direction);
    const number = run.nextPacketNumber();
    const event = ({ endsAt, lost }: Passage): PacketSent => ({
      kind: 'packetSent',
      at,
      packet: number,
      client: name,
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
    // What is still under way when the run ends never arrives.
    const told = run.reserve(() => event({ endsAt: run.now, lost: true }));
    connection.send(direction, {
      bytes: bytes.length,
      spared: packet !== null && !EXPOSED.has(packet.type),
      onDecided: (passage) => told(event(passage)),
      onEnd: (lost) => {
        run.tell({ kind: lost ? 'packetLost' : 'packetArrived', at: run.now, packet: number, client: name });
        if (!lost) arrive();
      },
    });
  }
}

function transportOf(run: Run, { name, address, link, stack = 'esp32' }: WireClient): Transport {
  const lanes = {
    uplink: new Lane(link, run.random(`link/${name}/uplink`)),
    downlink: new Lane(link, run.random(`link/${name}/downlink`)),
  };
  if (link.transport !== 'tcp') return new VanishingPackets(run, lanes, address);
  return new TcpTransport(run, lanes, { name, address, stacks: { uplink: stack === 'linux' ? LINUX : LWIP_ON_ESP32, downlink: LINUX } });
}
