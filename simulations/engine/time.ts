// Virtual time: whole microseconds since the start of the run. A brand keeps instants and durations apart from other numbers.
import { assert } from './assert.ts';

declare const microseconds: unique symbol;
/** An instant (since the start of the run) or a duration. Integer microseconds, 0 to 2^53 - 1 (285 years). */
export type Microseconds = number & { readonly [microseconds]: true };

export const START = 0 as Microseconds;

export function fromMicroseconds(value: number): Microseconds {
  assert(Number.isSafeInteger(value) && value >= 0, `not a whole, non-negative number of microseconds: ${value}`);
  return value as Microseconds;
}

/** Milliseconds (fractions count) to the nearest microsecond. */
export function fromMilliseconds(valueMs: number): Microseconds {
  return fromMicroseconds(Math.round(valueMs * 1_000));
}

export function toMilliseconds(value: Microseconds): number {
  return value / 1_000;
}

export function toSeconds(value: Microseconds): number {
  return value / 1_000_000;
}

/** `instant` moved by `duration`. */
export function later(instant: Microseconds, duration: Microseconds): Microseconds {
  return fromMicroseconds(instant + duration);
}
