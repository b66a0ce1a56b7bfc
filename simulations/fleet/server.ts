// What the broker's machine can take: one processor that serves connections and messages in the order in which they come, places for connections that wait for it, and one link out.
// Left out: that Mosquitto takes all that waits off the system's list at once and then works through it; memory of the system's own for each connection; several processors.
import type { ServerModel } from './fleetScenario.ts';

const SECOND = 1_000_000;
/** What Ethernet leaves for TCP's data, and what IPv4 and TCP put before it. Bytes. [RFC 9293] */
const SEGMENT_BYTES = 1_460;
const SEGMENT_HEADER_BYTES = 40;

/** Bytes on the wire, headers of TCP and IP counted. */
export function wireBytes(bytes: number): number {
  return bytes + Math.ceil(bytes / SEGMENT_BYTES) * SEGMENT_HEADER_BYTES;
}

/** Instants and durations in microseconds. */
export class Server {
  readonly #model: ServerModel;
  readonly #connectionTakes: number;
  readonly #messageTakes: number;
  #processorFreeAt = 0;
  #linkFreeAt = 0;
  /** When the connections that wait are served, a ring: the next one at `#first`. */
  readonly #startsAt: Float64Array;
  #first = 0;
  #waiting = 0;

  constructor(model: ServerModel) {
    this.#model = model;
    this.#connectionTakes = SECOND / model.connectionsPerSecond;
    this.#messageTakes = SECOND / model.messagesPerSecond;
    this.#startsAt = new Float64Array(model.backlog + 1);
  }

  /** Connections that wait for their turn. */
  waitingAt(now: number): number {
    while (this.#waiting > 0 && (this.#startsAt[this.#first] ?? 0) <= now) {
      this.#first = (this.#first + 1) % this.#startsAt.length;
      this.#waiting--;
    }
    return this.#waiting;
  }

  /** A connection comes. @returns when it is served; `null`: as many wait as may */
  admit(now: number): number | null {
    const startsAt = Math.max(now, this.#processorFreeAt);
    if (startsAt > now) {
      if (this.waitingAt(now) >= this.#model.backlog) return null;
      this.#startsAt[(this.#first + this.#waiting) % this.#startsAt.length] = startsAt;
      this.#waiting++;
    }
    this.#processorFreeAt = startsAt + this.#connectionTakes;
    return this.#processorFreeAt;
  }

  /** When the processor has time for what comes now. */
  freeFrom(now: number): number {
    return Math.max(now, this.#processorFreeAt);
  }

  /** Messages are handed over. @returns when that is done */
  handOver(now: number, messages: number): number {
    this.#processorFreeAt = this.freeFrom(now) + messages * this.#messageTakes;
    return this.#processorFreeAt;
  }

  /** Bytes leave. @returns when the last of them has left */
  transmit(from: number, bytes: number): number {
    this.#linkFreeAt = Math.max(from, this.#linkFreeAt) + (bytes * 8 * SECOND) / this.#model.linkBitsPerSecond;
    return this.#linkFreeAt;
  }
}
