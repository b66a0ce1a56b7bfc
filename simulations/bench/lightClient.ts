// The fastest client that is still honest: real packets in batches, every one that comes is looked at and answered. The same code drives each broker of the comparison.
import { encode } from '../mqtt/encode.ts';
import type { QoS } from '../mqtt/packet.ts';

/** A byte stream to a broker. */
export interface Pipe {
  write(bytes: Uint8Array): void;
  onData: ((bytes: Uint8Array) => void) | null;
  close(): void;
}

const CONNACK = 2;
const PUBLISH = 3;
const PUBACK = 4;
const PUBREC = 5;
const PUBREL = 6;
const PUBCOMP = 7;
const SUBACK = 9;

/** Calls `take` for each whole packet: its first byte and where in `bytes` its variable header starts. */
class Splitter {
  #rest = new Uint8Array(0);

  split(chunk: Uint8Array, take: (first: number, bytes: Uint8Array, header: number) => void): void {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    let start = 0;
    while (start + 2 <= bytes.length) {
      let length = 0;
      let at = start + 1;
      let shift = 0;
      let byte = 0x80;
      while (byte & 0x80 && at < bytes.length) {
        byte = bytes[at++] ?? 0;
        length |= (byte & 0x7f) << shift;
        shift += 7;
      }
      if (byte & 0x80 || at + length > bytes.length) break;
      take(bytes[start] ?? 0, bytes, at);
      start = at + length;
    }
    this.#rest = start === bytes.length ? new Uint8Array(0) : bytes.slice(start);
  }
}

export interface LightClientOptions {
  readonly clientId: string;
  readonly cleanStart?: boolean;
}

export class LightClient {
  readonly #pipe: Pipe;
  readonly #splitter = new Splitter();
  readonly #answers = new Uint8Array(64 * 1_024);
  #answered = 0;
  #waiting: { readonly type: number; readonly resolve: () => void } | null = null;
  received = 0;
  /** Publishes of this client that the broker has finished with (QoS 1, 2). */
  acknowledged = 0;
  onProgress: (() => void) | null = null;

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
    pipe.onData = (bytes) => this.#take(bytes);
  }

  async connect({ clientId, cleanStart = true }: LightClientOptions): Promise<void> {
    const accepted = this.#next(CONNACK);
    this.#pipe.write(encode({ type: 'CONNECT', clientId, cleanStart, keepAliveSeconds: 0 }, '3.1.1'));
    await accepted;
  }

  async subscribe(topicFilter: string, qos: QoS): Promise<void> {
    const granted = this.#next(SUBACK);
    this.#pipe.write(encode({ type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter, qos }] }, '3.1.1'));
    await granted;
  }

  write(bytes: Uint8Array): void {
    this.#pipe.write(bytes);
  }

  close(): void {
    this.#pipe.close();
  }

  #next(type: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = { type, resolve };
    });
  }

  #take(bytes: Uint8Array): void {
    this.#splitter.split(bytes, (first, source, header) => this.#packet(first, source, header));
    if (this.#answered > 0) {
      const answers = this.#answers.slice(0, this.#answered);
      this.#answered = 0;
      this.#pipe.write(answers);
    }
    this.onProgress?.();
  }

  #packet(first: number, bytes: Uint8Array, header: number): void {
    const type = first >> 4;
    switch (type) {
      case PUBLISH: {
        this.received++;
        const qos = (first >> 1) & 3;
        if (qos === 0) return;
        const topic = ((bytes[header] ?? 0) << 8) | (bytes[header + 1] ?? 0);
        this.#answer(qos === 1 ? 0x40 : 0x50, bytes, header + 2 + topic);
        return;
      }
      case PUBREC:
        this.#answer(0x62, bytes, header);
        return;
      case PUBREL:
        this.#answer(0x70, bytes, header);
        return;
      case PUBACK:
      case PUBCOMP:
        this.acknowledged++;
        return;
      default:
        if (this.#waiting?.type !== type) return;
        this.#waiting.resolve();
        this.#waiting = null;
    }
  }

  #answer(first: number, bytes: Uint8Array, packetId: number): void {
    if (this.#answered + 4 > this.#answers.length) {
      this.#pipe.write(this.#answers.slice(0, this.#answered));
      this.#answered = 0;
    }
    this.#answers[this.#answered++] = first;
    this.#answers[this.#answered++] = 2;
    this.#answers[this.#answered++] = bytes[packetId] ?? 0;
    this.#answers[this.#answered++] = bytes[packetId + 1] ?? 0;
  }
}
