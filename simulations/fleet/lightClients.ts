// The fleet's ends of its connections. One device talks to the broker at a time, and the broker's answer is there when the call returns: so one taker, and one handler of each kind, serve all.
import type { BrokerConnection, RunBroker } from '../broker/runBroker.ts';
import { assert } from '../engine/assert.ts';
import { PacketTaker } from './packetTaker.ts';

/** The fleet's site as the broker sees it, all devices behind one address. [RFC 5737] */
const ADDRESS = '198.51.100.7';

export class LightClients {
  /** What came in answer to the last call. */
  readonly taker = new PacketTaker();
  /** The broker closed the connection during the last call. */
  closed = false;
  readonly #broker: RunBroker;
  readonly #connections: (BrokerConnection | null)[];
  readonly #onData = (bytes: Uint8Array): void => {
    // The host takes any number of bytes, so the broker never cuts a packet.
    assert(this.taker.take(bytes) === bytes.length, 'the broker sends whole packets');
  };
  readonly #onClose = (): void => {
    this.closed = true;
  };

  constructor(broker: RunBroker, count: number) {
    this.#broker = broker;
    this.#connections = new Array<BrokerConnection | null>(count).fill(null);
  }

  /** Opens a connection and sends CONNECT. @returns whether CONNACK let the client in; if not, the connection is closed */
  connect(client: number, connect: Uint8Array): boolean {
    this.#begin();
    const connection = this.#broker.connect(ADDRESS);
    this.#connections[client] = connection;
    if (connection === null) return false;
    connection.onData = this.#onData;
    connection.onClose = this.#onClose;
    if (!this.closed) connection.send(connect);
    if (!this.closed && this.taker.connackCode === 0) return true;
    this.close(client);
    return false;
  }

  /** @returns whether the connection still stands */
  say(client: number, bytes: Uint8Array): boolean {
    this.#begin();
    this.#connections[client]?.send(bytes);
    return !this.closed;
  }

  /** The client's end closes its connection. */
  close(client: number): void {
    this.#connections[client]?.close();
    this.#connections[client] = null;
  }

  /** All connections are gone with the broker. */
  forget(): void {
    this.#connections.fill(null);
  }

  #begin(): void {
    this.taker.reset();
    this.closed = false;
  }
}
