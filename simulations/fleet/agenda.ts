// The agenda of a fleet: a binary heap in typed arrays, ordered by instant, then first in, first out. An entry is a whole number (a device and what happens to it): no object an entry,
// because a storm has a million of them. What is put in cannot be taken back; who finds that it no longer matters skips it.
import { assert } from '../engine/assert.ts';

const FIRST_ROOM = 4_096;

export class Agenda {
  #at = new Float64Array(FIRST_ROOM);
  #sequence = new Float64Array(FIRST_ROOM);
  #what = new Int32Array(FIRST_ROOM);
  #length = 0;
  #next = 0;
  #now = 0;

  /** The instant of the entry taken last. Microseconds. */
  get now(): number {
    return this.#now;
  }

  /** The instant of the next entry; infinite where there is none. */
  get nextAt(): number {
    return this.#length === 0 ? Number.POSITIVE_INFINITY : (this.#at[0] ?? 0);
  }

  /** @param at whole microseconds, not before `now` */
  put(at: number, what: number): void {
    assert(at >= this.#now, `cannot put an entry at ${at}: it is ${this.#now}`);
    if (this.#length === this.#what.length) this.#grow();
    let index = this.#length++;
    const sequence = this.#next++;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      // A newer entry of the same instant stays below an older one.
      if ((this.#at[parent] ?? 0) <= at) break;
      this.#move(parent, index);
      index = parent;
    }
    this.#set(index, at, sequence, what);
  }

  /** Takes the next entry; its instant is `now` from then on. Only where there is one. */
  take(): number {
    const what = this.#what[0] ?? 0;
    this.#now = this.#at[0] ?? 0;
    const last = --this.#length;
    if (last > 0) this.#sink(this.#at[last] ?? 0, this.#sequence[last] ?? 0, this.#what[last] ?? 0);
    return what;
  }

  #sink(at: number, sequence: number, what: number): void {
    const length = this.#length;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#before(child + 1, this.#at[child] ?? 0, this.#sequence[child] ?? 0)) child++;
      if (!this.#before(child, at, sequence)) break;
      this.#move(child, index);
      index = child;
    }
    this.#set(index, at, sequence, what);
  }

  #before(index: number, at: number, sequence: number): boolean {
    const own = this.#at[index] ?? 0;
    return own < at || (own === at && (this.#sequence[index] ?? 0) < sequence);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#at[from] ?? 0, this.#sequence[from] ?? 0, this.#what[from] ?? 0);
  }

  #set(index: number, at: number, sequence: number, what: number): void {
    this.#at[index] = at;
    this.#sequence[index] = sequence;
    this.#what[index] = what;
  }

  #grow(): void {
    const room = 2 * this.#what.length;
    const [at, sequence, what] = [new Float64Array(room), new Float64Array(room), new Int32Array(room)];
    at.set(this.#at);
    sequence.set(this.#sequence);
    what.set(this.#what);
    [this.#at, this.#sequence, this.#what] = [at, sequence, what];
  }
}
