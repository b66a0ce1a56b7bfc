import { describe, expect, test } from 'vitest';
import { fromMilliseconds } from '../engine/time.ts';
import { ENERGY_PARTS, EnergyUse, transmitMillijoules } from './energyUse.ts';

const at = fromMilliseconds;

/** 0.3 s of boot, 1.4 s of joining, 2 s of listening, a minute of modem sleep, a second of light sleep, then deep sleep. */
function aDay(): EnergyUse {
  const use = new EnergyUse();
  use.enter('boot', at(0));
  use.enter('associate', at(300));
  use.enter('listen', at(1_700));
  use.enter('modemSleep', at(3_700));
  use.enter('lightSleep', at(63_700));
  use.enter('deepSleep', at(64_700));
  return use;
}

test('each state is its current, its time and 3.3 V', () => {
  const energy = aDay().upTo(at(164_700), 'counted');
  expect(energy.boot).toBeCloseTo(3.3 * 49 * 0.3, 9);
  expect(energy.associate).toBeCloseTo(3.3 * 100 * 1.4, 9);
  expect(energy.listen).toBeCloseTo(3.3 * 100 * 2, 9);
  expect(energy.modemSleep).toBeCloseTo(3.3 * 49 * 60, 9);
  expect(energy.lightSleep).toBeCloseTo(3.3 * 0.8, 9);
  expect(energy.deepSleep).toBeCloseTo(3.3 * 0.01 * 100, 9);
  expect([energy.hibernation, energy.transmit]).toEqual([0, 0]);
});

test('the parts make the whole, with and without sleep', () => {
  for (const sleep of ['counted', 'leftOut'] as const) {
    const energy = aDay().upTo(at(164_700), sleep);
    expect(ENERGY_PARTS.reduce((sum, part) => sum + energy[part], 0)).toBeCloseTo(energy.total, 9);
  }
  const [with_, without] = (['counted', 'leftOut'] as const).map((sleep) => aDay().upTo(at(164_700), sleep));
  expect(without?.deepSleep).toBe(0);
  expect((with_?.total ?? 0) - (without?.total ?? 0)).toBeCloseTo(3.3, 9);
});

describe('sending', () => {
  test('counts what the transmitter draws above the receiver', () => {
    const use = new EnergyUse();
    use.enter('listen', at(0));
    use.transmitted(28);
    expect(use.upTo(at(0)).transmit).toBeCloseTo(3.3 * (240 - 100) * 0.001152, 9);
    expect(use.upTo(at(0)).transmit).toBe(transmitMillijoules(28));
  });

  test('out of modem sleep counts all above that', () => {
    const use = new EnergyUse();
    use.enter('modemSleep', at(0));
    use.transmitted(28);
    expect(use.upTo(at(0)).transmit).toBeCloseTo(3.3 * (240 - 49) * 0.001152, 9);
  });
});

test('a device without supply uses nothing, and a copy goes its own way', () => {
  const use = new EnergyUse();
  expect(use.upTo(at(1_000), 'counted').total).toBe(0);
  use.enter('boot', at(1_000));
  const copy = use.clone();
  use.enter('off', at(1_300));
  expect(use.upTo(at(9_000), 'counted').total).toBeCloseTo(3.3 * 49 * 0.3, 9);
  expect(copy.upTo(at(3_000)).total).toBeCloseTo(3.3 * 49 * 2, 9);
});
