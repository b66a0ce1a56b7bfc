// What has arrived of a stream: everything up to one number, and islands behind gaps that wait for it (both stacks keep them). [RFC 9293 §3.10.7.4]

interface Island {
  readonly from: number;
  readonly to: number;
}

export class ReceivingHalf {
  #next = 0;
  #islands: Island[] = [];

  /** Everything before this number has arrived. */
  get next(): number {
    return this.#next;
  }

  /** Takes a part of the stream. `advanced`: there is more of it in order now; `duplicate`: nothing new; `gap`: something before it is missing. */
  take({ from, to }: Island): 'advanced' | 'duplicate' | 'gap' {
    if (to <= this.#next) return 'duplicate';
    if (from > this.#next) {
      this.#islands.push({ from, to });
      this.#islands.sort((one, other) => one.from - other.from);
      return 'gap';
    }
    this.#next = to;
    for (;;) {
      const first = this.#islands[0];
      if (first === undefined || first.from > this.#next) return 'advanced';
      this.#next = Math.max(this.#next, first.to);
      this.#islands.shift();
    }
  }
}
