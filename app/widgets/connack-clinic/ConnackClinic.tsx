// The CONNACK clinic put together: the case and its set-up, the bench that plays the run, the broker's answer, and the card. Knows nothing of the page around it.
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { doorstepFinding, NEWCOMER, type Scenario, START } from '#simulations';
import { Bench } from '../../bench/Bench.tsx';
import { BrokerLog } from '../../bench/BrokerLog.tsx';
import { castOf } from '../../bench/benchClients.ts';
import type { LadderLane } from '../../bench/benchLane.ts';
import { ClientStage } from '../../bench/ClientStage.tsx';
import { Inspector } from '../../bench/inspector/Inspector.tsx';
import { Ladder } from '../../bench/Ladder.tsx';
import { TimeBar } from '../../bench/TimeBar.tsx';
import { usePacketChoice } from '../../bench/usePacketChoice.ts';
import { useReducedMotion } from '../../display/useReducedMotion.ts';
import { Arrangement, isPhone } from '../../lab/Arrangement.tsx';
import { Failed } from '../../lab/Failed.tsx';
import { LaboratoryDown } from '../../lab/LaboratoryDown.tsx';
import { RunButton, RunButtons } from '../../lab/RunButtons.tsx';
import { type Opening, usePlayedRun } from '../../lab/usePlayedRun.ts';
import { useResetShortcut } from '../../lab/useResetShortcut.ts';
import { useWholeRun } from '../../lab/useWholeRun.ts';
import { useExperiment } from '../../state/experiment.ts';
import { finishedRuns } from '../../state/laboratory.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { BrokersAnswer } from './BrokersAnswer.tsx';
import { CaseCard } from './CaseCard.tsx';
import { CasePanel } from './CasePanel.tsx';
import styles from './ConnackClinic.module.css';
import { AS_IT_IS, type ClinicKnobs, chosenOf, KNOBS, scenarioOf } from './knobs.ts';
import { NeverGivenPanel } from './NeverGivenPanel.tsx';
import { PredictedAnswer } from './PredictedAnswer.tsx';
import { SetUp } from './SetUp.tsx';
import { useClinicRun } from './useClinicRun.ts';

const openingOf = (): Opening => ({ at: START, speed: 0.05 });

function lanesOf({ clients = [] }: Scenario): readonly LadderLane[] {
  const newcomer = clients.find(({ name }) => name === NEWCOMER);
  const inside = clients.find(({ name }) => name !== NEWCOMER);
  if (newcomer === undefined) return [];
  return [{ device: NEWCOMER, qos: null, link: newcomer.link, subscriber: inside === undefined ? null : { name: inside.name } }];
}

export default function ConnackClinic() {
  const t = useTranslations('lab');
  const words = useTranslations('connackClinic.knobs');
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<ClinicKnobs>(KNOBS);
  const chosen = useMemo(() => chosenOf(experiment.values), [experiment.values]);
  const scenario = useMemo(() => scenarioOf(chosen), [chosen]);
  const lab = useClinicRun(scenario);
  const { result, state, failure } = lab.run;
  const { playback, view, problem } = usePlayedRun(result, useReducedMotion(), openingOf);
  const whole = useWholeRun(result);
  const finding = useMemo(() => (whole === null ? null : doorstepFinding(scenario, whole.events)), [scenario, whole]);
  const cast = useMemo(() => castOf(scenario), [scenario]);
  const lanes = useMemo(() => lanesOf(scenario), [scenario]);
  const { selected, previous, next, choose, goTo } = usePacketChoice(playback, view, lanes, finishedRuns);

  const reset = useCallback(() => experiment.reset(), [experiment]);
  useResetShortcut(frame, reset);
  const phone = isPhone(width);

  // While it plays the view changes ten times a second: what does not show it is not drawn anew.
  const knobs = useMemo(
    () => (
      <CasePanel experiment={experiment} chosen={chosen}>
        <PredictedAnswer version={chosen.version} scenario={scenario} result={result} finding={finding} playback={playback} />
        <RunButtons lab={lab} onReset={reset} link={experiment.link} withoutRun={phone} resetHint={words('resetHint')} />
      </CasePanel>
    ),
    [experiment, chosen, scenario, result, finding, playback, lab, reset, phone, words],
  );
  return (
    <div ref={frame} className={styles.clinic}>
      <LaboratoryDown onRestarted={() => lab.start()} />
      {state === 'failed' && failure !== null && <Failed failure={failure} onAgain={() => lab.start()} />}
      <SetUp chosen={chosen} />
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
                brokerVersion={result?.brokerVersion ?? null}
                selected={selected}
                onSelect={choose}
              />
              {problem !== null && <Notice kind="problem">{t('state.viewProblem')}</Notice>}
            </>
          }
          timeBar={<TimeBar playback={playback} lossInstants={result?.lossInstants ?? []} />}
          runButton={<RunButton lab={lab} />}
          figures={
            <BrokersAnswer version={chosen.version} finding={finding} events={whole?.events ?? []} mending={chosen.mend !== AS_IT_IS} />
          }
          wire={<Ladder lanes={lanes} playback={playback} view={view} selected={selected} onSelect={choose} />}
          packet={<Inspector packet={selected} version={chosen.version} previous={previous} next={next} onSelect={goTo} />}
          log={<BrokerLog view={view} />}
          notice={<CaseCard one={chosen.one} shown={finding !== null} />}
        />
      </Bench>
      <NeverGivenPanel />
    </div>
  );
}
