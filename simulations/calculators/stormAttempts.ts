// Attempts to come in a storm, by kind: for each kind a ring of time steps, in which an even spread is a change of level here and one back there, so that it costs the same however long it is.
// A wait that is always the same stays in one step; the ends of a spread are shared between two. Left out: amounts below a 10⁻¹³ of the fleet, which are not followed any further.
import type { WaitPiece } from './stormWaits.ts';

const TINY = 1e-13;
/** A spread shorter than this is taken for one instant. Steps. */
const SHORTEST_SPREAD = 0.01;

interface Ring {
  readonly points: Float64Array;
  readonly changes: Float64Array;
  /** Of the present step. */
  place: number;
  level: number;
  /** All that is in it. */
  mass: number;
  /** Steps from now on beyond which there is nothing. */
  left: number;
}

export class AttemptsToCome {
  readonly #rings: (Ring | null)[];
  readonly #lengths: readonly number[];
  readonly #stepMs: number;
  readonly #tiny: number;

  /** `longestMs`: for each kind, how far ahead an attempt may lie. */
  constructor(longestMs: readonly number[], { stepMs, devices }: { readonly stepMs: number; readonly devices: number }) {
    this.#lengths = longestMs.map((longest) => ringSteps(longest, stepMs));
    this.#rings = this.#lengths.map(() => null);
    this.#stepMs = stepMs;
    this.#tiny = devices * TINY;
  }

  /** `piece`: from now on. Sooner than in the next step nothing happens. */
  add(kind: number, amount: number, { fromMs, toMs, share }: WaitPiece): void {
    const part = amount * share;
    let ring = this.#rings[kind];
    if (part === 0 || (part < this.#tiny && (ring?.mass ?? 0) < this.#tiny)) return;
    if (ring === null || ring === undefined) {
      const length = this.#lengths[kind] ?? 0;
      ring = { points: new Float64Array(length), changes: new Float64Array(length), place: 0, level: 0, mass: 0, left: 0 };
      this.#rings[kind] = ring;
    }
    ring.mass += part;
    const spread = (toMs - fromMs) / this.#stepMs;
    // A step stands for what happens up to half a step around it.
    const from = Math.max(1, fromMs / this.#stepMs + 0.5);
    ring.left = Math.max(ring.left, Math.floor(from + spread) + 1);
    if (spread < SHORTEST_SPREAD) {
      change(ring.points, ring.place + Math.floor(from), part);
    } else {
      edge(ring.changes, ring.place + from, part / spread);
      edge(ring.changes, ring.place + from + spread, -part / spread);
    }
  }

  /** Goes on to the next step and puts its attempts into `due`. */
  next(due: Float64Array): void {
    for (let kind = 0; kind < due.length; kind++) {
      const ring = this.#rings[kind];
      due[kind] = ring === null || ring === undefined || ring.mass === 0 ? 0 : this.#take(ring);
    }
  }

  #take(ring: Ring): number {
    const { points, changes } = ring;
    const place = ring.place + 1 === points.length ? 0 : ring.place + 1;
    const level = ring.level + (changes[place] ?? 0);
    // Rounding must not leave a trickle behind.
    ring.level = level < this.#tiny * 1e-2 ? 0 : level;
    const taken = Math.min(ring.mass, ring.level + (points[place] ?? 0));
    points[place] = 0;
    changes[place] = 0;
    ring.place = place;
    ring.left--;
    ring.mass -= taken;
    if (ring.left <= 0) {
      ring.mass = 0;
      ring.level = 0;
    }
    return taken;
  }
}

function edge(ring: Float64Array, at: number, amount: number): void {
  const step = Math.floor(at);
  const late = (at - step) * amount;
  change(ring, step, amount - late);
  change(ring, step + 1, late);
}

function change(ring: Float64Array, at: number, amount: number): void {
  const place = at < ring.length ? at : at - ring.length;
  ring[place] = (ring[place] ?? 0) + amount;
}

/** Steps in a ring that reaches so far ahead. */
export function ringSteps(longestMs: number, stepMs: number): number {
  return Math.ceil(longestMs / stepMs) + 4;
}
