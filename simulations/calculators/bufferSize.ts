// How large a buffer must be for an outage, what it loses when it is not, how long it takes to empty, and how long flash lasts under it.
//   N = ⌈r t⌉     bytes = N b     lost = max(0, N - S)     drain = (H - 1) / (d - r)     years = 126 P (c + 1) / (e w)
// r: readings per second; t: outage, seconds; b: bytes of a record; S: slots; H: held at the return; d: sent per second on the return; P: sectors of the partition;
// c: its erase cycles; e: entries of a record; w: records written a year. While it empties new readings queue behind the old ones: hence d - r.
// Left out: the seconds until a device notices that it is offline and until it is back (outageSpread has them), and records of different length.
// Worked example: one reading a minute, 24 hours, 321 bytes: 1,440 readings, 462,240 bytes.
import { ENTRIES_PER_SECTOR, entriesOfRecord, FLASH_ENDURANCE_CYCLES, FLASH_PARTITION_SECTORS } from '../devices/flashWear.ts';

/** Rates are often fractions such as 1/60: what is whole but for the last binary digits counts as whole. */
const ROUNDING = 1e-9;

/** Readings that fall into an outage, at most. Rate per second, outage in seconds. 1/60 and 3,600: 60. */
export function readingsDuring(ratePerSecond: number, outageSeconds: number): number {
  const product = ratePerSecond * outageSeconds;
  return Math.ceil(product - ROUNDING * Math.max(1, product));
}

/** How long so many slots last. Seconds. 100 slots at one a minute: 6,000. */
export function slotsLastSeconds(slots: number, ratePerSecond: number): number {
  return slots / ratePerSecond;
}

/** Of `readings`, those that `slots` cannot hold; which ones, the policy says: the first of the outage or the last. */
export function overflowOf(readings: number, slots: number): number {
  return Math.max(0, readings - slots);
}

export interface Draining {
  /** Readings that wait when the connection is back. */
  readonly held: number;
  /** New ones, per second. */
  readonly ratePerSecond: number;
  /** Sent from the buffer, per second; infinite: all at once. */
  readonly drainPerSecond: number;
}

/** From the return until the buffer is empty. Seconds; `null`: never, since new readings come as fast as old ones leave. */
export function drainSeconds({ held, ratePerSecond, drainPerSecond }: Draining): number | null {
  if (held <= 1 || drainPerSecond === Number.POSITIVE_INFINITY) return 0;
  return drainPerSecond > ratePerSecond ? (held - 1) / (drainPerSecond - ratePerSecond) : null;
}

/** Records that go to flash in a year: `dropOldest` writes every reading of an outage, the other policies no more than fit. */
export function recordsPerYear(
  readings: number,
  slots: number,
  whenFull: 'dropOldest' | 'dropNewest' | 'refuse',
  outagesPerYear: number,
): number {
  return (whenFull === 'dropOldest' ? readings : Math.min(readings, slots)) * outagesPerYear;
}

/** Until each sector has been erased as often as its datasheet promises. Years; infinite where nothing is written. */
export function flashYears(recordsAYear: number, recordBytes: number, sectors = FLASH_PARTITION_SECTORS): number {
  const records = (ENTRIES_PER_SECTOR * sectors * (FLASH_ENDURANCE_CYCLES + 1)) / entriesOfRecord(recordBytes);
  return records / recordsAYear;
}
