import { expect, it } from 'vitest';
import { randomStream } from '../../engine/random.ts';
import { ReceivingHalf } from './receivingHalf.ts';

it('tells more, nothing new, and a gap apart', () => {
  const half = new ReceivingHalf();
  expect(half.take({ from: 0, to: 10 })).toBe('advanced');
  expect(half.take({ from: 0, to: 10 })).toBe('duplicate');
  expect(half.take({ from: 20, to: 30 })).toBe('gap');
  expect(half.next).toBe(10);
  expect(half.take({ from: 10, to: 20 })).toBe('advanced');
  expect(half.next).toBe(30);
});

it('takes parts that overlap', () => {
  const half = new ReceivingHalf();
  half.take({ from: 5, to: 15 });
  half.take({ from: 10, to: 30 });
  expect(half.take({ from: 0, to: 7 })).toBe('advanced');
  expect(half.next).toBe(30);
  expect(half.take({ from: 20, to: 35 })).toBe('advanced');
  expect(half.next).toBe(35);
});

it('has everything when every part has come, in whatever order and however often', () => {
  const chance = randomStream(7, 'parts');
  for (let round = 0; round < 200; round++) {
    const half = new ReceivingHalf();
    const arrived = new Array<boolean>(200).fill(false);
    while (arrived.includes(false)) {
      const from = Math.floor(chance.next() * 200);
      const to = Math.min(200, from + 1 + Math.floor(chance.next() * 40));
      half.take({ from, to });
      arrived.fill(true, from, to);
      const gap = arrived.indexOf(false);
      expect(half.next).toBe(gap === -1 ? 200 : gap);
    }
  }
});
