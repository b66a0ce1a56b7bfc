// The learner's steps in a lab's scenario: those that it can take go into the script after what stands there, and the run goes on long enough for them to show.
import type { Scenario } from '#simulations';
import { type LearnerStep, switchOf } from '../state/learnerSteps.ts';

/** After the last step: long enough for keep alive, reconnects and resends of the labs to come. Milliseconds. */
const GOES_ON_MS = 10_000;
/** The run then ends at a whole one of these: labs tell its length. */
const TIDY_MS = 1_000;
const LONGEST_MS = 48 * 3_600_000;

/** Why a scenario cannot take a step; `null`: it can. */
export function whyIdle({ clients = [], programs = [] }: Scenario, step: LearnerStep): 'noSuchClient' | 'noWifi' | null {
  if (!('client' in step)) return null;
  const program = programs.find(({ name }) => name === step.client);
  if (program === undefined && !clients.some(({ name }) => name === step.client)) return 'noSuchClient';
  return switchOf(step) === 'wifi' && program?.runsOn.hardware !== 'esp32' ? 'noWifi' : null;
}

/** The scenario itself where no step applies. */
export function withSteps(scenario: Scenario, steps: readonly LearnerStep[]): Scenario {
  const taken = steps.filter((step) => whyIdle(scenario, step) === null);
  if (taken.length === 0) return scenario;
  const last = Math.max(...taken.map(({ atMs }) => atMs));
  return {
    ...scenario,
    script: [...(scenario.script ?? []), ...taken],
    lastsMs: Math.min(LONGEST_MS, Math.max(scenario.lastsMs ?? 0, Math.ceil((last + GOES_ON_MS) / TIDY_MS) * TIDY_MS)),
  };
}
