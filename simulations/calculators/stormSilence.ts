// Devices that get no answer to their SYN and send it again every 1.5 s, up to J times in all, until their patience is over (lwIP on an ESP32).
//   left(t) = first(t − (J − 1) · d) · Π missed(t − j · d), j = 0 … J − 2
// first: whose first SYN found no place; missed: the share of a step's SYNs that found none; d: 1.5 s in steps. The product is a difference of two sums of logarithms, kept along each phase.
import { SYN_RESENT_EVERY_MS } from '../network/tcp/lwipTimer.ts';

export function synsOf(patienceMs: number): number {
  return Math.max(1, Math.ceil(patienceMs / SYN_RESENT_EVERY_MS));
}

export class SilentServer {
  readonly syns: number;
  readonly #every: number;
  readonly #again: Float64Array[];
  readonly #firsts: Float64Array[];
  readonly #missed: Float64Array;
  #now = 0;

  constructor(kinds: number, { patienceMs, stepMs }: { readonly patienceMs: number; readonly stepMs: number }) {
    this.syns = synsOf(patienceMs);
    this.#every = Math.max(1, Math.round(SYN_RESENT_EVERY_MS / stepMs));
    const reach = this.syns * this.#every;
    this.#again = Array.from({ length: kinds }, () => new Float64Array(this.#every));
    this.#firsts = Array.from({ length: kinds }, () => new Float64Array(reach));
    this.#missed = new Float64Array(reach);
  }

  /** SYNs that are sent again in this step, by kind. @returns how many in all */
  due(again: Float64Array): number {
    let all = 0;
    const place = this.#now % this.#every;
    for (let kind = 0; kind < again.length; kind++) {
      again[kind] = this.#again[kind]?.[place] ?? 0;
      all += again[kind] ?? 0;
    }
    return all;
  }

  /** After each step. `first`, `again`: that came in it, by kind; `missedShare`: of all of them. Into `left` those for whom it was the last time. */
  settle(
    first: Float64Array,
    again: Float64Array,
    { missedShare, left }: { readonly missedShare: number; readonly left: Float64Array },
  ): void {
    const reach = this.#missed.length;
    const place = this.#now % reach;
    const before = this.#missed[(this.#now + reach - (this.#every % reach)) % reach] ?? 0;
    const sum = (this.syns === 1 ? 0 : before) + Math.log(Math.max(missedShare, 1e-300));
    const firstAt = (this.#now + reach - (this.syns - 1) * this.#every) % reach;
    const survived = this.syns === 1 ? 1 : Math.exp(sum - (this.#missed[firstAt] ?? 0));
    this.#missed[place] = sum;
    for (let kind = 0; kind < left.length; kind++) {
      const firsts = this.#firsts[kind] as Float64Array;
      const fresh = (first[kind] ?? 0) * missedShare;
      firsts[place] = fresh;
      const waiting = fresh + (again[kind] ?? 0) * missedShare;
      const leaves = Math.min(waiting, (firsts[firstAt] ?? 0) * survived);
      left[kind] = leaves;
      (this.#again[kind] as Float64Array)[this.#now % this.#every] = waiting - leaves;
    }
    this.#now++;
  }
}
