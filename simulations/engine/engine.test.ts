import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AssertionError } from './assert.ts';
import { EventQueue } from './eventQueue.ts';
import { Fingerprint } from './hash.ts';
import { randomStream } from './random.ts';
import { fromMicroseconds, fromMilliseconds, later, START } from './time.ts';

describe('time', () => {
  it('is whole microseconds, never negative', () => {
    expect(fromMilliseconds(1.2345)).toBe(1235);
    expect(later(fromMicroseconds(5), fromMicroseconds(7))).toBe(12);
    expect(() => fromMicroseconds(1.5)).toThrow(AssertionError);
    expect(() => fromMicroseconds(-1)).toThrow(AssertionError);
  });
});

describe('event queue', () => {
  it('takes entries by instant, then first in, first out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (instants) => {
        const queue = new EventQueue();
        const taken: [number, number][] = [];
        for (const [index, instant] of instants.entries()) queue.at(fromMicroseconds(instant), () => taken.push([instant, index]));
        for (let entry = queue.take(); entry; entry = queue.take()) entry.action();
        expect(taken).toEqual(
          instants.map((instant, index): [number, number] => [instant, index]).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
      }),
      { seed: 7 },
    );
  });

  it('skips what was cancelled and counts only what keeps the run going', () => {
    const queue = new EventQueue();
    const first = queue.at(fromMicroseconds(1), () => undefined);
    queue.at(fromMicroseconds(2), () => undefined, { background: true });
    expect(queue.foreground).toBe(1);
    queue.cancel(first);
    queue.cancel(first);
    expect(queue.foreground).toBe(0);
    expect(queue.take()?.at).toBe(2);
    expect(queue.take()).toBeUndefined();
  });

  it('refuses the past', () => {
    const queue = new EventQueue();
    queue.at(fromMicroseconds(5), () => undefined);
    queue.take();
    expect(() => queue.at(fromMicroseconds(4), () => undefined)).toThrow(AssertionError);
    queue.at(fromMicroseconds(5), () => undefined);
  });
});

describe('random streams', () => {
  const draws = (seed: number, name: string): number[] => {
    const stream = randomStream(seed, name);
    return Array.from({ length: 5 }, () => stream.next());
  };

  it('repeat for the same seed and name, and differ by either', () => {
    expect(draws(1, 'link/a/uplink')).toEqual(draws(1, 'link/a/uplink'));
    expect(draws(1, 'link/a/uplink')).not.toEqual(draws(2, 'link/a/uplink'));
    expect(draws(1, 'link/a/uplink')).not.toEqual(draws(1, 'link/a/downlink'));
  });

  it('are spread evenly, for neighbouring seeds too', () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 200; seed++) {
      const stream = randomStream(seed, 'x');
      for (let draw = 0; draw < 100; draw++) {
        const bin = Math.floor(stream.next() * 10);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    }
    // 20,000 draws in ten bins: 2,000 each, standard deviation 42.
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(5 * 42);
  });

  it('draw once for each chance, whatever the chance is', () => {
    const a = randomStream(3, 'x');
    const b = randomStream(3, 'x');
    a.chance(0);
    b.chance(1);
    expect(a.next()).toBe(b.next());
  });
});

describe('fingerprint', () => {
  it('tells order, kinds and large instants apart', () => {
    const of = (...values: (number | string)[]): string => {
      const fingerprint = new Fingerprint();
      for (const value of values) typeof value === 'number' ? fingerprint.addNumber(value) : fingerprint.addText(value);
      return fingerprint.toString();
    };
    const prints = [of(1, 2), of(2, 1), of('1', '2'), of('12'), of(1), of(1 + 2 ** 32), of(START)];
    expect(new Set(prints).size).toBe(prints.length);
    expect(of(1, 'a')).toMatch(/^[0-9a-f]{16}$/);
  });
});
