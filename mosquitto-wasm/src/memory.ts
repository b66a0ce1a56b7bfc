// The only file that touches the instance's linear memory: its views are lost whenever it grows, and are looked up anew here.

/** What the port exports (port/*.c). Addresses and lengths are bytes in linear memory; `now` is milliseconds since the epoch. */
export interface PortExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  limit_memory(pages: number): void;
  input(): number;
  start(texts: number, length: number, count: number): number;
  configured(): number;
  listeners(): void;
  connect(listener: number, address: number, remotePort: number, now: number): number;
  receive(socket: number, bytes: number, length: number, now: number): void;
  writable(socket: number, now: number): void;
  set_room(socket: number, bytes: number): void;
  vanish(socket: number): void;
  release(socket: number): void;
  tick(now: number): void;
  save(now: number): void;
  reload(now: number): void;
  stop(now: number): void;
  sessions(): void;
  metrics(): number;
  events(): number;
  events_length(): number;
  events_cut(length: number): void;
}

/** Kinds of event, as in port/port.h. */
export const EVENT = { data: 0, closed: 1, log: 2, session: 3, subscription: 4, listener: 5 } as const;

/** The room for one call's bytes, as in port/turn.c. */
export const INPUT_BYTES = 65_536;

/** Room for any number of bytes. */
export const UNLIMITED_ROOM = 0xffff_ffff;

const HEADER_BYTES = 12;
const METRICS = 14;
/** An array of its own costs the engine far more than its bytes, so packets are cut from a larger one. */
const POOL_BYTES = 16_384;
const LARGEST_SHARED = 2048;
/** Up to here a loop is quicker than a view to copy from. */
const SHORT = 32;

export class Memory {
  readonly #call: PortExports;
  readonly #input: number;
  /** A byte order mark at the start of a text is part of it. [v3.1.1 MQTT-1.5.3-3] */
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #encoder = new TextEncoder();
  #bytes: Uint8Array;
  #words: Uint32Array;

  // The event last read. Fields rather than an object a time: this is read for every packet.
  kind = 0;
  detail = 0;
  number = 0;
  length = 0;
  #at = 0;
  #pool = new Uint8Array(0);
  #poolUsed = POOL_BYTES;

  constructor(call: PortExports) {
    this.#call = call;
    this.#input = call.input();
    this.#bytes = new Uint8Array(call.memory.buffer);
    this.#words = new Uint32Array(call.memory.buffer);
  }

  get sizeBytes(): number {
    return this.#call.memory.buffer.byteLength;
  }

  #view(): Uint8Array {
    // A view of memory that has grown since is empty; asking the memory for its buffer each time would cost more.
    if (this.#bytes.length === 0) {
      this.#bytes = new Uint8Array(this.#call.memory.buffer);
      this.#words = new Uint32Array(this.#call.memory.buffer);
    }
    return this.#bytes;
  }

  /** Copies at most {@link INPUT_BYTES} in. @returns where they are until the next call */
  put(bytes: Uint8Array): number {
    this.#view().set(bytes, this.#input);
    return this.#input;
  }

  /** Copies texts in, each followed by a zero. @throws RangeError when they are too long */
  putTexts(texts: readonly string[]): { readonly address: number; readonly length: number } {
    const bytes = this.#encoder.encode(`${texts.join('\0')}\0`);
    if (bytes.length > INPUT_BYTES) throw new RangeError('The text is too long.');
    return { address: this.put(bytes), length: bytes.length };
  }

  /** A copy of the bytes from an address up to the next zero. */
  untilZero(address: number): Uint8Array {
    const bytes = this.#view();
    return bytes.slice(address, bytes.indexOf(0, address));
  }

  /** The zero-terminated text at an address. */
  text(address: number): string {
    return this.#decoder.decode(this.untilZero(address));
  }

  /**
   * Reads the event at an offset into the list of events; its bytes are then to be had by the next methods.
   * @returns the offset of the next one
   */
  readEvent(offset: number): number {
    this.#view();
    const at = this.#call.events() + offset;
    const words = this.#words;
    const head = words[at >>> 2] ?? 0;
    this.kind = head & 0xff;
    this.detail = head >>> 8;
    this.number = words[(at >>> 2) + 1] ?? 0;
    this.length = words[(at >>> 2) + 2] ?? 0;
    this.#at = at + HEADER_BYTES;
    return offset + HEADER_BYTES + ((this.length + 3) & ~3);
  }

  /** A copy of the event's bytes. Short ones share a larger buffer, in which no byte is ever used again. */
  eventBytes(): Uint8Array {
    const { length } = this;
    const end = this.#at + length;
    if (length > LARGEST_SHARED) return this.#bytes.slice(this.#at, end);
    if (this.#poolUsed + length > POOL_BYTES) {
      this.#pool = new Uint8Array(POOL_BYTES);
      this.#poolUsed = 0;
    }
    const copy = this.#pool.subarray(this.#poolUsed, this.#poolUsed + length);
    if (length > SHORT) copy.set(this.#bytes.subarray(this.#at, end));
    else for (let index = 0; index < length; index += 1) copy[index] = this.#bytes[this.#at + index] ?? 0;
    this.#poolUsed += length;
    return copy;
  }

  eventText(from = 0, to = this.length): string {
    return this.#decoder.decode(this.#bytes.subarray(this.#at + from, this.#at + to));
  }

  /** A little-endian 32-bit word of the event. */
  eventWord(index: number): number {
    return this.#words[(this.#at >>> 2) + index] ?? 0;
  }

  /** Numbers at the event's start. Valid until the next call. */
  eventNumbers(count: number, into: Float64Array<ArrayBuffer>): void {
    new Uint8Array(into.buffer).set(this.#bytes.subarray(this.#at, this.#at + count * 8));
  }

  /** The port's counters, in its order. */
  metrics(): Float64Array {
    const address = this.#call.metrics();
    this.#view();
    return new Float64Array(this.#bytes.slice(address, address + METRICS * 8).buffer);
  }
}
