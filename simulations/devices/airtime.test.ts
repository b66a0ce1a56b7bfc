import { expect, test } from 'vitest';
import { airtimeMicroseconds, TRANSMISSIONS, TRANSMIT_MILLIAMPS, type WifiRate } from './airtime.ts';
import { energyMillijoules } from './power.ts';

const RATES = Object.keys(TRANSMISSIONS) as WifiRate[];

test('the worked example: a PUBLISH of 28 bytes at the three rates', () => {
  // 120 bytes with headers: 192 + 960; 982 bits in 5 symbols; in 4.
  expect(RATES.map((rate) => [rate, airtimeMicroseconds(28, rate)])).toEqual([
    ['802.11b', 1_152],
    ['802.11g', 46],
    ['802.11n', 58],
  ]);
});

test('a long frame comes near to the rate that its name promises', () => {
  const added = (rate: WifiRate) => (airtimeMicroseconds(1_300, rate) - airtimeMicroseconds(0, rate)) / (1_300 * 8);
  for (const rate of RATES) expect(added(rate) * TRANSMISSIONS[rate].megabitsPerSecond).toBeCloseTo(1, 1);
});

test('a faster rate draws less and costs a twentieth', () => {
  const [b, g, n] = RATES.map((rate) => energyMillijoules(TRANSMISSIONS[rate].milliamps, airtimeMicroseconds(28, rate)));
  expect(b).toBeCloseTo(0.9124, 4);
  expect(g).toBeCloseTo(0.0288, 4);
  expect(n).toBeCloseTo(0.0345, 4);
});

test('a run counts with the slowest rate', () => {
  expect(TRANSMIT_MILLIAMPS).toBe(240);
  expect(airtimeMicroseconds(28)).toBe(airtimeMicroseconds(28, '802.11b'));
});
