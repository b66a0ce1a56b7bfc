// One connection's state on the host's side: what waits for a reader that is not reading, and who has closed.

import type { Connection } from './api.js';

/** What a connection needs of its broker. */
export interface Wire {
  receive(socket: number, bytes: Uint8Array): void;
  finish(socket: number): void;
  vanish(socket: number): void;
  /** How many bytes the broker may write from now on; `null`: any number, and what it holds back comes at once. */
  allow(socket: number, bytes: number | null): void;
}

export class BrokerConnection implements Connection {
  readonly port: number;
  readonly address: string;
  readonly #wire: Wire;
  readonly #socket: number;
  readonly #limitBytes: number;
  readonly #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #paused = false;
  #delivering = false;
  #open = true;
  /** The broker has closed; what waits may still be read. */
  #ended = false;
  #closeTold = false;
  #onData: Connection['onData'] = null;
  #onClose: Connection['onClose'] = null;

  constructor(wire: Wire, socket: number, place: { readonly port: number; readonly address: string }, limitBytes: number) {
    this.#wire = wire;
    this.#socket = socket;
    this.port = place.port;
    this.address = place.address;
    this.#limitBytes = limitBytes;
  }

  get open(): boolean {
    return this.#open && !this.#ended;
  }

  get onData(): Connection['onData'] {
    return this.#onData;
  }

  set onData(handler) {
    const before = this.#reading;
    this.#onData = handler;
    this.#readingChanged(before);
  }

  get onClose(): Connection['onClose'] {
    return this.#onClose;
  }

  set onClose(handler) {
    this.#onClose = handler;
    this.#tellClose();
  }

  get #reading(): boolean {
    return this.#onData !== null && !this.#paused;
  }

  send(bytes: Uint8Array): void {
    if (this.open) this.#wire.receive(this.#socket, bytes);
  }

  pause(): void {
    const before = this.#reading;
    this.#paused = true;
    this.#readingChanged(before);
  }

  resume(): void {
    const before = this.#reading;
    this.#paused = false;
    this.#readingChanged(before);
  }

  close(): void {
    const { open } = this;
    this.#drop();
    if (open) this.#wire.finish(this.#socket);
  }

  abort(): void {
    const { open } = this;
    this.#drop();
    if (open) this.#wire.vanish(this.#socket);
  }

  /** Given by the broker: bytes. */
  deliver(bytes: Uint8Array): void {
    if (!this.#open) return;
    if (this.#reading && this.#waiting.length === 0) {
      this.#onData?.(bytes);
    } else {
      this.#waiting.push(bytes);
      this.#waitingBytes += bytes.length;
    }
  }

  /** Given by the broker: its end. */
  end(): void {
    this.#ended = true;
    this.#tellClose();
  }

  #drop(): void {
    this.#open = false;
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }

  #readingChanged(before: boolean): void {
    if (this.#reading && !this.#delivering) this.#deliverWaiting();
    if (this.#reading !== before && this.open)
      this.#wire.allow(this.#socket, this.#reading ? null : Math.max(0, this.#limitBytes - this.#waitingBytes));
    this.#tellClose();
  }

  /** Gives what has waited, in order, as long as the reader keeps reading; a handler may pause or close meanwhile. */
  #deliverWaiting(): void {
    this.#delivering = true;
    try {
      while (this.#reading && this.#waiting.length > 0) {
        const bytes = this.#waiting.shift() as Uint8Array;
        this.#waitingBytes -= bytes.length;
        this.#onData?.(bytes);
      }
    } finally {
      this.#delivering = false;
    }
  }

  #tellClose(): void {
    if (!this.#ended || !this.#open || this.#closeTold || this.#waiting.length > 0 || this.#onClose === null) return;
    this.#closeTold = true;
    this.#open = false;
    this.#onClose();
  }
}
