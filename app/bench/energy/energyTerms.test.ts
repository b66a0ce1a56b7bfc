import { expect, it } from 'vitest';
import { ENERGY_PARTS, type EnergyMillijoules } from '#simulations';
import { currentOf, largestPart, secondsAwake, secondsIn, secondsPowered, usedParts } from './energyTerms.ts';

const nothing = Object.fromEntries([...ENERGY_PARTS, 'total'].map((part) => [part, 0])) as EnergyMillijoules;
// 0.3 s of boot, 1.4 s of joining, 100 s of deep sleep, and something sent.
const some: EnergyMillijoules = { ...nothing, boot: 48.51, associate: 462, transmit: 2, deepSleep: 3.3, total: 515.81 };

it('finds the parts that there are, in the order of a wake-up', () => {
  expect(usedParts([some])).toEqual(['boot', 'associate', 'transmit', 'deepSleep']);
  expect(usedParts([some, { ...nothing, listen: 1 }])).toEqual(['boot', 'associate', 'listen', 'transmit', 'deepSleep']);
  expect(usedParts([nothing])).toEqual([]);
});

it('reads the time out of the energy', () => {
  expect(secondsIn('boot', some)).toBeCloseTo(0.3, 9);
  expect(secondsIn('associate', some)).toBeCloseTo(1.4, 9);
  expect(secondsIn('deepSleep', some)).toBeCloseTo(100, 9);
  expect([secondsIn('transmit', some), secondsIn('listen', some)]).toEqual([null, 0]);
  expect(secondsAwake(some)).toBeCloseTo(1.7, 9);
  expect(secondsPowered(some)).toBeCloseTo(101.7, 9);
});

it('counts sending with all that it draws', () => {
  expect([currentOf('transmit'), currentOf('listen'), currentOf('deepSleep')]).toEqual([240, 100, 0.01]);
});

it('names the largest part', () => {
  expect(largestPart(some)).toEqual({ part: 'associate', share: 462 / 515.81 });
  expect(largestPart(nothing)).toBeNull();
});
