// The same comparison from a separate simulation, older than this one: 1,000 devices, base 1 s, cap 120 s, a server that takes 50 a second and refuses the rest at once, no link between; one seed.
import type { BackoffKind } from '#simulations';

export interface ReckonedElsewhere {
  readonly kind: BackoffKind | 'course';
  readonly attempts: number;
  /** Seconds. */
  readonly lastIn: number;
}

/** `none` tried every 50 ms there; `course` is the course's sample with a first wait of 2 s and jitter past the cap. */
export const ELSEWHERE: readonly ReckonedElsewhere[] = [
  { kind: 'none', attempts: 191_000, lastIn: 19 },
  { kind: 'fixed', attempts: 10_500, lastIn: 19 },
  { kind: 'exponential', attempts: 10_500, lastIn: 1_567 },
  { kind: 'course', attempts: 4_119, lastIn: 87.6 },
  { kind: 'full', attempts: 5_032, lastIn: 65.6 },
  { kind: 'equal', attempts: 4_875, lastIn: 56 },
  { kind: 'decorrelated', attempts: 3_763, lastIn: 32.9 },
];
