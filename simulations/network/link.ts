// One path between a client and the broker: delay, jitter, loss and rate for each direction. What crosses it, whole MQTT packets or TCP segments, is the transport's.
import { assert } from '../engine/assert.ts';
import type { RandomStream } from '../engine/random.ts';
import { fromMicroseconds, fromMilliseconds, later, type Microseconds } from '../engine/time.ts';
import type { LinkScenario } from '../scenario.ts';
import type { Passage } from './transport.ts';

/** One direction of a link. Packets keep their order, as on a byte stream. */
export class Lane {
  readonly #link: LinkScenario;
  readonly #chance: RandomStream;
  readonly #delay: Microseconds;
  #lineFreeAt = 0;
  #lastArrival = 0;

  constructor(link: LinkScenario, chance: RandomStream) {
    assert(link.lossRatio >= 0 && link.lossRatio < 1, `loss ratio out of range: ${link.lossRatio}`);
    this.#link = link;
    this.#chance = chance;
    this.#delay = fromMilliseconds(link.delayMs);
  }

  /** Sends `bytes` at `now`. `spared` packets are never lost. Draws the same number of chances for every packet. */
  pass(now: Microseconds, bytes: number, { spared }: { spared: boolean }): Passage {
    const lost = this.#chance.chance(this.#link.lossRatio) && !spared;
    const extra = this.#chance.next() * this.#link.jitterMs;
    const sentAt = Math.max(now, this.#lineFreeAt) + this.#sendingTime(bytes);
    this.#lineFreeAt = sentAt;
    // Half-way: a place for the picture, without effect on the run.
    if (lost) return { endsAt: fromMicroseconds(sentAt + Math.floor(this.#delay / 2)), lost };
    const arrival = Math.max(this.#lastArrival, sentAt + this.#delay + fromMilliseconds(extra));
    this.#lastArrival = arrival;
    return { endsAt: fromMicroseconds(arrival), lost };
  }

  /** When something without bytes of MQTT (a SYN, a FIN) that is sent now arrives: after all that was sent before. */
  signal(now: Microseconds): Microseconds {
    const arrival = fromMicroseconds(Math.max(this.#lastArrival, later(now, this.#delay)));
    this.#lastArrival = arrival;
    return arrival;
  }

  #sendingTime(bytes: number): number {
    const rate = this.#link.rateBitsPerSecond;
    return rate === null ? 0 : Math.ceil((bytes * 8 * 1_000_000) / rate);
  }
}
