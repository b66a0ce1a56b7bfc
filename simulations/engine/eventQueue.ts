// The run's agenda: a binary heap ordered by instant, then first in, first out. Cancelled entries are skipped when their turn comes.
import { assert } from './assert.ts';
import type { Microseconds } from './time.ts';

export interface Appointment {
  readonly at: Microseconds;
  readonly sequence: number;
  /** Background entries (the broker's ticks) recur for ever and do not keep a run going. */
  readonly background: boolean;
  readonly action: () => void;
  cancelled: boolean;
}

export class EventQueue {
  #heap: Appointment[] = [];
  #sequence = 0;
  #foreground = 0;
  #now = 0;

  /** Entries that keep the run going. */
  get foreground(): number {
    return this.#foreground;
  }

  /** Puts `action` on the agenda. `at` must not lie before the entry taken last. */
  at(at: Microseconds, action: () => void, { background = false } = {}): Appointment {
    assert(at >= this.#now, `cannot schedule for ${at}: it is ${this.#now}`);
    const appointment: Appointment = { at, sequence: this.#sequence++, background, action, cancelled: false };
    if (!background) this.#foreground++;
    this.#heap.push(appointment);
    this.#rise(this.#heap.length - 1);
    return appointment;
  }

  cancel(appointment: Appointment): void {
    if (appointment.cancelled) return;
    appointment.cancelled = true;
    if (!appointment.background) this.#foreground--;
  }

  /** Takes the next entry off the agenda; `undefined` when none is left. A taken entry can no longer be cancelled. */
  take(): Appointment | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined) return undefined;
      const last = this.#heap.pop();
      if (last !== undefined && last !== first) {
        this.#heap[0] = last;
        this.#sink(0);
      }
      if (first.cancelled) continue;
      first.cancelled = true;
      if (!first.background) this.#foreground--;
      this.#now = first.at;
      return first;
    }
  }

  #rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #sink(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const child = this.#earlier(right, left) ? right : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #earlier(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (first === undefined || second === undefined) return false;
    return first.at < second.at || (first.at === second.at && first.sequence < second.sequence);
  }

  #swapIfEarlier(lower: number, upper: number): boolean {
    if (!this.#earlier(lower, upper)) return false;
    const a = this.#heap[lower];
    const b = this.#heap[upper];
    assert(a !== undefined && b !== undefined, 'heap indices are in range');
    this.#heap[lower] = b;
    this.#heap[upper] = a;
    return true;
  }
}
