import { expect, it } from 'vitest';
import { lifecycle, type ProgramScenario, type Scenario } from '#simulations';
import type { LearnerStep } from '../state/learnerSteps.ts';
import { whyIdle, withSteps } from './withSteps.ts';

const scenario = lifecycle();
const pull: LearnerStep = { atMs: 2_000, client: 'device', do: 'pullCable' };

it('leaves the scenario alone where there is nothing to do', () => {
  expect(withSteps(scenario, [])).toBe(scenario);
  expect(withSteps(scenario, [{ atMs: 5, client: 'nobody', do: 'pullCable' }])).toBe(scenario);
});

it('puts the steps after the script, and changes nothing else while there is time left', () => {
  const changed = withSteps(scenario, [pull, { atMs: 3_000, do: 'killBroker' }]);
  expect(changed).toEqual({ ...scenario, script: [...(scenario.script ?? []), pull, { atMs: 3_000, do: 'killBroker' }] });
});

it('goes on after a late step', () => {
  expect(withSteps(scenario, [{ ...pull, atMs: 15_500 }]).lastsMs).toBe(26_000);
  expect(withSteps(scenario, [{ ...pull, atMs: 48 * 3_600_000 }]).lastsMs).toBe(48 * 3_600_000);
});

it('knows which switches a client has', () => {
  const lost: LearnerStep = { atMs: 1, client: 'sensor', do: 'loseWifi' };
  const on = (runsOn: ProgramScenario['runsOn']): Scenario => ({ ...scenario, programs: [{ name: 'sensor', runsOn } as ProgramScenario] });
  expect(whyIdle(on({ hardware: 'esp32', macAddress: '24:0a:c4:00:00:01', join: 'fullScan' }), lost)).toBeNull();
  expect(whyIdle(on({ hardware: 'computer' }), lost)).toBe('noWifi');
  expect(whyIdle(scenario, lost)).toBe('noSuchClient');
  expect(whyIdle(scenario, { ...lost, client: 'device' })).toBe('noWifi');
});
