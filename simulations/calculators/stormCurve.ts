// When a fleet is back after a storm, without a device of its own in it: what is expected of each small step of time, so that a million devices cost no more than a thousand (a mean-field recursion).
//   a = Σₖ aₖ   in = min(a, 1 + B − q)   failed = (a − in) · aₖ/a → spread over the time to come as the wait after failure k is   q → q + in − C·h   back = Σ served
// aₖ: attempts expected in this step of devices that have failed k times; q: connections that the server has taken and not served; B: its backlog; C: connections per second; h: the step. Where waits
// are spread, C·h more find a place within the step. Nothing can be faster than N / C. Against the broker's runs: half and 95 % within 10 %, everybody, which is one device's luck, within 30 %.
// Left out: jitter on the way, messages (they share the processor), places that patience empties: the backlog counts only as far as a device waits.
import type { BackoffRule } from '../devices/behaviours/backoff.ts';
import type { ServerModel } from '../fleet/fleetScenario.ts';
import { lastDistinctFailure, type WaitPiece, waitPieces } from './stormWaits.ts';

export interface StormCurveSetting extends Pick<ServerModel, 'connectionsPerSecond' | 'backlog' | 'whenFull'> {
  /** 1 to 10,000,000. */
  readonly devices: number;
  readonly backoff: BackoffRule;
  /** `null`: a device never gives up. */
  readonly mostAttempts: number | null;
  readonly patienceMs: number;
  readonly downMs: number;
  readonly noticeSpreadMs: number;
  /** There and back. Milliseconds. */
  readonly roundTripMs: number;
}

export interface StormCurvePoint {
  readonly devices: number;
  /** Until so many are back; `null`: not within a day, or never. Milliseconds. */
  readonly halfBackMs: number | null;
  readonly mostBackMs: number | null;
  readonly allBackMs: number | null;
  /** Of all devices together. */
  readonly attempts: number;
  readonly gaveUp: number;
  /** That no strategy can beat. Milliseconds. */
  readonly lowestMs: number;
  /** It was not over after a day, or after as many steps as are made. */
  readonly isCut: boolean;
}

const LONGEST_MS = 86_400_000;
const MOST_STEPS = 3_000_000;
const STEPS_IN_BASE = 20;
const SHORTEST_STEP_MS = 2;
const LONGEST_STEP_MS = 250;
/** Attempts that are told apart where devices give up after so many. */
const MOST_KINDS = 64;
/** Waits of decorrelated jitter are told apart on a logarithmic scale with so many steps. */
const WAIT_STEPS = 32;
/** How long a device waits for an answer to its SYN. Milliseconds. */
const SYN_AGAIN_MS = 1_500;

/** Attempts to come, by kind: a ring of steps, in which an even spread is a step up here and a step down there. */
class ToCome {
  readonly #length: number;
  readonly #points: Float64Array[];
  readonly #changes: Float64Array[];
  readonly #level: Float64Array;
  readonly #stepMs: number;
  #now = 0;

  constructor(kinds: number, longestMs: number, stepMs: number) {
    this.#length = Math.ceil(longestMs / stepMs) + 4;
    this.#points = Array.from({ length: kinds }, () => new Float64Array(this.#length));
    this.#changes = Array.from({ length: kinds }, () => new Float64Array(this.#length));
    this.#level = new Float64Array(kinds);
    this.#stepMs = stepMs;
  }

  add(kind: number, amount: number, { fromMs, toMs, share }: WaitPiece): void {
    const first = Math.max(1, Math.round(fromMs / this.#stepMs));
    const steps = Math.round((toMs - fromMs) / this.#stepMs);
    const points = this.#points[kind];
    const changes = this.#changes[kind];
    if (points === undefined || changes === undefined) return;
    if (steps < 1) {
      this.#change(points, first, amount * share);
    } else {
      const each = (amount * share) / steps;
      this.#change(changes, first, each);
      this.#change(changes, first + steps, -each);
    }
  }

  #change(ring: Float64Array, ahead: number, amount: number): void {
    const place = (this.#now + ahead) % this.#length;
    ring[place] = (ring[place] ?? 0) + amount;
  }

  /** Puts the attempts of the present step into `due`, and goes on to the next. */
  take(due: Float64Array): void {
    const place = this.#now % this.#length;
    for (let kind = 0; kind < due.length; kind++) {
      const points = this.#points[kind] as Float64Array;
      const changes = this.#changes[kind] as Float64Array;
      const level = (this.#level[kind] ?? 0) + (changes[place] ?? 0);
      // Rounding must not leave a trickle behind.
      this.#level[kind] = level < 1e-12 ? 0 : level;
      due[kind] = (this.#level[kind] ?? 0) + (points[place] ?? 0);
      points[place] = 0;
      changes[place] = 0;
    }
  }

  next(): void {
    this.#now++;
  }
}

/** 1,000 devices at 50 a second, 50 let in at an instant, exponential from 1 s to 120 s without jitter: twenty waves, the last at 1,567 s. */
export function stormCurve(setting: StormCurveSetting): StormCurvePoint {
  const { devices, connectionsPerSecond, backoff, downMs, noticeSpreadMs, roundTripMs } = setting;
  const stepMs = Math.min(LONGEST_STEP_MS, Math.max(SHORTEST_STEP_MS, (backoff.kind === 'none' ? 10 : backoff.baseMs) / STEPS_IN_BASE));
  const kinds = kindsOf(setting);
  const toCome = new ToCome(
    kinds.count,
    Math.max(noticeSpreadMs, 1.5 * backoff.capMs, 2 * backoff.baseMs, SYN_AGAIN_MS) + roundTripMs + 2 * stepMs,
    stepMs,
  );
  toCome.add(0, devices, { fromMs: stepMs, toMs: stepMs + noticeSpreadMs, share: 1 });
  toCome.next();
  const due = new Float64Array(kinds.count);
  const failed = new Float64Array(kinds.count);
  const servedInStep = (connectionsPerSecond * stepMs) / 1_000;
  const places = 1 + Math.min(setting.backlog, (connectionsPerSecond * setting.patienceMs) / 1_000);
  const isSpread = !['none', 'fixed', 'exponential'].includes(backoff.kind) || noticeSpreadMs > stepMs;
  const marks: (number | null)[] = [null, null, null];
  const shares = [devices / 2, 0.95 * devices, devices - 0.5];
  let [taken, back, attempts, gaveUp, steps] = [0, 0, 0, 0, 0];
  for (; steps < MOST_STEPS && steps * stepMs < LONGEST_MS; steps++) {
    const atMs = steps * stepMs;
    toCome.take(due);
    let all = 0;
    for (const amount of due) all += amount;
    const isDown = atMs < downMs;
    if (all > 0) {
      const room = isDown ? 0 : Math.max(0, places - taken + (isSpread ? servedInStep : 0));
      const letIn = Math.min(all, room);
      attempts += all;
      taken += letIn;
      if (letIn < all) {
        const share = 1 - letIn / all;
        for (let kind = 0; kind < due.length; kind++) failed[kind] = (due[kind] ?? 0) * share;
        gaveUp += kinds.waitAgain(failed, toCome, isDown);
      }
    }
    toCome.next();
    const served = Math.min(taken, servedInStep);
    taken -= served;
    back += served;
    for (let mark = 0; mark < marks.length; mark++) {
      if (marks[mark] === null && back >= (shares[mark] ?? 0)) marks[mark] = atMs + stepMs + roundTripMs;
    }
    if (back + gaveUp >= devices - 0.5 && taken < 1e-9) break;
  }
  return {
    devices,
    halfBackMs: marks[0] ?? null,
    mostBackMs: marks[1] ?? null,
    allBackMs: marks[2] ?? null,
    attempts,
    gaveUp,
    lowestMs: downMs + (devices / connectionsPerSecond) * 1_000,
    isCut: back + gaveUp < devices - 0.5,
  };
}

interface Kinds {
  readonly count: number;
  /** Lets those who failed wait. @returns how many gave up */
  readonly waitAgain: (failed: Float64Array, toCome: ToCome, isDown: boolean) => number;
}

function kindsOf(setting: StormCurveSetting): Kinds {
  return setting.backoff.kind === 'decorrelated' ? waitsBefore(setting) : failuresBefore(setting);
}

/** Devices told apart by how often they have failed. */
function failuresBefore({ backoff, mostAttempts, roundTripMs, whenFull, patienceMs }: StormCurveSetting): Kinds {
  const most = mostAttempts === null ? null : Math.min(MOST_KINDS, mostAttempts);
  const count = most ?? lastDistinctFailure(backoff) + 1;
  const pieces = Array.from({ length: count + 1 }, (_, failures) =>
    failures === 0 ? [] : later(waitPieces(backoff, failures), roundTripMs),
  );
  const synAgain: WaitPiece = { fromMs: SYN_AGAIN_MS, toMs: SYN_AGAIN_MS, share: 1 };
  const goesOn = whenFull === 'silence' ? Math.max(0, 1 - SYN_AGAIN_MS / patienceMs) : 0;
  return {
    count,
    waitAgain: (failed, toCome, isDown) => {
      let gaveUp = 0;
      for (let kind = 0; kind < count; kind++) {
        const all = failed[kind] ?? 0;
        if (all === 0) continue;
        // Nobody answers: on average a device tries its SYN as often as its patience has room for.
        const again = isDown ? 0 : all * goesOn;
        if (again > 0) toCome.add(kind, again, synAgain);
        if (most !== null && kind + 1 >= most) {
          gaveUp += all - again;
          continue;
        }
        const isReset = backoff.resetByTcp && whenFull === 'close' && !isDown;
        const next = Math.min(count - 1, kind + 1);
        for (const piece of pieces[isReset ? 1 : next] ?? []) toCome.add(next, all - again, piece);
      }
      return gaveUp;
    },
  };
}

function later(pieces: readonly WaitPiece[], byMs: number): readonly WaitPiece[] {
  return pieces.map(({ fromMs, toMs, share }) => ({ fromMs: fromMs + byMs, toMs: toMs + byMs, share }));
}

/** Devices told apart by their last wait, on a logarithmic scale from the base to the cap: kind 0 has not waited yet, the last one waited for the cap. */
function waitsBefore({ backoff: { baseMs, capMs }, roundTripMs }: StormCurveSetting): Kinds {
  const edges = Array.from({ length: WAIT_STEPS + 1 }, (_, step) => baseMs * (capMs / baseMs) ** (step / WAIT_STEPS));
  const edge = (step: number) => edges[step] ?? capMs;
  const count = WAIT_STEPS + 2;
  const previous = (kind: number) => (kind === 0 ? baseMs : kind === count - 1 ? capMs : (edge(kind - 1) + edge(kind)) / 2);
  const highest = Array.from({ length: count }, (_, kind) => Math.max(baseMs, 3 * previous(kind)));
  return {
    count,
    waitAgain: (failed, toCome) => {
      for (let step = 0; step < WAIT_STEPS; step++) {
        let amount = 0;
        for (let kind = 0; kind < count; kind++)
          amount += (failed[kind] ?? 0) * shareWithin(highest[kind] ?? 0, baseMs, edge(step), edge(step + 1));
        if (amount > 0) toCome.add(step + 1, amount, { fromMs: edge(step) + roundTripMs, toMs: edge(step + 1) + roundTripMs, share: 1 });
      }
      let capped = 0;
      for (let kind = 0; kind < count; kind++)
        capped += (failed[kind] ?? 0) * shareWithin(highest[kind] ?? 0, baseMs, capMs, Number.POSITIVE_INFINITY);
      if (capped > 0) toCome.add(count - 1, capped, { fromMs: capMs + roundTripMs, toMs: capMs + roundTripMs, share: 1 });
      return 0;
    },
  };
}

/** Of an even spread from `low` to `high`, what lies between two others. */
function shareWithin(high: number, low: number, from: number, to: number): number {
  if (high <= low) return from <= low && low < to ? 1 : 0;
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
}
