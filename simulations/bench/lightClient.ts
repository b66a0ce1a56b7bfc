// The fastest client that is still honest: real packets in batches, every one that comes is looked at and answered. The same code drives each broker of the comparison, and a fleet's devices.
import { PacketTaker } from '../fleet/packetTaker.ts';
import { encode } from '../mqtt/encode.ts';
import type { QoS } from '../mqtt/packet.ts';

/** A byte stream to a broker. */
export interface Pipe {
  write(bytes: Uint8Array): void;
  onData: ((bytes: Uint8Array) => void) | null;
  close(): void;
}

export interface LightClientOptions {
  readonly clientId: string;
  readonly cleanStart?: boolean;
}

export class LightClient {
  readonly #pipe: Pipe;
  readonly #taker = new PacketTaker();
  #rest = new Uint8Array(0);
  #waiting: { readonly isThere: () => boolean; readonly resolve: () => void } | null = null;
  onProgress: (() => void) | null = null;

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
    pipe.onData = (bytes) => this.#take(bytes);
  }

  get received(): number {
    return this.#taker.publishes;
  }

  /** Publishes of this client that the broker has finished with (QoS 1, 2). */
  get acknowledged(): number {
    return this.#taker.acknowledged;
  }

  async connect({ clientId, cleanStart = true }: LightClientOptions): Promise<void> {
    const accepted = this.#when(() => this.#taker.connackCode !== null);
    this.#pipe.write(encode({ type: 'CONNECT', clientId, cleanStart, keepAliveSeconds: 0 }, '3.1.1'));
    await accepted;
  }

  async subscribe(topicFilter: string, qos: QoS): Promise<void> {
    const granted = this.#when(() => this.#taker.subacks > 0);
    this.#pipe.write(encode({ type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter, qos }] }, '3.1.1'));
    await granted;
  }

  write(bytes: Uint8Array): void {
    this.#pipe.write(bytes);
  }

  close(): void {
    this.#pipe.close();
  }

  #when(isThere: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = { isThere, resolve };
    });
  }

  #take(chunk: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? chunk : joined(this.#rest, chunk);
    const taken = this.#taker.take(bytes);
    // A packet that the network has cut waits for its rest.
    this.#rest = taken === bytes.length ? new Uint8Array(0) : bytes.slice(taken);
    if (this.#taker.hasAnswers) this.#pipe.write(this.#taker.takeAnswers());
    if (this.#waiting?.isThere() === true) {
      this.#waiting.resolve();
      this.#waiting = null;
    }
    this.onProgress?.();
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
