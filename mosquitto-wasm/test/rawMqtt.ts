// An MQTT client for the tests that chooses every byte: it sends what it is told and hands out whole packets (mqtt-packet), on any byte stream.
import { connect, type Socket } from 'node:net';
import { generate, type Packet, parser } from 'mqtt-packet';

export class RawClient {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  readonly #packets: Packet[] = [];
  readonly #waiting: { resolve: (packet: Packet) => void; reject: (error: Error) => void }[] = [];
  readonly #protocolVersion: 4 | 5;
  #ended = false;

  private constructor(socket: Socket, protocolVersion: 4 | 5) {
    this.socket = socket;
    this.#protocolVersion = protocolVersion;
    const reading = parser({ protocolVersion });
    reading.on('packet', (packet: Packet) => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#packets.push(packet);
      else next.resolve(packet);
    });
    socket.on('data', (chunk) => reading.parse(chunk as Buffer));
    socket.on('error', () => socket.destroy());
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#ended = true;
        for (const { reject } of this.#waiting) reject(new Error('the connection closed'));
        resolve();
      });
    });
  }

  static open(port: number, protocolVersion: 4 | 5 = 4, host = '127.0.0.1'): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host, noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new RawClient(socket, protocolVersion));
      });
    });
  }

  bytes(packet: Packet): Buffer {
    return generate(packet, { protocolVersion: this.#protocolVersion });
  }

  send(packet: Packet): void {
    this.socket.write(this.bytes(packet));
  }

  /** The next packet from the broker; rejects when the connection closes first. */
  next(): Promise<Packet> {
    const packet = this.#packets.shift();
    if (packet !== undefined) return Promise.resolve(packet);
    if (this.#ended) return Promise.reject(new Error('the connection closed'));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** CONNECT, and its CONNACK. */
  connect(more: Partial<Extract<Packet, { cmd: 'connect' }>> = {}): Promise<Packet> {
    this.send({
      cmd: 'connect',
      clientId: '',
      protocolId: 'MQTT',
      protocolVersion: this.#protocolVersion,
      clean: true,
      keepalive: 60,
      ...more,
    });
    return this.next();
  }

  /** A round trip: everything sent before it has been dealt with. */
  async ping(): Promise<void> {
    this.send({ cmd: 'pingreq' });
    const others: Packet[] = [];
    for (let packet = await this.next(); packet.cmd !== 'pingresp'; packet = await this.next()) others.push(packet);
    this.#packets.unshift(...others);
  }

  end(): Promise<void> {
    this.socket.end();
    return this.closed;
  }
}
