// A broker on a clock that the test sets, and clients that choose every byte and see every packet. Everything is synchronous.

import { type Broker, type BrokerOptions, type Connection, type ConnectOptions, createBroker, type LogLine } from 'mosquitto-wasm';
import { generate, type IConnackPacket, type IConnectPacket, type IPublishPacket, type Packet, parser } from 'mqtt-packet';

export const START_MS = Date.UTC(2030, 0, 1);

/** A listener that lets anybody in, and a quiet `$SYS`. */
export const OPEN = 'listener 1883\nallow_anonymous true\nsys_interval 0\n';

export interface ClientOptions extends ConnectOptions {
  readonly protocolVersion?: 3 | 4 | 5;
  /** Acknowledge what the broker sends. Default true. */
  readonly acknowledge?: boolean;
}

export class Client {
  readonly connection: Connection;
  readonly packets: Packet[] = [];
  closed = false;
  acknowledge: boolean;
  readonly #version: 3 | 4 | 5;
  #messageId = 0;

  constructor(broker: Broker, { protocolVersion = 4, acknowledge = true, ...options }: ClientOptions = {}) {
    this.#version = protocolVersion;
    this.acknowledge = acknowledge;
    this.connection = broker.connect(options);
    const reading = parser({ protocolVersion });
    reading.on('packet', (packet: Packet) => this.#take(packet));
    this.connection.onData = (bytes) => reading.parse(Buffer.from(bytes));
    this.connection.onClose = () => {
      this.closed = true;
    };
  }

  #take(packet: Packet): void {
    this.packets.push(packet);
    if (!this.acknowledge) return;
    const { messageId = 0 } = packet;
    if (packet.cmd === 'publish' && packet.qos > 0) this.send({ cmd: packet.qos === 1 ? 'puback' : 'pubrec', messageId });
    else if (packet.cmd === 'pubrec') this.send({ cmd: 'pubrel', messageId });
    else if (packet.cmd === 'pubrel') this.send({ cmd: 'pubcomp', messageId });
  }

  send(packet: Packet): void {
    this.connection.send(generate(packet, { protocolVersion: this.#version }));
  }

  bytes(...bytes: number[]): void {
    this.connection.send(Uint8Array.from(bytes));
  }

  /** Sends CONNECT. @returns the broker's CONNACK, `undefined` when it closed without one */
  connect(clientId: string, more: Partial<IConnectPacket> = {}): IConnackPacket | undefined {
    const protocolId = this.#version === 3 ? 'MQIsdp' : 'MQTT';
    this.send({ cmd: 'connect', protocolId, protocolVersion: this.#version, clientId, clean: true, keepalive: 0, ...more } as Packet);
    return this.of('connack').at(-1);
  }

  /** @returns what the broker granted */
  subscribe(topic: string, qos: 0 | 1 | 2 = 0): unknown {
    this.send({ cmd: 'subscribe', messageId: this.nextId(), subscriptions: [{ topic, qos }] } as Packet);
    return this.of('suback').at(-1)?.granted[0];
  }

  publish(topic: string, payload: string, qos: 0 | 1 | 2 = 0, more: Partial<IPublishPacket> = {}): void {
    const id = qos > 0 ? { messageId: this.nextId() } : {};
    this.send({ cmd: 'publish', topic, payload, qos, retain: false, dup: false, ...id, ...more } as Packet);
  }

  nextId(): number {
    this.#messageId = (this.#messageId % 65_535) + 1;
    return this.#messageId;
  }

  of<C extends Packet['cmd']>(cmd: C): Extract<Packet, { cmd: C }>[] {
    return this.packets.filter((packet): packet is Extract<Packet, { cmd: C }> => packet.cmd === cmd);
  }

  /** Payloads received, in order. */
  get payloads(): string[] {
    return this.of('publish').map(({ payload }) => String(payload));
  }
}

export class Bench {
  readonly broker: Broker;
  readonly log: LogLine[];
  readonly #clock: { nowMs: number };

  private constructor(broker: Broker, log: LogLine[], clock: { nowMs: number }) {
    this.broker = broker;
    this.log = log;
    this.#clock = clock;
  }

  static async start(config = OPEN, options: Partial<BrokerOptions> = {}, startMs = START_MS): Promise<Bench> {
    const clock = { nowMs: startMs };
    const log: LogLine[] = [];
    const broker = await createBroker({ config, clock: () => clock.nowMs, onLog: (line) => log.push(line), ...options });
    return new Bench(broker, log, clock);
  }

  get nowMs(): number {
    return this.#clock.nowMs;
  }

  client(options?: ClientOptions): Client {
    return new Client(this.broker, options);
  }

  /** Lets seconds go by, with a tick in each. */
  pass(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) {
      this.#clock.nowMs += 1000;
      this.broker.tick();
    }
  }

  /** Lets time go by without a tick. */
  skip(milliseconds: number): void {
    this.#clock.nowMs += milliseconds;
  }

  get logTexts(): string[] {
    return this.log.map(({ text }) => text);
  }

  session(clientId: string) {
    return this.broker.sessions().find((session) => session.clientId === clientId);
  }
}
