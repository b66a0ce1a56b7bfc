import { describe, expect, it } from 'vitest';
import { fromMilliseconds, later, START, toMilliseconds } from '../../engine/time.ts';
import { LinuxTimer } from './linuxTimer.ts';

const ms = fromMilliseconds;

function untilGivenUp(timer: LinuxTimer, atMs: number): number[] {
  const instants: number[] = [];
  for (let now = timer.start(ms(atMs)); ; now = timer.start(now)) {
    instants.push(toMilliseconds(now) / 1_000);
    if (timer.expire(now) === 'giveUp') return instants;
  }
}

/** After a handshake with a round trip of 20 ms. */
function connected(): LinuxTimer {
  const timer = new LinuxTimer('broker');
  timer.established();
  timer.acknowledged(ms(20), START);
  return timer;
}

describe('Linux', () => {
  it('waits the mean round trip and at least 200 ms more', () => {
    expect(connected().start(ms(1_000))).toBe(ms(1_220));
  });

  it('weighs a longer round trip: deviation 10 + (100 - 10) / 4, mean 20 + 100 / 8', () => {
    const timer = connected();
    timer.acknowledged(ms(1_120), ms(1_000));
    expect(timer.start(START)).toBe(ms(32.5 + 200));
    timer.acknowledged(ms(3_000), ms(2_000));
    // Deviation 32.5 + (967.5 - 32.5) / 4, mean 32.5 + 967.5 / 8.
    expect(timer.start(START)).toBe(ms(153.4375 + 4 * 266.25));
  });

  it('gives up 924.6 s after the first resend, at the wait that ends then or later', () => {
    const instants = untilGivenUp(connected(), 1_000);
    expect(instants.slice(0, 4)).toEqual([1.22, 1.66, 2.54, 4.3]);
    // Ten waits from 220 ms on, then 120 s each.
    expect(instants.at(9)).toBe(226.06);
    expect(instants.at(10)).toBe(346.06);
    expect(instants.at(-1)).toBe(946.06);
  });

  it('is less patient when the program has closed', () => {
    const timer = connected();
    timer.orphaned();
    expect(untilGivenUp(timer, 1_000).at(-1)).toBe(113.42);
  });

  it('keeps its back-off until a round trip has been measured', () => {
    const timer = connected();
    timer.expire(ms(1_220));
    timer.acknowledged(ms(1_240), null);
    expect(timer.start(START)).toBe(ms(440));
    timer.acknowledged(ms(2_020), ms(2_000));
    expect(timer.start(START)).toBeLessThan(later(START, ms(221)));
  });

  it('answers a SYN for 63 s, and calls for 127 s', () => {
    expect(untilGivenUp(new LinuxTimer('broker'), 0)).toEqual([1, 3, 7, 15, 31, 63]);
    expect(untilGivenUp(new LinuxTimer('client'), 0)).toEqual([1, 3, 7, 15, 31, 63, 127]);
  });
});
