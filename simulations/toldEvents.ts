// The events of a run on their way to its listener, in the order in which things happened. An event whose fields are not all known yet holds its place, and what was
// told after it waits: so a packet on TCP is told at its sending with its true arrival, and listeners never see time run backwards.
import type { RunEvent } from './events.ts';

class Place {
  event: RunEvent | null = null;
  readonly atEnd: () => RunEvent;

  constructor(atEnd: () => RunEvent) {
    this.atEnd = atEnd;
  }
}

const NONE: readonly RunEvent[] = [];

export class ToldEvents {
  #told: (RunEvent | Place)[] = [];

  /** Events told and not taken yet, places included. */
  get waiting(): number {
    return this.#told.length;
  }

  tell(event: RunEvent): void {
    this.#told.push(event);
  }

  /**
   * Keeps the place of an event that happens now; the answer fills it.
   * @param atEnd what is told instead when the run ends before
   */
  reserve(atEnd: () => RunEvent): (event: RunEvent) => void {
    const place = new Place(atEnd);
    this.#told.push(place);
    return (event) => {
      place.event = event;
    };
  }

  /** The events since the last call, in order, up to the first place that is not filled. */
  take(): readonly RunEvent[] {
    if (this.#told.length === 0) return NONE;
    const ready: RunEvent[] = [];
    for (const entry of this.#told) {
      const event = entry instanceof Place ? entry.event : entry;
      if (event === null) break;
      ready.push(event);
    }
    if (ready.length === this.#told.length) this.#told = [];
    else if (ready.length > 0) this.#told.splice(0, ready.length);
    return ready;
  }

  /** All that are left: the run is over. */
  takeAll(): RunEvent[] {
    const rest = this.#told.map((entry) => (entry instanceof Place ? (entry.event ?? entry.atEnd()) : entry));
    this.#told = [];
    return rest;
  }
}
