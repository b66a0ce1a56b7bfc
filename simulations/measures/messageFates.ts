// What became of each message of one device: how many copies arrived, and whether any can still come.
import type { Microseconds } from '../engine/time.ts';

interface Fate {
  copies: number;
  /** Packets of this message's exchange that are on a link now. */
  underWay: number;
  /** The device expects nothing more. */
  closed: boolean;
}

export class MessageFates {
  readonly #fates: Fate[] = [];
  sent = 0;
  delivered = 0;
  duplicates = 0;
  lost = 0;
  /** Messages closed and with nothing under way. */
  settled = 0;
  lastSettledAt: Microseconds | null = null;

  published(message: number): void {
    this.#of(message);
    this.sent++;
  }

  closed(message: number, at: Microseconds): void {
    this.#change(message, at, (fate) => {
      fate.closed = true;
    });
  }

  packetSent(message: number, at: Microseconds): void {
    this.#change(message, at, (fate) => {
      fate.underWay++;
    });
  }

  packetEnded(message: number, at: Microseconds): void {
    this.#change(message, at, (fate) => {
      fate.underWay--;
    });
  }

  copyDelivered(message: number, at: Microseconds): void {
    this.#change(message, at, (fate) => {
      fate.copies++;
      if (fate.copies === 1) this.delivered++;
      else this.duplicates++;
    });
  }

  clone(): MessageFates {
    const copy = new MessageFates();
    for (const fate of this.#fates) copy.#fates.push({ ...fate });
    copy.sent = this.sent;
    copy.delivered = this.delivered;
    copy.duplicates = this.duplicates;
    copy.lost = this.lost;
    copy.settled = this.settled;
    copy.lastSettledAt = this.lastSettledAt;
    return copy;
  }

  #change(message: number, at: Microseconds, apply: (fate: Fate) => void): void {
    const fate = this.#of(message);
    const before = isSettled(fate);
    const lostBefore = before && fate.copies === 0;
    apply(fate);
    const after = isSettled(fate);
    this.settled += Number(after) - Number(before);
    this.lost += Number(after && fate.copies === 0) - Number(lostBefore);
    if (after) this.lastSettledAt = at;
  }

  #of(message: number): Fate {
    let fate = this.#fates[message - 1];
    while (fate === undefined) {
      this.#fates.push({ copies: 0, underWay: 0, closed: false });
      fate = this.#fates[message - 1];
    }
    return fate;
  }
}

function isSettled(fate: Fate): boolean {
  return fate.closed && fate.underWay === 0;
}
