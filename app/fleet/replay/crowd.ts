// Where each of the shown devices stands at an instant of a storm: let in, turned away a moment ago, waiting, or no longer trying. From the attempts that the raster shows. No React.
import { ATTEMPT_OUTCOMES, type AttemptOutcome, type StormResult } from '#simulations';

export interface Crowd {
  /** Devices, in rows of the raster. */
  readonly size: number;
  /** Seconds; when the attempt began that let it in. Not a number: in no attempt that is known. */
  readonly backAt: Float64Array;
  /** Each device's attempts that failed, in order, one device after the other. */
  readonly failedAt: Float64Array;
  readonly failedAs: Uint8Array;
  /** Where a device's begin in those lists; one more than there are devices. */
  readonly starts: Uint32Array;
  /** After so many attempts a device gives up. */
  readonly mostAttempts: number;
  /** Seconds. Later attempts were not recorded: there were too many. */
  readonly knownUntil: number;
}

export type CrowdState = AttemptOutcome | 'waiting' | 'gaveUp';

const ACCEPTED = ATTEMPT_OUTCOMES.indexOf('accepted');
/** The raster has when attempts begin; in this one the device waits as long as it ever does. */
const IN_VAIN = ATTEMPT_OUTCOMES.indexOf('patience');

export function crowdOf({ raster, scenario }: StormResult): Crowd {
  const size = raster.devices.length;
  const attempts = raster.atMs.length;
  const backAt = new Float64Array(size).fill(Number.NaN);
  const starts = new Uint32Array(size + 1);
  for (let index = 0; index < attempts; index++) {
    const row = raster.row[index] ?? 0;
    if (raster.outcome[index] === ACCEPTED) backAt[row] = (raster.atMs[index] ?? 0) / 1_000;
    else starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  }
  for (let row = 0; row < size; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const failedAt = new Float64Array(starts[size] ?? 0);
  const failedAs = new Uint8Array(failedAt.length);
  for (let index = 0; index < attempts; index++) {
    const outcome = raster.outcome[index] ?? 0;
    if (outcome === ACCEPTED) continue;
    const row = raster.row[index] ?? 0;
    const place = next[row] ?? 0;
    failedAt[place] = ((raster.atMs[index] ?? 0) + (outcome === IN_VAIN ? scenario.patienceMs : 0)) / 1_000;
    failedAs[place] = outcome;
    next[row] = place + 1;
  }
  const knownUntil = raster.isCut ? (raster.atMs[attempts - 1] ?? 0) / 1_000 : Number.POSITIVE_INFINITY;
  const mostAttempts = scenario.mostAttempts ?? Number.POSITIVE_INFINITY;
  return { size, backAt, failedAt, failedAs, starts, mostAttempts, knownUntil };
}

/** @param at seconds @param memory a failure is shown for so long. Seconds */
export function crowdState(crowd: Crowd, device: number, at: number, memory: number): CrowdState {
  // Not a number is never so.
  if ((crowd.backAt[device] ?? Number.NaN) <= at) return 'accepted';
  const first = crowd.starts[device] ?? 0;
  const last = lastBefore(crowd.failedAt, first, crowd.starts[device + 1] ?? 0, at);
  if (last === -1) return 'waiting';
  if ((crowd.failedAt[last] ?? 0) < at - memory) return last - first + 1 >= crowd.mostAttempts ? 'gaveUp' : 'waiting';
  return ATTEMPT_OUTCOMES[crowd.failedAs[last] ?? 0] ?? 'waiting';
}

/** The last place from `from` on and before `to` whose value is at most `at`; -1: none. */
function lastBefore(values: Float64Array, from: number, to: number, at: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low > from ? low - 1 : -1;
}

/** How many of the whole fleet were back by then. */
export function backBy({ over, back, endsAtMs }: StormResult, at: number): number {
  const atMs = at * 1_000;
  if (atMs >= endsAtMs) return back;
  // A bin says how it stood at its end.
  const bin = Math.min(over.bins, Math.floor((atMs - over.fromMs) / over.widthMs)) - 1;
  return bin < 0 ? 0 : (over.series.backSoFar[bin] ?? 0);
}
