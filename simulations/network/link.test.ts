import { expect, it } from 'vitest';
import { randomStream } from '../engine/random.ts';
import { fromMicroseconds, START } from '../engine/time.ts';
import { Lane } from './link.ts';

const link = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const exposed = { spared: false };
const lane = (change: Partial<typeof link> | { rateBitsPerSecond: number }): Lane =>
  new Lane({ ...link, ...change }, randomStream(1, 'lane'));

it('delays what it carries', () => {
  expect(lane({}).pass(START, 100, exposed)).toEqual({ endsAt: 10_000, lost: false });
});

it('takes a packet only when the one before it has left: 1,000 bytes at 1 Mbit/s are 8 ms', () => {
  const slow = lane({ rateBitsPerSecond: 1_000_000 });
  expect(slow.pass(START, 1_000, exposed).endsAt).toBe(18_000);
  expect(slow.pass(START, 1_000, exposed).endsAt).toBe(26_000);
});

it('keeps the order under jitter', () => {
  const shaky = lane({ jitterMs: 50 });
  let before = 0;
  for (let index = 0; index < 200; index++) {
    const { endsAt } = shaky.pass(fromMicroseconds(index * 1_000), 10, exposed);
    expect(endsAt).toBeGreaterThanOrEqual(before);
    expect(endsAt).toBeLessThanOrEqual(Math.max(before, index * 1_000 + 60_000));
    before = endsAt;
  }
});

it('loses the given share, half-way, and spares what is to be spared', () => {
  const lossy = lane({ lossRatio: 0.2 });
  const passages = Array.from({ length: 10_000 }, (_, index) => lossy.pass(fromMicroseconds(index * 100_000), 10, exposed));
  const lost = passages.filter((passage) => passage.lost).length;
  // Standard deviation 40.
  expect(Math.abs(lost - 2_000)).toBeLessThan(200);
  const first = passages.findIndex((passage) => passage.lost);
  expect(passages[first]?.endsAt).toBe(first * 100_000 + 5_000);
  const spared = lane({ lossRatio: 0.9 });
  for (let index = 0; index < 100; index++) expect(spared.pass(START, 10, { spared: true }).lost).toBe(false);
});

it('makes a FIN arrive after what was sent before it', () => {
  const slow = lane({ rateBitsPerSecond: 8_000 });
  expect(slow.pass(START, 100, exposed).endsAt).toBe(110_000);
  expect(slow.signal(START)).toBe(110_000);
});
