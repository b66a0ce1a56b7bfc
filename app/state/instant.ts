// The instant at which a link opens the run, and how an address spells it: `at=12.5`, seconds of virtual time.
import type { Correction } from './knobs.ts';

export const INSTANT_PARAMETER = 'at';

/** The longest that a run may last: 48 hours. Seconds. */
const LATEST_SECONDS = 48 * 3_600;

/** Milliseconds. What cannot be used is reported, and the run opens where it always does. */
export function readInstant(given: string | null): { readonly instantMs: number | null; readonly corrections: readonly Correction[] } {
  if (given === null) return { instantMs: null, corrections: [] };
  const seconds = given.trim() === '' ? Number.NaN : Number(given.replace(',', '.'));
  if (seconds >= 0 && seconds <= LATEST_SECONDS) return { instantMs: Math.round(seconds * 1_000_000) / 1_000, corrections: [] };
  return { instantMs: null, corrections: [{ parameter: INSTANT_PARAMETER, given, used: null, why: 'notAnInstant' }] };
}

export function writeInstant(instantMs: number): string {
  return String(Math.round(instantMs * 1_000) / 1_000_000);
}
