// One TCP connection over a client's link: two endpoints, two streams, the broker behind one of them. The broker is told of it when the SYN arrives, as in the other
// model (in Linux after the third segment of the handshake); a broker that is not there, or will not have it, is a reset.
import type { BrokerConnection } from '../../broker/runBroker.ts';
import type { Direction } from '../../events.ts';
import type { Connection, ConnectionEnds, Load } from '../transport.ts';
import { Endpoint, type EndpointEvents } from './endpoint.ts';
import type { Segment } from './segment.ts';
import type { Resend } from './sendingHalf.ts';
import { Stream } from './stream.ts';
import type { TcpTransport } from './tcpTransport.ts';

export class TcpConnection implements Connection {
  readonly #link: TcpTransport;
  readonly #ends: ConnectionEnds;
  readonly #streams: Readonly<Record<Direction, Stream>>;
  /** By the direction in which each sends. */
  readonly #endpoints: Readonly<Record<Direction, Endpoint>>;
  /** The broker's program; `null` before it has accepted and when its connection is closed. */
  #broker: BrokerConnection | null = null;
  #closedByClient = false;
  /** It broke on its way: what is sent from now on vanishes, until both ends know. */
  #cut = false;

  constructor(link: TcpTransport, ends: ConnectionEnds) {
    this.#link = link;
    this.#ends = ends;
    const { run, stacks } = link;
    this.#streams = { uplink: new Stream(run), downlink: new Stream(run) };
    const [client, broker] = [stacks.uplink, stacks.downlink];
    this.#endpoints = {
      uplink: new Endpoint(run, { role: 'client', stack: client, peer: broker }, this.#clientEvents()),
      downlink: new Endpoint(run, { role: 'broker', stack: broker, peer: client }, this.#brokerEvents()),
    };
    this.#endpoints.uplink.open();
  }

  send(direction: Direction, load: Load): void {
    const endpoint = this.#endpoints[direction];
    // Its place on the stream first: what is written may arrive before this returns.
    this.#streams[direction].put(endpoint.end + load.bytes, load);
    endpoint.write(load.bytes);
  }

  giveToBroker(bytes: Uint8Array): void {
    this.#broker?.send(bytes);
  }

  close(): void {
    this.#closedByClient = true;
    this.#endpoints.uplink.close();
    this.#noteDeath('uplink');
  }

  abandon(): void {
    this.#closedByClient = true;
    this.#endpoints.uplink.abort();
    this.#noteDeath('uplink');
  }

  /** Somebody on the way resets it in both directions. */
  cut(): void {
    const { run, lanes, cableOut } = this.#link;
    if (cableOut) return;
    this.#cut = true;
    const reset: Segment = { kind: 'reset', from: 0, to: 0, ack: null };
    run.queue.at(lanes.uplink.signal(run.now), () => this.#endpoints.downlink.receive(reset));
    run.queue.at(lanes.downlink.signal(run.now), () => this.#endpoints.uplink.receive(reset));
  }

  #clientEvents(): EndpointEvents {
    return {
      transmit: (segment, resend) => this.#transmit('uplink', segment, resend),
      onEstablished: () => this.#ends.onOpen(),
      onArrived: (number) => this.#streams.downlink.deliverUpTo(number),
      onFinished: () => {
        if (!this.#closedByClient) this.#ends.onLost();
        this.#endpoints.uplink.close();
      },
      onDead: () => {
        this.#noteDeath('uplink');
        if (!this.#closedByClient) this.#ends.onLost();
      },
    };
  }

  #brokerEvents(): EndpointEvents {
    return {
      transmit: (segment, resend) => this.#transmit('downlink', segment, resend),
      onEstablished: () => this.#accept(),
      onArrived: (number) => this.#streams.uplink.deliverUpTo(number),
      onFinished: () => this.#brokerLoses(),
      onDead: () => {
        this.#noteDeath('downlink');
        this.#brokerLoses();
      },
    };
  }

  #accept(): void {
    const { run, address } = this.#link;
    const endpoint = this.#endpoints.downlink;
    const broker = run.broker.connect(address);
    if (broker === null) {
      endpoint.abort();
      this.#transmit('downlink', { kind: 'reset', from: 0, to: 0, ack: null }, null);
      return;
    }
    this.#broker = broker;
    broker.onData = this.#ends.onBrokerData;
    broker.onClose = () => {
      this.#broker = null;
      endpoint.close();
    };
    endpoint.open();
  }

  /** The broker's TCP says that the client is gone. */
  #brokerLoses(): void {
    const broker = this.#broker;
    this.#broker = null;
    broker?.close();
    this.#endpoints.downlink.close();
  }

  #noteDeath(direction: Direction): void {
    if (this.#endpoints[direction].isDead) this.#streams[direction].senderIsDead();
  }

  #transmit(direction: Direction, segment: Segment, resend: Resend | null): void {
    const stream = this.#streams[direction];
    stream.segmentLeft();
    this.#link.carry(direction, segment, {
      resend,
      vanishes: this.#cut,
      arrive: () => {
        this.#endpoints[direction === 'uplink' ? 'downlink' : 'uplink'].receive(segment);
        stream.segmentArrived();
      },
      vanish: () => stream.segmentArrived(),
    });
  }
}
