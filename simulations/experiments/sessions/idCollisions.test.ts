import { describe, expect, it } from 'vitest';
import { takeOverSpread } from '../../calculators/takeOverSpread.ts';
import { connectionSteps, logLines } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { drawnIds, ID_COLLISIONS_DEFAULTS, idCollisions } from './idCollisions.ts';

const SEEDS = 20;

describe.each([
  { devices: 48, ids: 256, characters: 2 },
  { devices: 40, ids: 1_000, characters: 3 },
  { devices: 20, ids: 1, characters: 1 },
])('$devices devices, $ids ids', (change) => {
  it('every device but the first of each id takes a connection over, none is refused, and their number is as reckoned', async () => {
    let total = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const setting = { ...ID_COLLISIONS_DEFAULTS, ...change, seed };
      const events = await eventsOf(idCollisions(setting));
      const takeOvers = logLines(events).filter((line) => line.endsWith('already connected, closing old connection.')).length;
      expect(takeOvers).toBe(setting.devices - new Set(drawnIds(setting)).size);
      const steps = Array.from({ length: setting.devices }, (_, index) => connectionSteps(events, `device ${index + 1}`));
      expect(steps.filter((one) => one.includes('connected 0'))).toHaveLength(setting.devices);
      expect(steps.filter((one) => one.includes('lost'))).toHaveLength(takeOvers);
      total += takeOvers;
    }
    const expected = takeOverSpread(change);
    // Three standard errors.
    expect(Math.abs(total / SEEDS - expected.mean)).toBeLessThanOrEqual((3 * expected.standardDeviation) / Math.sqrt(SEEDS));
  });
});

it('writes the drawn numbers with the given characters, all of one length', () => {
  const ids = drawnIds({ ...ID_COLLISIONS_DEFAULTS, ids: 1_000, alphabet: 'ab', characters: 10, prefix: 'x-' });
  for (const id of ids) expect(id).toMatch(/^x-[ab]{10}$/);
  expect(new Set(ids).size).toBeGreaterThan(40);
});
