import { expect, it } from 'vitest';
import type { RunView } from '#simulations/worker';
import { at, packet, view } from './fixture.test-data.ts';
import { serves, standingRequest, stretchOf, stretchRequest } from './viewWindow.ts';

const run = { runId: 7, startsAt: at(0), endsAt: at(60_000_000) };

it('asks for little where only the standing is wanted', () => {
  expect(standingRequest(7, at(500))).toMatchObject({ runId: 7, at: 500, from: 500, to: 500 });
});

it('reaches further at speed, and never before the start', () => {
  expect(stretchRequest(7, at(1_000_000), 0.02)).toMatchObject({ from: 0, to: 6_000_000 });
  expect(stretchRequest(7, at(1_000_000_000), 100)).toMatchObject({ from: 700_000_000, to: 1_300_000_000 });
});

it('knows that a full answer was cut', () => {
  const request = stretchRequest(7, at(20_000_000), 1);
  expect(stretchOf(request, view)).toMatchObject({ from: 15_000_000, to: 25_000_000 });
  const full: RunView = { ...view, events: Array.from({ length: 4_000 }, (_, index) => packet(index, 19_000_000 + index * 500)) };
  expect(stretchOf(request, full)).toMatchObject({ from: 19_000_000, to: 20_999_500 });
});

it('serves well within, and up to the ends of the run', () => {
  const stretch = { runId: 7, from: 10_000_000, to: 20_000_000, events: [] };
  expect(serves(stretch, run, at(15_000_000))).toBe(true);
  expect(serves(stretch, run, at(19_000_000))).toBe(false);
  expect(serves(stretch, run, at(11_000_000))).toBe(false);
  expect(serves({ ...stretch, from: 0 }, run, at(0))).toBe(true);
  expect(serves({ ...stretch, to: 61_000_000 }, run, at(60_000_000))).toBe(true);
  expect(serves({ ...stretch, runId: 6 }, run, at(15_000_000))).toBe(false);
  expect(serves(null, run, at(15_000_000))).toBe(false);
});
