// One direction of a connection as its user sees it: packets put on a byte stream, each delivered when its last byte has arrived in order (a packet behind a gap waits:
// head-of-line blocking), or lost when the stream can bring no more.
import type { Run } from '../../run.ts';
import type { Load } from '../transport.ts';

export class Stream {
  readonly #run: Run;
  /** On their way, each with the number after its last byte, in order. */
  #loads: { readonly end: number; readonly load: Load }[] = [];
  #segmentsOnTheWay = 0;
  #ended = false;

  constructor(run: Run) {
    this.#run = run;
  }

  /** @param end the number after its last byte */
  put(end: number, load: Load): void {
    this.#loads.push({ end, load });
    this.#loseIfOver();
  }

  segmentLeft(): void {
    this.#segmentsOnTheWay++;
  }

  segmentArrived(): void {
    this.#segmentsOnTheWay--;
    this.#loseIfOver();
  }

  /** Everything before `number` has arrived. */
  deliverUpTo(number: number): void {
    for (;;) {
      const first = this.#loads[0];
      if (first === undefined || first.end > number) return;
      this.#loads.shift();
      this.#end(first.load, false);
    }
  }

  /** The sender sends no more. What is on its way may still arrive. */
  senderIsDead(): void {
    this.#ended = true;
    this.#loseIfOver();
  }

  #loseIfOver(): void {
    if (!this.#ended || this.#segmentsOnTheWay > 0) return;
    for (const { load } of this.#loads.splice(0)) this.#end(load, true);
  }

  #end(load: Load, lost: boolean): void {
    load.onDecided({ endsAt: this.#run.now, lost });
    load.onEnd(lost);
  }
}
