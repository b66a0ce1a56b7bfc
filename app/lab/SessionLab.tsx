// A lab on sessions: knobs, the stage of scripted clients, the broker's session table, wire, log, and what came out. A lab gives its own parts; what they share is here.
import { type ComponentType, type ReactNode, useCallback, useMemo, useState } from 'react';
import { fromMilliseconds, type QoS, type Scenario, toMilliseconds } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { castOf } from '../bench/benchClients.ts';
import type { LadderLane } from '../bench/benchLane.ts';
import { ClientStage } from '../bench/ClientStage.tsx';
import { ChipFacts } from '../bench/energy/ChipFacts.tsx';
import { LibraryFacts } from '../bench/libraries/LibraryFacts.tsx';
import { SessionTable } from '../bench/SessionTable.tsx';
import type { Playback } from '../bench/usePlayback.ts';
import { useReducedMotion } from '../display/useReducedMotion.ts';
import { type Experiment, useExperiment } from '../state/experiment.ts';
import { type KnobSpecs, standardValues } from '../state/knobs.ts';
import { valuesWith } from '../state/otherSetting.ts';
import { useWidth } from '../ui/useWidth.ts';
import { isPhone } from './Arrangement.tsx';
import { createKnobsOnScreen, KnobsOnScreenContext } from './knobsOnScreen.ts';
import { LabBench } from './LabBench.tsx';
import { useSeenToEnd } from './Prediction.tsx';
import { RunButtons } from './RunButtons.tsx';
import { StepsNotice, stepsIn } from './StepsNotice.tsx';
import { useOtherRun } from './two-worlds/useOtherRun.ts';
import { useSecondWorld, type World } from './two-worlds/useSecondWorld.ts';
import { useTwoWorlds } from './two-worlds/useTwoWorlds.tsx';
import { useLabConf } from './useLabConf.tsx';
import { useLabRun } from './useLabRun.ts';
import { useLearnerSteps, useResumedRuns } from './useLearnerSteps.ts';
import { type Opening, usePlayedRun } from './usePlayedRun.ts';
import { useWholeRun } from './useWholeRun.ts';
import { withSteps } from './withSteps.ts';
import { YourSteps } from './YourSteps.tsx';

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

/** Two clients by name, left and right of the broker. `qos`: the level that names the pair where there are several; else the left client does. */
export interface LadderPair {
  readonly left: string;
  readonly right: string;
  readonly qos?: QoS;
}

/** What makes one lab of it. Must stay the same object. */
export interface SessionLabParts<Values extends object> {
  /** Its own among the labs. */
  readonly name: string;
  readonly specs: KnobSpecs<Values>;
  readonly scenarioOf: (values: Values) => Scenario;
  readonly openingOf: (result: RunResult) => Opening;
  /** Clients that stand beside the broker in the ladder; of several pairs the learner chooses one, or sees all. A function must stay the same one. */
  readonly ladder: LadderPair | ((scenario: Scenario) => readonly LadderPair[]);
  /** The setting that a second world differs in at first, where no knob has been turned; without it the first one. */
  readonly comparesFirst?: keyof Values & string;
  readonly Knobs: ComponentType<{ readonly experiment: Experiment<Values>; readonly children: ReactNode }>;
  readonly Prediction: ComponentType<PredictionPartProps>;
  readonly Figures: ComponentType<OutcomePartProps>;
  readonly WhatToNotice: ComponentType<OutcomePartProps>;
}

function ladderLanes(scenario: Scenario, ladder: SessionLabParts<object>['ladder']): readonly LadderLane[] {
  const pairs = typeof ladder === 'function' ? ladder(scenario) : [ladder];
  return pairs.flatMap(({ left, right, qos = null }): readonly LadderLane[] => {
    const link = [...(scenario.clients ?? []), ...(scenario.programs ?? [])].find(({ name }) => name === left)?.link;
    return link === undefined ? [] : [{ device: left, qos, link, subscriber: { name: right } }];
  });
}

const TAKES_ALL = { takesSteps: true, takesConf: true, takesOther: true, takesInstant: true };

export function SessionLab<Values extends object>({ parts }: { readonly parts: SessionLabParts<Values> }) {
  const { name, specs, scenarioOf, openingOf, ladder, Knobs, Prediction, Figures, WhatToNotice } = parts;
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<Values>(specs, TAKES_ALL);
  const { values, steps, other, instantMs, corrections } = experiment;
  const conf = useLabConf(
    experiment,
    useMemo(() => scenarioOf(values), [scenarioOf, values]),
  );
  const { base, apply, summary } = conf;
  const scenario = useMemo(() => withSteps(base, steps), [base, steps]);
  const { lab, resume, goOn } = useResumedRuns(
    useLabRun(name, scenario, conf.isReady),
    instantMs === null ? null : { scenario, at: fromMilliseconds(instantMs), playing: false },
  );
  const { result } = lab.run;
  // A second world has the same seed, configuration and steps; one setting of its own.
  const wanted = useMemo(
    () => (other === null ? null : withSteps(apply(scenarioOf(valuesWith(values, other))), steps)),
    [other, apply, scenarioOf, values, steps],
  );
  const otherRun = useOtherRun(name, lab, wanted);
  const played = usePlayedRun(result, useReducedMotion(), openingOf, resume, otherRun.beside);
  const { playback } = played;
  const mine = useLearnerSteps(experiment, base, lab, playback, goOn);
  const whole = useWholeRun(result);
  // Who guesses may watch first: the outcome is told when the playhead has been at the end.
  const outcome = useSeenToEnd(result, playback) ? whole : null;

  const first: World = { result, scenario: result?.scenario ?? scenario, played, outcome };
  const second = useSecondWorld(otherRun, result, played, wanted ?? scenario);
  const [onScreen] = useState(createKnobsOnScreen);
  const two = useTwoWorlds({ specs, comparesFirst: parts.comparesFirst, knobs: onScreen, experiment, lab, otherRun, first, second });
  const { followed } = two;

  const shown = followed.scenario;
  const changed = useMemo(() => stepsIn(shown, steps), [shown, steps]);
  const casts = {
    a: useMemo(() => castOf(first.scenario), [first.scenario]),
    b: useMemo(() => castOf(second.scenario), [second.scenario]),
  };
  const lanes = useMemo(() => ladderLanes(shown, ladder), [shown, ladder]);

  const reset = useCallback(() => {
    experiment.reset();
    lab.start(scenarioOf(standardValues<Values>(specs)));
  }, [experiment, lab, scenarioOf, specs]);
  const phone = isPhone(width);
  const versionOf = (client: string | null) =>
    [...(shown.clients ?? []), ...(shown.programs ?? [])].find(({ name }) => name === client)?.protocolVersion ?? shown.protocolVersion;

  const { clock, playing } = playback;
  const restingAt = useCallback(() => (result === null || playing ? null : toMilliseconds(clock.now())), [result, playing, clock]);
  // While it plays the view changes ten times a second: what does not show it is not drawn anew.
  const ofKnobs = lab.isStale ? null : result;
  const knobs = useMemo(
    () => (
      <Knobs experiment={experiment}>
        {summary}
        <Prediction scenario={scenario} result={ofKnobs} whole={ofKnobs === null ? null : whole} playback={playback} />
        <RunButtons lab={lab} onReset={reset} link={experiment.link} restingAt={restingAt} withoutRun={phone} />
        {two.button}
      </Knobs>
    ),
    [experiment, summary, scenario, ofKnobs, whole, playback, lab, reset, restingAt, phone, two.button, Knobs, Prediction],
  );
  return (
    <KnobsOnScreenContext value={onScreen}>
      <LabBench
        frame={frame}
        width={width}
        lab={lab}
        played={followed.played}
        shown={followed.result}
        lossInstants={two.lossInstants}
        {...(two.follow === undefined ? {} : { follow: two.follow })}
        lanes={lanes}
        versionOf={versionOf}
        onReset={reset}
        above={conf.panel(lab)}
        compare={two.panel}
        knobs={knobs}
        stage={(parts) => two.stage(parts, (of, world, whose) => <ClientStage cast={casts[world]} switches={mine} whose={whose} {...of} />)}
        steps={<YourSteps mine={mine} scenario={base} corrections={corrections} playback={playback} />}
        sessions={two.each('sessions', ({ played: { view } }) => <SessionTable view={view} />)}
        figures={two.each('figures', ({ result, played: { view }, outcome }) => (
          <>
            <Figures result={result} view={view} whole={outcome} />
            <ChipFacts view={view} />
          </>
        ))}
        notice={
          <>
            {changed.length > 0 ? (
              <StepsNotice steps={changed} whole={followed.outcome} />
            ) : (
              <WhatToNotice result={followed.result} view={followed.played.view} whole={followed.outcome} />
            )}
            {shown.programs !== undefined && <LibraryFacts programs={shown.programs} />}
          </>
        }
      />
    </KnobsOnScreenContext>
  );
}
