import { expect, it } from 'vitest';
import { reconnectStorm } from '#simulations';
import { someStorm } from '../someFleet.test-data.ts';
import { backBy, crowdOf, crowdState } from './crowd.ts';
import { crowdShape, placeOf } from './crowdLayout.ts';
import { replaySpeed } from './useReplay.ts';

const scenario = reconnectStorm({ devices: 3 });
// Two fail and get in, the third only fails. 0: accepted, 1: down, 2: full.
const raster = {
  devices: Uint32Array.of(0, 1, 2),
  atMs: Float64Array.of(0, 0, 0, 1_000, 1_500, 3_000, 4_000),
  row: Uint16Array.of(0, 1, 2, 0, 1, 2, 1),
  outcome: Uint8Array.of(1, 1, 1, 2, 0, 2, 2),
  isCut: false,
};
const result = someStorm(scenario, { raster });
const crowd = crowdOf(result);
const at = (seconds: number, memory = 0.5) => [0, 1, 2].map((device) => crowdState(crowd, device, seconds, memory));

it('shows a failure for a moment, then the wait', () => {
  expect(at(0)).toEqual(['down', 'down', 'down']);
  expect(at(0.6)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(at(1.2)).toEqual(['full', 'waiting', 'waiting']);
});

it('who is in stays in, until the end', () => {
  expect(at(1.5)).toEqual(['full', 'accepted', 'waiting']);
  expect(at(100)).toEqual(['waiting', 'accepted', 'waiting']);
  expect(at(100, 1_000)).toEqual(['full', 'accepted', 'full']);
});

it('before the first attempt everybody waits; nobody at all is no crowd', () => {
  expect(at(-1)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(crowdOf(someStorm(scenario, { raster: { ...raster, devices: new Uint32Array(0), atMs: new Float64Array(0) } })).size).toBe(0);
});

it('who waits in vain is turned away when its patience ends', () => {
  const silent = { ...raster, outcome: Uint8Array.of(3, 1, 1, 2, 0, 2, 2) };
  const patient = crowdOf(someStorm({ ...scenario, patienceMs: 800 }, { raster: silent }));
  expect([0, 0.9].map((seconds) => crowdState(patient, 0, seconds, 0.5))).toEqual(['waiting', 'patience']);
});

it('who has made all attempts that it makes gives up', () => {
  const limited = crowdOf(someStorm({ ...scenario, mostAttempts: 2 }, { raster }));
  expect([2.9, 3.2, 3.6].map((seconds) => crowdState(limited, 2, seconds, 0.5))).toEqual(['waiting', 'full', 'gaveUp']);
  expect(crowdState(limited, 1, 100, 0.5)).toBe('accepted');
});

it('knows nothing beyond the last attempt that was recorded', () => {
  expect(crowd.knownUntil).toBe(Number.POSITIVE_INFINITY);
  expect(crowdOf(someStorm(scenario, { raster: { ...raster, isCut: true } })).knownUntil).toBe(4);
});

it('counts the whole fleet as the bins had it, never ahead of time', () => {
  const storm = someStorm(reconnectStorm({ devices: 1_000 }));
  // Bins of 1.5 s, 50 more devices in each.
  expect([0, 1.4, 1.5, 15, 29, 30, 99].map((seconds) => backBy(storm, seconds))).toEqual([0, 0, 50, 500, 950, 1_000, 1_000]);
});

it('stands in rows as wide as there is room', () => {
  const shape = crowdShape(603, 100);
  expect(shape).toEqual({ cell: 15, columns: 40, height: 45 });
  expect(placeOf(42, shape)).toEqual({ x: 37.5, y: 22.5 });
  expect(crowdShape(330, 400)).toEqual({ cell: 11, columns: 30, height: 154 });
  expect(crowdShape(0, 5)).toEqual({ cell: 11, columns: 1, height: 55 });
});

it.each([
  [1, 1],
  [15, 1],
  [76, 10],
  [1_450, 100],
  [86_400, 10_000],
  [1e9, 10_000],
])('%d s are played at ×%d', (until, speed) => {
  expect(replaySpeed(until)).toBe(speed);
});
