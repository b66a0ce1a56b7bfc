// The proof of a calculator: its scenario run on the real broker, once or with several seeds one after the other, and what each run came to.
import { useCallback, useState } from 'react';
import { type Scenario, START } from '#simulations';
import type { RunView } from '#simulations/worker';
import { type Failure, failureOf } from '../state/failure.ts';
import { laboratory } from '../state/laboratory.ts';
import { useQuestion } from '../state/useQuestion.ts';

/** Must stay the same object while what is calculated stays the same: another one makes what has been run stale. */
export interface ProofPlan {
  /** A seed names the run, chance in the scenario's making (drawn ids, say) included. */
  readonly scenarioOf: (seed: number) => Scenario;
  /** Runs, 1 to 200; 1 where nothing is left to chance. Seeds 1, 2, ... */
  readonly seeds: number;
  /** `end`: figures are read from how everything stood at the end. `whole`: from the events too (up to 4,000). Default `end`. */
  readonly looksAt?: 'end' | 'whole';
  /** What is read of each run, by the keys of the figures. */
  readonly read: (view: RunView, scenario: Scenario) => Readonly<Record<string, number>>;
}

export interface ProofRun {
  readonly seed: number;
  readonly values: Readonly<Record<string, number>>;
}

export interface Proof {
  readonly state: 'idle' | 'running' | 'finished' | 'stopped' | 'failed';
  /** Those that are done. */
  readonly runs: readonly ProofRun[];
  /** That they are runs of; `null` before the first. */
  readonly plan: ProofPlan | null;
  readonly isStale: boolean;
  readonly failure: Failure | null;
  readonly brokerVersion: string | null;
  start(): void;
  stop(): void;
}

type State = Omit<Proof, 'isStale' | 'start' | 'stop'>;

const LOG_LINES = 500;

async function runOnce(channel: string, plan: ProofPlan, seed: number): Promise<{ run: ProofRun; brokerVersion: string }> {
  const scenario = plan.scenarioOf(seed);
  const { runId, endsAt, brokerVersion } = await laboratory().run(channel, scenario);
  const from = plan.looksAt === 'whole' ? START : endsAt;
  const view = await laboratory().view({ runId, at: endsAt, from, to: endsAt, logLines: LOG_LINES });
  return { run: { seed, values: plan.read(view, scenario) }, brokerVersion };
}

/** `name`: the calculator's own. */
export function useProof(name: string, plan: ProofPlan): Proof {
  const question = useQuestion(`${name}/proof`);
  const [state, setState] = useState<State>({ state: 'idle', runs: [], plan: null, failure: null, brokerVersion: null });

  const start = useCallback(async () => {
    const isNewest = question.begin();
    setState({ state: 'running', runs: [], plan, failure: null, brokerVersion: null });
    try {
      for (let seed = 1; seed <= plan.seeds; seed++) {
        const { run, brokerVersion } = await runOnce(question.channel, plan, seed);
        if (!isNewest()) return;
        setState((before) => ({ ...before, runs: [...before.runs, run], brokerVersion }));
      }
      setState((before) => ({ ...before, state: 'finished' }));
    } catch (cause) {
      const failure = failureOf(cause);
      if (isNewest()) setState((before) => ({ ...before, state: failure.code === 'cancelled' ? 'stopped' : 'failed', failure }));
    }
  }, [question, plan]);

  const stop = useCallback(() => {
    question.end();
    setState((before) => ({ ...before, state: 'stopped' }));
  }, [question]);

  return { ...state, isStale: state.plan !== null && state.plan !== plan, start: () => void start(), stop };
}
