// The QoS Delivery Simulator: knobs, the bench that plays the run, and what came out of it. Knows nothing of the page around it.
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { clientIdFromMac, type QosDeliveryKnobs, qosDeliveryScenario } from '#simulations';
import { Bench } from '../../bench/Bench.tsx';
import { BrokerLog } from '../../bench/BrokerLog.tsx';
import { lanesOf } from '../../bench/benchLane.ts';
import { Inspector } from '../../bench/inspector/Inspector.tsx';
import { Ladder } from '../../bench/Ladder.tsx';
import { Stage } from '../../bench/Stage.tsx';
import { TimeBar } from '../../bench/TimeBar.tsx';
import { usePacketChoice } from '../../bench/usePacketChoice.ts';
import { useReducedMotion } from '../../display/useReducedMotion.ts';
import { Arrangement, isPhone } from '../../lab/Arrangement.tsx';
import { Failed } from '../../lab/Failed.tsx';
import { LaboratoryDown } from '../../lab/LaboratoryDown.tsx';
import { RunButton, RunButtons } from '../../lab/RunButtons.tsx';
import { useLabRun } from '../../lab/useLabRun.ts';
import { usePlayedRun } from '../../lab/usePlayedRun.ts';
import { useResetShortcut } from '../../lab/useResetShortcut.ts';
import { useExperiment } from '../../state/experiment.ts';
import { standardValues } from '../../state/knobs.ts';
import { finishedRuns } from '../../state/laboratory.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { Comparison } from './Comparison.tsx';
import { expectedOf } from './figures.ts';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS } from './knobs.ts';
import { LevelFigures } from './LevelFigures.tsx';
import { ModelPanel } from './ModelPanel.tsx';
import { openingOf } from './opening.ts';
import { PredictedDuplicates } from './PredictedDuplicates.tsx';
import styles from './QosDelivery.module.css';
import { Sweep } from './Sweep.tsx';
import { WhatToNotice } from './WhatToNotice.tsx';

/** From here on a reason fits beside its figure. Pixels. */
const REASONS_BESIDE = 900;

export default function QosDelivery() {
  const t = useTranslations('lab');
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<QosDeliveryKnobs>(KNOBS);
  const scenario = useMemo(() => qosDeliveryScenario(experiment.values), [experiment.values]);
  const delivery = useLabRun('qos-delivery', scenario);
  const { run } = delivery;
  const { result } = run;
  const { playback, view, problem } = usePlayedRun(result, useReducedMotion(), openingOf);
  const shownScenario = result?.scenario ?? scenario;
  const lanes = useMemo(() => lanesOf(shownScenario, clientIdFromMac), [shownScenario]);
  const { selected, previous, next, choose, goTo } = usePacketChoice(playback, view, lanes, finishedRuns);
  const expected = useMemo(() => expectedOf(result?.scenario ?? null), [result]);

  const reset = useCallback(() => {
    experiment.reset();
    delivery.start(qosDeliveryScenario(standardValues<QosDeliveryKnobs>(KNOBS)));
  }, [experiment, delivery]);
  useResetShortcut(frame, reset);
  const phone = isPhone(width);

  // While it plays the view changes ten times a second: what does not show it is not drawn anew.
  const knobs = useMemo(
    () => (
      <KnobPanel values={experiment.values} corrections={experiment.corrections} onChange={experiment.set}>
        <PredictedDuplicates scenario={scenario} result={delivery.isStale ? null : result} playback={playback} />
        <RunButtons lab={delivery} onReset={reset} link={experiment.link} withoutRun={phone} />
      </KnobPanel>
    ),
    [experiment, delivery, scenario, result, playback, reset, phone],
  );

  // Before the first result: what the run has come to so far.
  const figures = view?.figures ?? run.update?.figures ?? null;
  return (
    <div ref={frame} className={styles.widget}>
      <LaboratoryDown onRestarted={() => delivery.start()} />
      {run.state === 'failed' && run.failure !== null && <Failed failure={run.failure} onAgain={() => delivery.start()} />}
      <Bench playback={playback}>
        <Arrangement
          width={width}
          knobs={knobs}
          stage={
            <>
              <Stage
                lanes={lanes}
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
          runButton={<RunButton lab={delivery} />}
          figures={<LevelFigures figures={figures} at={view?.at ?? null} />}
          wire={<Ladder lanes={lanes} playback={playback} view={view} selected={selected} onSelect={choose} />}
          packet={<Inspector packet={selected} version={shownScenario.protocolVersion} previous={previous} next={next} onSelect={goTo} />}
          log={<BrokerLog view={view} />}
          notice={<WhatToNotice result={result} expected={expected} />}
        />
      </Bench>
      <Comparison result={result} expected={expected} stale={delivery.isStale} narrow={width < REASONS_BESIDE} />
      <Sweep scenario={scenario} />
      <ModelPanel scenario={scenario} brokerVersion={result?.brokerVersion ?? null} digest={result?.digest ?? null} />
    </div>
  );
}
