// The second world's run, on a channel of its own. It is asked for together with the first world's, and belongs to exactly one run of that.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Scenario } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { cancel, type RunChannel, startRun, useRun } from '../../state/run.ts';
import { useChannel } from '../../state/useChannel.ts';
import { isSameScenario, type LabRun } from '../useLabRun.ts';

/** Two scenarios that differ by one setting. */
interface Pair {
  readonly first: Scenario;
  readonly second: Scenario;
}

export interface OtherRun {
  readonly run: RunChannel;
  /** The second world's run beside the one that is shown; `null`: it is not there yet, or no longer. */
  readonly beside: RunResult | null;
}

/** `name`: the lab's own. `wanted`: the second world of the knobs as they stand; `null`: there is none. Turned knobs wait, as in the first world, until Run. */
export function useOtherRun(name: string, lab: LabRun, wanted: Scenario | null): OtherRun {
  const channel = useChannel(`${name} other`);
  const run = useRun(channel);
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const latest = useRef(run);
  latest.current = run;

  const { scenario: first } = lab;
  const { state, scenario: asked, result: shown } = lab.run;
  const waits = useMemo(() => asked === null || !isSameScenario(asked, first), [asked, first]);
  // A first world that starts anew gives the second one another try.
  useEffect(() => {
    if (wanted === null || state === 'cancelled') return cancel(channel);
    if (waits) return;
    setPairs((before) => [{ first, second: wanted }, ...before].slice(0, 2));
    const { state: now, scenario } = latest.current;
    const isThere = (now === 'running' || now === 'finished') && scenario !== null && isSameScenario(scenario, wanted);
    if (!isThere) void startRun(channel, wanted);
  }, [channel, first, wanted, waits, state]);
  useEffect(() => () => cancel(channel), [channel]);

  const { result } = run;
  const beside = useMemo(() => {
    const isPair = ({ first: one, second }: Pair) =>
      shown !== null && result !== null && isSameScenario(one, shown.scenario) && isSameScenario(second, result.scenario);
    return pairs.some(isPair) ? result : null;
  }, [pairs, shown, result]);
  return { run, beside: wanted === null ? null : beside };
}
