import { expect, test } from 'vitest';
import { BEACON_TIMEOUT_MS, joinMs, joinPhases, SIGNAL_LOSS_NOTICED_MS } from './wifi.ts';

test.each([
  { join: 'fullScan', names: ['scan', 'authenticate', 'dhcp'], totalMs: 4_000 },
  { join: 'knownChannel', names: ['scan', 'authenticate', 'dhcp'], totalMs: 1_400 },
  { join: 'everythingKept', names: ['authenticate'], totalMs: 170 },
] as const)('$join takes $totalMs ms', ({ join, names, totalMs }) => {
  const phases = joinPhases(join);
  expect(phases.map(({ name }) => name)).toEqual(names);
  expect(phases.every(({ durationMs }) => durationMs > 0)).toBe(true);
  expect(joinMs(join)).toBe(totalMs);
});

test('a known channel saves twelve of thirteen channels and the new lease', () => {
  const [full, known] = [joinPhases('fullScan'), joinPhases('knownChannel')];
  expect([full[0]?.durationMs, known[0]?.durationMs]).toEqual([1_560, 120]);
  expect(full[1]).toEqual(known[1]);
});

test('the loss of the signal is noticed after sixty beacons and five probes', () => {
  expect([BEACON_TIMEOUT_MS, SIGNAL_LOSS_NOTICED_MS]).toEqual([6_000, 8_500]);
});
