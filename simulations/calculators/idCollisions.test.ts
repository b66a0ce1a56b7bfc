import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../engine/random.ts';
import { largestFleet, shortestLength } from './fleetForRisk.ts';
import {
  approximateCollisionProbability,
  collidingPairs,
  collisionProbability,
  expectedTakeOvers,
  logAllDiffer,
  sharingDevices,
} from './idCollisions.ts';
import { CHANCE_OUTCOMES, type ChanceSource, type IdAlphabet, idSafety, idSpace } from './idSpace.ts';
import { takeOverSpread } from './takeOverSpread.ts';

const idsOf = (alphabet: IdAlphabet, characters: number, source: ChanceSource = 'everyCharacter') =>
  idSpace({ alphabet, characters, source }).ids;
const P = (devices: number, ids: number) => collisionProbability({ devices, ids });

/** With integers of any size, to 60 digits. */
function exactly(devices: number, ids: bigint): number {
  const SCALE = 10n ** 60n;
  let differ = SCALE;
  for (let i = 0n; i < BigInt(devices); i++) differ = (differ * (ids - i)) / ids;
  return Number(SCALE - differ) / Number(SCALE);
}

describe('the table of schemes', () => {
  it.each([
    {
      scheme: 'random(10000)',
      ids: idsOf('digits', 4, 'below10000'),
      N: 10_000,
      at100: 0.391,
      at1000: 1,
      at10000: 1,
      half: 119,
      approx: 117.7,
    },
    {
      scheme: 'random(0xffff)',
      ids: idsOf('hex', 4, 'below0xffff'),
      N: 65_535,
      at100: 0.0728,
      at1000: 0.9995,
      at10000: 1,
      half: 302,
      approx: 301.4,
    },
    { scheme: '4 hex digits', ids: idsOf('hex', 4), N: 65_536, at100: 0.0728, at1000: 0.9995, at10000: 1, half: 302, approx: 301.4 },
    {
      scheme: '3 MAC bytes',
      ids: idsOf('hex', 6, 'macLastThree'),
      N: 16_777_216,
      at100: 2.95e-4,
      at1000: 0.0293,
      at10000: 0.949,
      half: 4_823,
      approx: 4_822.7,
    },
    { scheme: '8 hex', ids: idsOf('hex', 8), N: 4.29e9, at100: 1.15e-6, at1000: 1.16e-4, at10000: 0.0116, half: 77_164, approx: 77_162.7 },
    {
      scheme: '8 base62',
      ids: idsOf('lettersAndDigits', 8),
      N: 2.18e14,
      at100: 2.3e-11,
      at1000: 2.3e-9,
      at10000: 2.3e-7,
      half: 1.74e7,
      approx: 1.74e7,
    },
  ])('$scheme', ({ ids, N, at100, at1000, at10000, half, approx }) => {
    const digits = (value: number) => String(value).replace(/e.*/, '').replace(/[.]/, '').replace(/^0+/, '').replace(/0+$/, '').length || 1;
    const asPrinted = (value: number, printed: number) => Number(value.toPrecision(digits(printed)));
    expect(N < 1e8 ? ids : asPrinted(ids, N)).toBe(N);
    expect(asPrinted(P(100, ids), at100)).toBe(at100);
    expect(asPrinted(P(1_000, ids), at1000)).toBe(at1000);
    expect(asPrinted(P(10_000, ids), at10000)).toBe(at10000);
    const fiftyFifty = largestFleet({ ids, risk: 0.5 }) + 1;
    expect(half < 1e6 ? fiftyFifty : asPrinted(fiftyFifty, half)).toBe(half);
    expect(asPrinted(Math.sqrt(2 * Math.LN2 * ids), approx)).toBe(approx);
  });

  it.each([
    { scheme: '12 random hex', ids: idsOf('hex', 12), printed: 1.8e-3, digits: 2 },
    { scheme: '23 hex', ids: idsOf('hex', 23), printed: 1.0e-16, digits: 2 },
    { scheme: '23 base36', ids: idsOf('base36', 23), printed: 8e-25, digits: 1 },
    { scheme: 'uuid4', ids: idsOf('hex', 32, 'uuid'), printed: 9.4e-26, digits: 2 },
    { scheme: '22 base62', ids: idsOf('lettersAndDigits', 22), printed: 1.8e-28, digits: 2 },
    { scheme: '23 base62', ids: idsOf('lettersAndDigits', 23), printed: 3e-30, digits: 1 },
  ])('a million devices, $scheme: $printed', ({ ids, printed, digits }) => {
    expect(Number(P(1_000_000, ids).toPrecision(digits))).toBe(printed);
  });

  it('ten of 62 characters suffice for one in a million at a million devices; the prefix leaves 17 bytes; 7.6 pairs', () => {
    expect(shortestLength({ devices: 1e6, alphabet: 62, ceiling: Number.POSITIVE_INFINITY, risk: 1e-6 })).toBe(10);
    expect(idSafety({ prefix: 'ESP32_', characters: 17 })).toEqual({ bytes: 23, room: 17, tooLong: false, unusual: ['_'] });
    expect(idSafety({ prefix: 'ESP32_', characters: 18 }).tooLong).toBe(true);
    expect(collidingPairs({ devices: 1_000, ids: 65_536 }).toFixed(1)).toBe('7.6');
    expect(idSpace({ alphabet: 'lettersAndDigits', characters: 23, source: 'everyCharacter' }).bits.toFixed(1)).toBe('136.9');
  });
});

describe('the exact probability', () => {
  it.each([
    [2, 2n ** 122n],
    [100, 65_536n],
    [1_000, 2n ** 40n],
    [1_000, 62n ** 23n],
    [3_000, 10n ** 18n],
    [19_999, 2n ** 50n],
  ])('agrees with whole numbers of any size: %d of %s', (devices, ids) => {
    expect(P(devices, Number(ids)) / exactly(devices, ids)).toBeCloseTo(1, 10);
  });

  it('goes on without a seam where the sum is no longer made one by one', () => {
    for (const ids of [2_100, 1e4, 1e6, 1e9, 1e12, 1e20, 1e35]) {
      // The last one that is added one by one, and the first that is not: they differ by one term.
      const [before, after] = [logAllDiffer({ devices: 1_000, ids }), logAllDiffer({ devices: 1_001, ids })];
      expect((before + Math.log1p(-1_000 / ids)) / after).toBeCloseTo(1, 12);
    }
  });

  it('has its ends: nobody collides alone, all do where there are more devices than ids, none with ids of their own', () => {
    expect(P(0, 10)).toBe(0);
    expect(P(1, 1)).toBe(0);
    expect(P(2, 1)).toBe(1);
    expect(P(11, 10)).toBe(1);
    expect(P(1e15, 1e16)).toBe(1);
    expect(P(1e9, Number.POSITIVE_INFINITY)).toBe(0);
  });

  // Ids are counted, so their number is whole; with one and a bit of them there would be fewer pairs than collisions.
  const wholeIds = fc.double({ min: 1, max: 1e40, noNaN: true }).map(Math.floor);
  const fleet = fc.record({ devices: fc.integer({ min: 2, max: 200_000 }), ids: wholeIds });

  it('lies between 0 and 1, grows with the fleet and falls with the ids; the approximation never lies above it', () => {
    fc.assert(
      fc.property(fleet, ({ devices, ids }) => {
        const chance = P(devices, ids);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(P(devices + 1, ids)).toBeGreaterThanOrEqual(chance);
        expect(P(devices, ids * 2)).toBeLessThanOrEqual(chance);
        expect(approximateCollisionProbability({ devices, ids })).toBeLessThanOrEqual(chance * (1 + 1e-12));
        // At most the mean number of pairs, and nearly that where it is rare.
        const pairs = collidingPairs({ devices, ids });
        expect(chance).toBeLessThanOrEqual(Math.min(1, pairs) * (1 + 1e-9));
        if (pairs < 1e-9) expect(chance / pairs).toBeCloseTo(1, 8);
      }),
      { numRuns: 300 },
    );
  });

  it('counts concerned devices in order: take-overs, sharing devices, and no more than all; pairs at least as many as take-overs', () => {
    fc.assert(
      fc.property(fleet, (one) => {
        const [takeOvers, sharing, pairs] = [expectedTakeOvers(one), sharingDevices(one), collidingPairs(one)];
        expect(takeOvers).toBeGreaterThan(0);
        expect(takeOvers).toBeLessThanOrEqual(sharing * (1 + 1e-9));
        expect(sharing).toBeLessThanOrEqual(one.devices * (1 + 1e-12));
        expect(takeOvers).toBeLessThanOrEqual(pairs * (1 + 1e-9));
        if (pairs / one.devices < 1e-9) {
          expect(takeOvers / pairs).toBeCloseTo(1, 6);
          expect(sharing / (2 * pairs)).toBeCloseTo(1, 6);
        }
      }),
    );
  });
});

describe('the other way round', () => {
  it('misses half a chance at 8 hex digits by a hair with 77,163 devices, and passes it with one more', () => {
    expect(exactly(77_163, 2n ** 32n)).toBeLessThan(0.5);
    expect(exactly(77_163, 2n ** 32n)).toBeCloseTo(0.5, 6);
    expect(exactly(77_164, 2n ** 32n)).toBeGreaterThan(0.5);
  });

  it('finds the fleet at which the risk is just kept', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 1e20, noNaN: true }).map(Math.floor),
        fc.double({ min: 1e-12, max: 0.999, noNaN: true }),
        (ids, risk) => {
          const devices = largestFleet({ ids, risk });
          expect(P(devices, ids)).toBeLessThanOrEqual(risk);
          expect(P(devices + 1, ids)).toBeGreaterThan(risk);
        },
      ),
      { numRuns: 40 },
    );
    expect(largestFleet({ ids: 100, risk: 0 })).toBe(1);
    expect(largestFleet({ ids: 100, risk: 1 })).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('finds the length at which it is just kept, and none where the chance is too poor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1e7 }),
        fc.constantFrom(10, 16, 36, 62),
        fc.double({ min: 1e-18, max: 0.9, noNaN: true }),
        (devices, alphabet, risk) => {
          const length = shortestLength({ devices, alphabet, ceiling: Number.POSITIVE_INFINITY, risk }) ?? 0;
          expect(P(devices, alphabet ** length)).toBeLessThanOrEqual(risk);
          if (length > 1) expect(P(devices, alphabet ** (length - 1))).toBeGreaterThan(risk);
        },
      ),
      { numRuns: 60 },
    );
    expect(shortestLength({ devices: 1_000, alphabet: 62, ceiling: CHANCE_OUTCOMES.below0xffff, risk: 1e-6 })).toBeNull();
    expect(shortestLength({ devices: 2, alphabet: 62, ceiling: 1, risk: 0.5 })).toBeNull();
    expect(shortestLength({ devices: 1, alphabet: 62, ceiling: 1, risk: 0 })).toBe(1);
  });
});

describe('where the chance comes from', () => {
  it.each<[ChanceSource, number]>([
    ['neverSeeded', 1],
    ['macFirstThree', 1],
    ['analogSeed', 4_096],
    ['below10000', 10_000],
    ['below0xffff', 65_535],
    ['macLastThree', 16_777_216],
    ['oneWord', 4_294_967_296],
    ['wholeMac', Number.POSITIVE_INFINITY],
  ])('%s limits twelve hex digits to %d ids', (source, ids) => {
    const space = idSpace({ alphabet: 'hex', characters: 12, source });
    expect(space.ids).toBe(ids);
    expect(space.limitedBySource).toBe(Number.isFinite(ids));
  });
});

it('the take-overs of drawn fleets have that mean and that spread', () => {
  for (const [devices, ids] of [
    [48, 256],
    [48, 2],
    [10, 1_000],
    [30, 40],
  ] as const) {
    const chance = randomStream(7, `${devices} of ${ids}`);
    const counts = Array.from(
      { length: 20_000 },
      () => devices - new Set(Array.from({ length: devices }, () => Math.floor(chance.next() * ids))).size,
    );
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    const expected = takeOverSpread({ devices, ids });
    expect(Math.abs(mean - expected.mean)).toBeLessThan((4 * expected.standardDeviation) / Math.sqrt(counts.length) + 1e-9);
    expect(Math.abs(Math.sqrt(variance) - expected.standardDeviation)).toBeLessThan(0.04 * expected.standardDeviation + 2e-3);
  }
  expect(takeOverSpread({ devices: 48, ids: 1 })).toEqual({ mean: 47, standardDeviation: 0 });
  const worked = takeOverSpread({ devices: 48, ids: 256 });
  expect([worked.mean.toFixed(2), worked.standardDeviation.toFixed(2)]).toEqual(['4.15', '1.80']);
});
