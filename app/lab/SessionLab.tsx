// A lab on sessions: knobs, the stage of scripted clients, the broker's session table, wire, log, and what came out. A lab gives its own parts; what they share is here.
import { type ComponentType, type ReactNode, useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { Bench } from '../bench/Bench.tsx';
import { BrokerLog } from '../bench/BrokerLog.tsx';
import { castOf } from '../bench/benchClients.ts';
import type { LadderLane } from '../bench/benchLane.ts';
import { ClientStage } from '../bench/ClientStage.tsx';
import { Inspector } from '../bench/inspector/Inspector.tsx';
import { Ladder } from '../bench/Ladder.tsx';
import { SessionTable } from '../bench/SessionTable.tsx';
import { TimeBar } from '../bench/TimeBar.tsx';
import { usePacketChoice } from '../bench/usePacketChoice.ts';
import type { Playback } from '../bench/usePlayback.ts';
import { useReducedMotion } from '../display/useReducedMotion.ts';
import { type Experiment, useExperiment } from '../state/experiment.ts';
import { type KnobSpecs, standardValues } from '../state/knobs.ts';
import { finishedRuns } from '../state/laboratory.ts';
import { Notice } from '../ui/Notice.tsx';
import { useWidth } from '../ui/useWidth.ts';
import { Arrangement, isPhone } from './Arrangement.tsx';
import { Failed } from './Failed.tsx';
import { LaboratoryDown } from './LaboratoryDown.tsx';
import { useSeenToEnd } from './Prediction.tsx';
import { RunButton, RunButtons } from './RunButtons.tsx';
import styles from './SessionLab.module.css';
import { useLabRun } from './useLabRun.ts';
import { type Opening, usePlayedRun } from './usePlayedRun.ts';
import { useResetShortcut } from './useResetShortcut.ts';
import { useWholeRun } from './useWholeRun.ts';

export interface PredictionPartProps {
  /** What the knobs say. */
  readonly scenario: Scenario;
  /** The run of that very scenario, and the whole of it; `null` where there is none yet. */
  readonly result: RunResult | null;
  readonly whole: RunView | null;
  readonly playback: Playback;
}

export interface OutcomePartProps {
  /** The run that is shown; `null` before the first. */
  readonly result: RunResult | null;
  /** As it stands at the playhead. */
  readonly view: RunView | null;
  /** The whole of it, once its end has been seen; `null` before. */
  readonly whole: RunView | null;
}

/** What makes one lab of it. Must stay the same object. */
export interface SessionLabParts<Values extends object> {
  /** Its own among the labs. */
  readonly name: string;
  readonly specs: KnobSpecs<Values>;
  readonly scenarioOf: (values: Values) => Scenario;
  readonly openingOf: (result: RunResult) => Opening;
  /** Clients that stand beside the broker in the ladder: by name, left and right. */
  readonly ladder: { readonly left: string; readonly right: string };
  readonly Knobs: ComponentType<{ readonly experiment: Experiment<Values>; readonly children: ReactNode }>;
  readonly Prediction: ComponentType<PredictionPartProps>;
  readonly Figures: ComponentType<OutcomePartProps>;
  readonly WhatToNotice: ComponentType<OutcomePartProps>;
}

function ladderLanes({ clients = [] }: Scenario, { left, right }: SessionLabParts<object>['ladder']): readonly LadderLane[] {
  const link = clients.find(({ name }) => name === left)?.link;
  return link === undefined ? [] : [{ device: left, qos: null, link, subscriber: { name: right } }];
}

export function SessionLab<Values extends object>({ parts }: { readonly parts: SessionLabParts<Values> }) {
  const { name, specs, scenarioOf, openingOf, ladder, Knobs, Prediction, Figures, WhatToNotice } = parts;
  const t = useTranslations('lab');
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<Values>(specs);
  const scenario = useMemo(() => scenarioOf(experiment.values), [scenarioOf, experiment.values]);
  const lab = useLabRun(name, scenario);
  const { result, state, failure } = lab.run;
  const { playback, view, problem } = usePlayedRun(result, useReducedMotion(), openingOf);
  const whole = useWholeRun(result);
  // Who guesses may watch first: the outcome is told when the playhead has been at the end.
  const outcome = useSeenToEnd(result, playback) ? whole : null;

  const shown = result?.scenario ?? scenario;
  const cast = useMemo(() => castOf(shown), [shown]);
  const lanes = useMemo(() => ladderLanes(shown, ladder), [shown, ladder]);
  const { selected, previous, next, choose, goTo } = usePacketChoice(playback, view, lanes, finishedRuns);

  const reset = useCallback(() => {
    experiment.reset();
    lab.start(scenarioOf(standardValues<Values>(specs)));
  }, [experiment, lab, scenarioOf, specs]);
  useResetShortcut(frame, reset);
  const phone = isPhone(width);
  const brokerVersion = result?.brokerVersion ?? null;
  const version = shown.clients?.find((client) => client.name === selected?.client)?.protocolVersion ?? shown.protocolVersion;

  // While it plays the view changes ten times a second: what does not show it is not drawn anew.
  const ofKnobs = lab.isStale ? null : result;
  const knobs = useMemo(
    () => (
      <Knobs experiment={experiment}>
        <Prediction scenario={scenario} result={ofKnobs} whole={ofKnobs === null ? null : whole} playback={playback} />
        <RunButtons lab={lab} onReset={reset} link={experiment.link} withoutRun={phone} />
      </Knobs>
    ),
    [experiment, scenario, ofKnobs, whole, playback, lab, reset, phone, Knobs, Prediction],
  );
  return (
    <div ref={frame} className={styles.lab}>
      <LaboratoryDown onRestarted={() => lab.start()} />
      {state === 'failed' && failure !== null && <Failed failure={failure} onAgain={() => lab.start()} />}
      <Bench playback={playback}>
        <Arrangement
          width={width}
          knobs={knobs}
          stage={
            <>
              <ClientStage
                cast={cast}
                playback={playback}
                view={view}
                brokerVersion={brokerVersion}
                selected={selected}
                onSelect={choose}
              />
              {problem !== null && <Notice kind="problem">{t('state.viewProblem')}</Notice>}
            </>
          }
          timeBar={<TimeBar playback={playback} lossInstants={result?.lossInstants ?? []} />}
          runButton={<RunButton lab={lab} />}
          sessions={<SessionTable view={view} />}
          figures={<Figures result={result} view={view} whole={outcome} />}
          wire={<Ladder lanes={lanes} playback={playback} view={view} selected={selected} onSelect={choose} />}
          packet={<Inspector packet={selected} version={version} previous={previous} next={next} onSelect={goTo} />}
          log={<BrokerLog view={view} />}
          notice={<WhatToNotice result={result} view={view} whole={outcome} />}
        />
      </Bench>
    </div>
  );
}
