import { expect, it } from 'vitest';
import { writeBlocks } from './rasterPixels.ts';

const BLOCK = { width: 1, height: 1 };

function written(at: number[], row: number[], kind: number[], block = BLOCK): string[] {
  const pixels = new Uint32Array(8 * 4);
  writeBlocks({ pixels, width: 8, height: 4, rows: 4, points: { at, row, kind }, from: 0, to: 8 }, [
    { colour: 1, block },
    { colour: 2, block },
  ]);
  return [0, 1, 2, 3].map((line) => [...pixels.subarray(line * 8, line * 8 + 8)].join(''));
}

it('puts each block at its time and row', () => {
  expect(written([1.5, 6.5], [0, 3], [0, 1])).toEqual(['01000000', '00000000', '00000000', '00000020']);
});

it('has the first kind on top, whatever the order of the points', () => {
  expect(written([2.5, 2.5], [1, 1], [0, 1])[1]).toBe('00100000');
  expect(written([2.5, 2.5], [1, 1], [1, 0])[1]).toBe('00100000');
});

it('keeps blocks at the edges within, whole', () => {
  expect(written([0, 8], [0, 3], [0, 0], { width: 2, height: 2 })).toEqual(['11000000', '11000000', '00000011', '00000011']);
});

it('leaves out what is beyond the ends, in no row, or of no kind', () => {
  expect(written([-1, 9, 4, 4], [0, 0, 4, 0], [0, 0, 0, 2]).join('')).toBe('0'.repeat(32));
});
