// The course's QoS lab in numbers: its set-up and its table of results, as the course states them.
import type { QoS } from '#simulations';

/** What the table is for: so many messages, so many of 100 calls skipped, so long a pause after each. */
export const COURSE_SETUP = { messages: 100, lossRatio: 0.2, publishIntervalMs: 10 } as const;

export type StatedName = 'delivered' | 'duplicates' | 'settled' | 'energyPercent';

interface Stated {
  readonly low: number;
  readonly high: number;
  readonly approximate: boolean;
}

const exactly = (value: number): Stated => ({ low: value, high: value, approximate: false });
const about = (low: number, high = low): Stated => ({ low, high, approximate: true });

/** Messages, messages, milliseconds for all messages, percent of the energy at QoS 0. */
export const STATED: Readonly<Record<QoS, Readonly<Record<StatedName, Stated>>>> = {
  0: { delivered: about(80), duplicates: exactly(0), settled: exactly(1_000), energyPercent: exactly(100) },
  1: { delivered: exactly(100), duplicates: about(4, 6), settled: exactly(1_500), energyPercent: about(150) },
  2: { delivered: exactly(100), duplicates: exactly(0), settled: exactly(2_500), energyPercent: about(250) },
};
