import { expect, it } from 'vitest';
import { type LineNamePlace, placeLineNames, type SteppedLine } from './lineNames.ts';

const AREA = { left: 0, right: 400, top: 0, bottom: 200 };
const EDGES = Array.from({ length: 41 }, (_, index) => index * 10);
const line = (key: string, height: (bin: number) => number, wanted: SteppedLine['wanted'] = 'high'): SteppedLine => ({
  key,
  nameWidth: 60,
  ys: Array.from({ length: 40 }, (_, bin) => height(bin)),
  wanted,
});

function onEachOther(one: LineNamePlace, other: LineNamePlace): boolean {
  return Math.abs(one.x - other.x) < 60 && Math.abs(one.y - other.y) < 16;
}

it('a name stands over the highest part of its line', () => {
  const [name] = placeLineNames([line('a', (bin) => (bin >= 20 && bin < 30 ? 50 : 180))], EDGES, AREA, []);
  expect(name?.y).toBe(45);
  expect(name?.x).toBeGreaterThanOrEqual(190);
  expect(name?.x).toBeLessThanOrEqual(300);
});

it('names of lines that lie on one another do not', () => {
  const names = placeLineNames(
    ['a', 'b', 'c', 'd'].map((key) => line(key, () => 100)),
    EDGES,
    AREA,
    [],
  );
  expect(names).toHaveLength(4);
  for (const one of names) for (const other of names) expect(one !== other && onEachOther(one, other)).toBe(false);
});

it('a name goes where no other line is', () => {
  const [name] = placeLineNames([line('a', () => 100), line('b', (bin) => (bin < 30 ? 92 : 180))], EDGES, AREA, []);
  expect(name?.x).toBeGreaterThanOrEqual(300);
});

it('a name stays within the area, at its right where that is wanted', () => {
  const [high, right] = placeLineNames([line('a', () => 0), line('b', () => 150, 'right')], EDGES, AREA, []);
  expect(high?.y).toBeGreaterThanOrEqual(10);
  expect(right?.x).toBeGreaterThan(300);
  expect(right?.x).toBeLessThanOrEqual(340);
});

it('a line without bins has no name', () => {
  expect(placeLineNames([{ ...line('a', () => 0), ys: [] }], [0], AREA, [])).toEqual([]);
});
