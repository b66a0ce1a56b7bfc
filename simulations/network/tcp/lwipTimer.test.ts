import { describe, expect, it } from 'vitest';
import { fromMilliseconds, START, toMilliseconds } from '../../engine/time.ts';
import { LwipTimer } from './lwipTimer.ts';

const ms = fromMilliseconds;

/** Instants of the resends and of the end, in seconds, for something sent at `at`. */
function untilGivenUp(timer: LwipTimer, atMs: number): number[] {
  const instants: number[] = [];
  for (let now = timer.start(ms(atMs)); ; now = timer.start(now)) {
    instants.push(toMilliseconds(now) / 1_000);
    if (timer.expire() === 'giveUp') return instants;
  }
}

function connected(): LwipTimer {
  const timer = new LwipTimer(START);
  timer.established();
  timer.acknowledged(ms(20), START);
  return timer;
}

describe('lwIP on the ESP32', () => {
  it('waits for the third tick: ticks come at 250 ms, 750 ms, ... after the opening', () => {
    expect(connected().start(ms(1_000))).toBe(ms(2_250));
    expect(connected().start(ms(1_249))).toBe(ms(2_250));
    expect(connected().start(ms(1_250))).toBe(ms(2_750));
  });

  it('doubles the wait seven times, resends twelve times, and gives up at the next tick: after 19 minutes', () => {
    const waits = [3, 6, 12, 24, 48, 96, 192, 192, 192, 192, 192, 0.5];
    const expected = [2.25];
    for (const wait of waits) expected.push((expected.at(-1) ?? 0) + wait);
    expect(untilGivenUp(connected(), 1_000)).toEqual(expected);
    expect(expected.at(-1)).toBe(1_151.75);
  });

  it('sends a SYN again every 1.5 s, twelve times', () => {
    const expected = Array.from({ length: 12 }, (_, index) => 1.25 + 1.5 * index);
    expect(untilGivenUp(new LwipTimer(START), 0)).toEqual([...expected, 18.25]);
  });

  it('waits longer when a round trip takes ticks, and forgets its back-off with whatever is acknowledged', () => {
    const timer = connected();
    // Two seconds are four ticks: deviation 3 + 4, mean 4 / 8.
    timer.acknowledged(ms(3_000), ms(1_000));
    expect(timer.start(ms(3_000))).toBe(ms(3_250 + 6 * 500));
    timer.expire();
    expect(timer.start(ms(6_250))).toBe(ms(6_250 + 14 * 500));
    timer.acknowledged(ms(7_000), null);
    expect(timer.start(ms(7_000))).toBe(ms(7_250 + 6 * 500));
  });
});
