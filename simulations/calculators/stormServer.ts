// The server of a storm as a flow: places for 1 + B connections, of which S a second are served in the order in which they came, with the messages that wait for them.
//   good = min(x, max(0, S · (patience − round trip) − q))   P = (1 − ρ) · ρᵐ / (1 − ρᵐ⁺¹)   m = 2 · (1 + B) − 1
// x: taken now, on top of q; those beyond the good ones leave before their turn, and are served in vain. P: turned away because chance brings attempts in clusters, though on average there is room: the
// share that is blocked in M/M/1/m, which for service that always takes the same is M/D/1 with about half as many places (exact for B = 0: Erlang). ρ: attempts for each
// connection that can be served in the step.
import type { StormCurveSetting } from './stormCurve.ts';

/** With more of them chance is evened out, and what counts is how a wave fills them. */
const FEW_PLACES = 10;

/** S: what the one processor is done with, connections and the messages that they bring with them. 50 a second, and 50 messages each at 20,000 a second: 44.4. */
export function devicesPerSecond({ connectionsPerSecond, messagesPerSecond, messagesEach }: StormCurveSetting): number {
  return 1 / (1 / connectionsPerSecond + messagesEach / messagesPerSecond);
}

interface Lot {
  amount: number;
  good: number;
}

export class ServerFlow {
  readonly places: number;
  readonly #patientFor: number;
  /** Devices that can be served in a step. */
  readonly perStep: number;
  readonly #isByChance: boolean;
  readonly #lots: Lot[] = [];
  #first = 0;
  #taken = 0;

  constructor(setting: StormCurveSetting, stepMs: number) {
    const { backlog, patienceMs, roundTripMs } = setting;
    const rate = devicesPerSecond(setting);
    this.places = 1 + backlog;
    this.perStep = (rate * stepMs) / 1_000;
    // Two round trips, of which the second can pass while it waits, are the least.
    this.#patientFor = patienceMs < 2 * roundTripMs ? 0 : (rate * (patienceMs - roundTripMs)) / 1_000;
    this.#isByChance = this.places <= FEW_PLACES;
  }

  /** From now until one that comes now is served, in steps. */
  get waitSteps(): number {
    return this.#taken / this.perStep;
  }

  /** `together`: at one instant. `spread`: over the step, in which some places are emptied. `byChance`: and each for itself. @returns for how many of them there is room */
  roomFor(attempts: number, how: 'together' | 'spread' | 'byChance'): number {
    if (how === 'together') return Math.min(attempts, Math.max(0, this.places - this.#taken));
    const room = Math.min(attempts, Math.max(0, this.places - this.#taken + this.perStep));
    if (how === 'spread' || !this.#isByChance) return room;
    return Math.min(room, attempts * (1 - blocked(attempts / this.perStep, 2 * this.places - 1)));
  }

  /** `patientShare`: of those whose turn would come in time for a device that has just begun. @returns how many will be there when it is their turn */
  take(amount: number, patientShare: number): number {
    const good = Math.min(amount, Math.max(0, this.#patientFor - this.#taken)) * patientShare;
    this.#taken += amount;
    const last = this.#lots.at(-1);
    const isAlike = (good === amount && last?.good === last?.amount) || (good === 0 && last?.good === 0);
    if (last !== undefined && this.#lots.length > this.#first && isAlike) {
      last.amount += amount;
      last.good += good;
    } else {
      // Within what one call takes, those who stay come before those who leave.
      if (good > 0 && patientShare === 1 && good < amount) this.#lots.push({ amount: good, good }, { amount: amount - good, good: 0 });
      else this.#lots.push({ amount, good });
    }
    return good;
  }

  /** @returns how many are served in this step that are still there */
  serve(): number {
    let left = Math.min(this.#taken, this.perStep);
    let back = 0;
    this.#taken = Math.max(0, this.#taken - this.perStep);
    while (left > 0) {
      const lot = this.#lots[this.#first];
      if (lot === undefined) break;
      const part = Math.min(1, left / lot.amount);
      left -= lot.amount * part;
      back += lot.good * part;
      if (part === 1) this.#first++;
      else {
        lot.good -= lot.good * part;
        lot.amount -= lot.amount * part;
        break;
      }
    }
    if (this.#first > 1_000) this.#lots.splice(0, this.#first).length = this.#first = 0;
    return back;
  }
}

/** Of attempts that come by chance, `load` for each that can be served, the share that finds all `places` taken. */
function blocked(load: number, places: number): number {
  if (Math.abs(load - 1) < 1e-9) return 1 / (places + 1);
  return load > 1 ? (load - 1) / (load - load ** -places) : ((1 - load) * load ** places) / (1 - load ** (places + 1));
}
