// What is known of each device in a storm, one place a device in each array; and what became of its attempts. Instants in microseconds since the beginning of the storm.
import { backoffWaitMs } from '../devices/behaviours/backoff.ts';
import { type RandomStream, randomStream } from '../engine/random.ts';
import { fromMilliseconds } from '../engine/time.ts';
import { ATTEMPT_OUTCOMES, type AttemptOutcome, type AttemptRaster } from './fleetResult.ts';
import type { StormScenario } from './fleetScenario.ts';

/** Devices of which every attempt is kept: as many rows as a picture has lines. */
const MOST_ROWS = 400;
const MOST_RASTER_ATTEMPTS = 200_000;
const NO_ROW = 0xffff;

export class StormDevices {
  /** One way, to the server. Microseconds. */
  readonly delay: Float64Array;
  /** Names the attempt under way: what belongs to an older one is no longer of interest. */
  readonly serial: Uint16Array;
  readonly attemptAt: Float64Array;
  readonly backAt: Float64Array;
  readonly attempts: Uint32Array;
  /** Messages under way to it. */
  readonly burst: Uint32Array;
  /** What it is about to say. */
  readonly outgoing: (Uint8Array | null)[];
  readonly #scenario: StormScenario;
  readonly #failures: Uint32Array;
  readonly #previousMs: Float64Array;
  readonly #chance: (RandomStream | null)[];

  constructor(scenario: StormScenario) {
    const { seed, link } = scenario;
    const { devices } = scenario.sessions;
    this.#scenario = scenario;
    const delays = randomStream(seed, 'fleet/delay');
    this.delay = Float64Array.from({ length: devices }, () => fromMilliseconds(link.delayMs + delays.next() * link.jitterMs));
    this.serial = new Uint16Array(devices);
    this.attemptAt = new Float64Array(devices);
    this.backAt = new Float64Array(devices).fill(Number.POSITIVE_INFINITY);
    this.attempts = new Uint32Array(devices);
    this.burst = new Uint32Array(devices);
    this.outgoing = new Array<Uint8Array | null>(devices).fill(null);
    this.#failures = new Uint32Array(devices);
    this.#previousMs = new Float64Array(devices);
    this.#chance = new Array<RandomStream | null>(devices).fill(null);
  }

  /** The wait after an attempt that failed; `null`: the device gives up. Microseconds. */
  waitAfterFailure(device: number, tcpStood: boolean): number | null {
    const { seed, backoff, mostAttempts } = this.#scenario;
    if (mostAttempts !== null && (this.attempts[device] ?? 0) >= mostAttempts) return null;
    const failures = backoff.resetByTcp && tcpStood ? 1 : (this.#failures[device] ?? 0) + 1;
    this.#failures[device] = failures;
    const chance = this.#chance[device] ?? randomStream(seed, `fleet/${device}/back-off`);
    this.#chance[device] = chance;
    const waitMs = backoffWaitMs(backoff, { failures, previousMs: this.#previousMs[device] ?? 0, drawn: chance.next() });
    this.#previousMs[device] = waitMs;
    return fromMilliseconds(waitMs);
  }

  /** When so many of the devices were back. Milliseconds; `null`: fewer were. */
  backMs(share: number): number | null {
    const sorted = this.backAt.toSorted();
    const at = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY;
    return Number.isFinite(at) ? at / 1_000 : null;
  }
}

/** The attempts of a part of the fleet, evenly chosen by number. */
export class RasterKeeper {
  readonly #devices: Uint32Array;
  readonly #rowOf: Uint16Array;
  #at = new Float64Array(1_024);
  #row = new Uint16Array(1_024);
  #outcome = new Uint8Array(1_024);
  #kept = 0;
  #isCut = false;

  constructor(devices: number) {
    const rows = Math.min(devices, MOST_ROWS);
    this.#devices = Uint32Array.from({ length: rows }, (_, row) => Math.floor((row * devices) / rows));
    this.#rowOf = new Uint16Array(devices).fill(NO_ROW);
    for (const [row, device] of this.#devices.entries()) this.#rowOf[device] = row;
  }

  /** An attempt has ended that began at `atMicroseconds`. */
  keep(device: number, atMicroseconds: number, outcome: AttemptOutcome): void {
    const row = this.#rowOf[device] ?? NO_ROW;
    if (row === NO_ROW) return;
    if (this.#kept === MOST_RASTER_ATTEMPTS) {
      this.#isCut = true;
      return;
    }
    if (this.#kept === this.#at.length) this.#grow();
    this.#at[this.#kept] = atMicroseconds / 1_000;
    this.#row[this.#kept] = row;
    this.#outcome[this.#kept++] = ATTEMPT_OUTCOMES.indexOf(outcome);
  }

  result(): AttemptRaster {
    return {
      devices: this.#devices,
      atMs: this.#at.slice(0, this.#kept),
      row: this.#row.slice(0, this.#kept),
      outcome: this.#outcome.slice(0, this.#kept),
      isCut: this.#isCut,
    };
  }

  #grow(): void {
    const room = 2 * this.#at.length;
    const [at, row, outcome] = [new Float64Array(room), new Uint16Array(room), new Uint8Array(room)];
    at.set(this.#at);
    row.set(this.#row);
    outcome.set(this.#outcome);
    [this.#at, this.#row, this.#outcome] = [at, row, outcome];
  }
}
