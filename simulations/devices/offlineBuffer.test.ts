import { describe, expect, test } from 'vitest';
import type { OfflineBufferScenario } from '../program.ts';
import { bufferFit, OfflineBuffer } from './offlineBuffer.ts';

function buffer(setting: Partial<OfflineBufferScenario> = {}): OfflineBuffer<number> {
  return new OfflineBuffer<number>({ place: 'ram', slots: 3, whenFull: 'dropOldest', drainEveryMs: 0, ...setting }, 321);
}

function fill(full: OfflineBuffer<number>, from: number, to: number): void {
  for (let message = from; message <= to; message++) full.keep(message);
}

function drain(full: OfflineBuffer<number>): number[] {
  const taken: number[] = [];
  for (let message = full.take(); message !== undefined; message = full.take()) taken.push(message);
  return taken;
}

test('what was kept comes out in order, oldest first', () => {
  const some = buffer();
  fill(some, 1, 2);
  expect([some.held, some.peek(), some.held]).toEqual([2, 1, 2]);
  expect(drain(some)).toEqual([1, 2]);
  expect([some.held, some.take(), some.peek()]).toEqual([0, undefined, undefined]);
});

describe('a full buffer', () => {
  test.each([
    { whenFull: 'dropOldest', change: 'droppedOldest', dropped: 1, left: [2, 3, 4] },
    { whenFull: 'dropNewest', change: 'droppedNewest', dropped: 4, left: [1, 2, 3] },
    { whenFull: 'refuse', change: 'refused', dropped: 4, left: [1, 2, 3] },
  ] as const)('$whenFull', ({ whenFull, change, dropped, left }) => {
    const full = buffer({ whenFull });
    fill(full, 1, 3);
    expect(full.keep(4)).toEqual({ change, dropped });
    expect(full.held).toBe(3);
    expect(drain(full)).toEqual(left);
  });

  test('has room again after one was taken', () => {
    const full = buffer({ whenFull: 'refuse' });
    fill(full, 1, 3);
    full.take();
    expect(full.keep(4)).toEqual({ change: 'kept', dropped: null });
    expect(drain(full)).toEqual([2, 3, 4]);
  });

  test('with one slot holds the newest or the oldest', () => {
    const newest = buffer({ slots: 1 });
    const oldest = buffer({ slots: 1, whenFull: 'dropNewest' });
    for (const one of [newest, oldest]) fill(one, 1, 3);
    expect([drain(newest), drain(oldest)]).toEqual([[3], [1]]);
  });
});

describe('what outlives what', () => {
  test.each([
    { place: 'ram', restart: 2, powerCut: 2 },
    { place: 'rtc', restart: 0, powerCut: 2 },
    { place: 'flash', restart: 0, powerCut: 0 },
  ] as const)('$place forgets $restart at a restart, $powerCut at a power cut', ({ place, restart, powerCut }) => {
    const restarted = buffer({ place });
    const cut = buffer({ place });
    for (const one of [restarted, cut]) fill(one, 1, 2);
    expect([restarted.loseRam().length, restarted.held]).toEqual([restart, 2 - restart]);
    expect([cut.losePower().length, cut.held]).toEqual([powerCut, 2 - powerCut]);
  });
});

test('flash alone wears: by what is kept, and a write for what is taken out', () => {
  const flash = buffer({ place: 'flash' });
  fill(flash, 1, 5);
  drain(flash);
  expect(flash.wear).toMatchObject({ writes: 10, bytesWritten: 5 * 12 * 32, sectorErases: 0 });
  const ram = buffer();
  fill(ram, 1, 5);
  expect(ram.wear).toMatchObject({ writes: 0, bytesWritten: 0 });
  const refusing = buffer({ place: 'flash', whenFull: 'refuse' });
  fill(refusing, 1, 5);
  expect(refusing.wear.writes).toBe(3);
});

test('what fits: 100 records of 321 bytes in RAM and flash, 25 in RTC memory', () => {
  const setting = { slots: 100, whenFull: 'dropOldest', drainEveryMs: 0 } as const;
  expect(bufferFit({ ...setting, place: 'ram' }, 321)).toEqual({ neededBytes: 32_100, availableBytes: 163_840, fits: true });
  expect(bufferFit({ ...setting, place: 'rtc' }, 321)).toEqual({ neededBytes: 32_100, availableBytes: 8_192, fits: false });
  expect([25, 26].map((slots) => bufferFit({ ...setting, place: 'rtc', slots }, 321).fits)).toEqual([true, false]);
  expect(bufferFit({ ...setting, place: 'flash' }, 321)).toEqual({ neededBytes: 40_960, availableBytes: 351 * 4_096, fits: true });
  expect(bufferFit({ ...setting, place: 'flash', slots: 10_000 }, 321).fits).toBe(false);
});
