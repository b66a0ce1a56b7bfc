import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { fromMilliseconds, lifecycle, type Scenario } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { someResult } from '../state/fakeLaboratory.test-data.ts';
import { RunButtons } from './RunButtons.tsx';
import type { LabRun } from './useLabRun.ts';

afterEach(cleanup);

const nothing = () => undefined;

function show(change: Partial<RunResult>, scenario: Scenario = { ...lifecycle(), mostEvents: 100_000 }) {
  const result = { ...someResult(scenario, 1), ...change };
  const lab: LabRun = {
    scenario,
    run: { state: 'finished', scenario, update: null, result, failure: null },
    isStale: false,
    start: nothing,
    stop: nothing,
  };
  render(<RunButtons lab={lab} onReset={nothing} link={() => ''} withoutRun={false} />, { wrapper: Translations });
}

it('says at how many events a run was cut, what is missing, and what to do', () => {
  show({ endedBy: 'limit', events: 100_000, endsAt: fromMilliseconds(12_340) });
  expect(
    screen.getByText(/^It came to 100,000 events, the most .*, at 12\.34 s of virtual time\. To see it to its end, set a shorter time/),
  ).toBeTruthy();
  expect(screen.getByText(/What would have come after it is missing/)).toBeTruthy();
});

it('knows the limit of a run that names none', () => {
  const { mostEvents: _, ...scenario } = lifecycle();
  show({ endedBy: 'limit', events: 3_000_000 }, scenario);
  expect(screen.getByText(/^It came to 3,000,000 events/)).toBeTruthy();
});

it('says when it was its time', () => {
  show({ endedBy: 'limit', events: 4_000, endsAt: fromMilliseconds(48 * 3_600_000) });
  expect(screen.getByText(/^It came to 48 hours of virtual time/)).toBeTruthy();
});

it('says nothing of limits where there was none', () => {
  show({ endedBy: 'settled', events: 100_000 });
  expect(screen.queryByText('The run was cut short')).toBeNull();
});
