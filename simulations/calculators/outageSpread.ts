// One outage, reading by reading: what a buffer of fixed slots keeps and loses, and when it is empty again. Readings come every T at φ, φ + T, ...; where φ falls in the outage
// nobody knows, so each figure is a mean over all phases φ in [0, T) with its standard deviation. The closed form of bufferSize.ts is what it comes to for many readings.
// Worked example: W = 10.5 s offline, T = 2 s: 5 or 6 readings, with probability 3/4 and 1/4: 5.25 ± 0.43.
import { type Spread, spreadOf } from './spread.ts';

export interface OutageSetting {
  /** From one reading to the next. Milliseconds. */
  readonly everyMs: number;
  /** From the moment at which the program knows that it is offline until it is connected again. Milliseconds. */
  readonly offlineMs: number;
  readonly slots: number;
  readonly whenFull: 'dropOldest' | 'dropNewest' | 'refuse';
  /** On the return, between one reading from the buffer and the next. Milliseconds, 0: all at once. From `everyMs` on it never ends. */
  readonly drainEveryMs: number;
}

export interface OutageOutcome {
  /** Readings made while it was offline. */
  readonly offered: number;
  /** In the buffer at the return. */
  readonly held: number;
  /** Of the outage, and while the buffer empties; where that never ends, of the outage alone. */
  readonly lost: number;
  /** From the return until the last one has left. Milliseconds; infinite: never. */
  readonly drainMs: number;
}

/** With the first reading `phaseMs` after the program went offline, 0 to below `everyMs`. */
export function outageOutcome({ everyMs, offlineMs, slots, drainEveryMs }: OutageSetting, phaseMs: number): OutageOutcome {
  const offered = Math.max(0, Math.ceil((offlineMs - phaseMs) / everyMs));
  const held = Math.min(offered, slots);
  let lost = offered - held;
  if (held > 1 && drainEveryMs >= everyMs) return { offered, held, lost, drainMs: Number.POSITIVE_INFINITY };
  let waiting = held;
  let nextReading = phaseMs + offered * everyMs - offlineMs;
  let at = 0;
  for (let left = waiting > 0; left; ) {
    waiting--;
    left = waiting > 0;
    if (!left || drainEveryMs === 0) break;
    at += drainEveryMs;
    for (; nextReading <= at; nextReading += everyMs) {
      // While it empties it can be full again: one more is then lost, the newest or the oldest.
      if (waiting < slots) waiting++;
      else lost++;
    }
  }
  return { offered, held, lost, drainMs: held === 0 || drainEveryMs === 0 ? 0 : at };
}

const PHASES = 400;

/** Drain time in seconds, the rest in readings. */
export function outageSpread(setting: OutageSetting): Readonly<Record<'offered' | 'held' | 'lost' | 'drainSeconds', Spread>> {
  const all = Array.from({ length: PHASES }, (_, index) => outageOutcome(setting, ((index + 0.5) / PHASES) * setting.everyMs));
  const of = (read: (outcome: OutageOutcome) => number) =>
    tidy(spreadOf(all.map((outcome) => ({ probability: 1 / PHASES, value: read(outcome) }))));
  return {
    offered: of(({ offered }) => offered),
    held: of(({ held }) => held),
    lost: of(({ lost }) => lost),
    drainSeconds: of(({ drainMs }) => drainMs / 1_000),
  };
}

/** What is the same at every phase has no deviation, whatever the sums rounded to. */
function tidy({ mean, standardDeviation }: Spread): Spread {
  return standardDeviation < 1e-5 ? { mean: Number(mean.toFixed(6)), standardDeviation: 0 } : { mean, standardDeviation };
}
