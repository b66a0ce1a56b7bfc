import { describe, expect, test } from 'vitest';
import { joinMs } from '../devices/wifi.ts';
import {
  averageMilliamps,
  batteryDays,
  chargeMilliampHours,
  connectedMs,
  dutyMilliamps,
  energyPerWakeUp,
  type WakeUp,
} from './energyPerWakeUp.ts';

const wakeUp: WakeUp = {
  bootMs: 300,
  joinMs: joinMs('knownChannel'),
  roundTripMs: 50,
  security: 'none',
  qos: 1,
  packetBytes: [49, 30, 2],
  rate: '802.11b',
  listenMs: 0,
  sleepMs: 600_000,
};

test('the worked example', () => {
  const { periodMs, ...energy } = energyPerWakeUp(wakeUp);
  expect(energy.boot).toBeCloseTo(48.51, 6);
  expect(energy.associate).toBeCloseTo(462, 6);
  expect(energy.listen).toBeCloseTo(49.5, 6);
  // 192 + 8 · 141, 192 + 8 · 122 and 192 + 8 · 94 microseconds at 140 mA more.
  expect(energy.transmit).toBeCloseTo((3.3 * 140 * (1_320 + 1_168 + 944)) / 1e6, 9);
  expect(energy.deepSleep).toBeCloseTo(19.8, 6);
  expect(energy.total).toBeCloseTo(581.4, 1);
  expect(periodMs).toBe(300 + 1_400 + 150 + 600_000);
});

test.each([
  { security: 'none', qos: 0, roundTrips: 2 },
  { security: 'none', qos: 2, roundTrips: 4 },
  { security: 'tls12', qos: 1, roundTrips: 5 },
  { security: 'tls13', qos: 1, roundTrips: 4 },
] as const)('$security at QoS $qos takes $roundTrips round trips', ({ security, qos, roundTrips }) => {
  expect(connectedMs({ ...wakeUp, security, qos })).toBe(roundTrips * 50);
  expect(connectedMs({ ...wakeUp, security, qos, listenMs: 1_000 })).toBe(roundTrips * 50 + 1_000);
});

test('a faster rate saves on sending alone', () => {
  const [slow, fast] = (['802.11b', '802.11n'] as const).map((rate) => energyPerWakeUp({ ...wakeUp, rate }));
  expect((slow?.total ?? 0) - (fast?.total ?? 0)).toBeCloseTo((slow?.transmit ?? 0) - (fast?.transmit ?? 0), 9);
  expect(fast?.transmit).toBeLessThan((slow?.transmit ?? 0) / 20);
});

test('a deeper sleep: a tenth of the current, a tenth of the energy', () => {
  const { deepSleep } = energyPerWakeUp({ ...wakeUp, sleepMilliamps: 0.1 });
  expect(deepSleep).toBeCloseTo(198, 6);
});

test('charge and average current', () => {
  expect(chargeMilliampHours(3.3 * 3_600)).toBeCloseTo(1, 12);
  expect(averageMilliamps(330, 1_000)).toBeCloseTo(100, 9);
  expect(averageMilliamps(0, 0)).toBe(0);
});

describe('2,000 mAh, one wake-up in ten minutes at 100 mA, 10 µA of sleep', () => {
  test.each([
    { seconds: 0.17, days: 2_174 },
    { seconds: 1, days: 472 },
    { seconds: 4, days: 123 },
  ])('awake for $seconds s: $days days', ({ seconds, days }) => {
    const milliamps = dutyMilliamps({ milliamps: 100, ms: seconds * 1_000 }, 0.01, 600_000);
    expect(Math.round(batteryDays(2_000, milliamps))).toBe(days);
  });

  test('always connected at 30 mA: less than three days', () => {
    expect(batteryDays(2_000, 30)).toBeCloseTo(2.8, 1);
  });
});
