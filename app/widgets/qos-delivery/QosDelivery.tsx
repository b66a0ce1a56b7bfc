// The QoS Delivery Simulator: knobs, the bench that plays the run, and what came out of it. Knows nothing of the page around it.
import { useCallback, useMemo } from 'react';
import { clientIdFromMac, type QosDeliveryKnobs, qosDeliveryScenario } from '#simulations';
import { lanesOf } from '../../bench/benchLane.ts';
import { Stage } from '../../bench/Stage.tsx';
import { useReducedMotion } from '../../display/useReducedMotion.ts';
import { isPhone } from '../../lab/Arrangement.tsx';
import { LabBench } from '../../lab/LabBench.tsx';
import { RunButtons } from '../../lab/RunButtons.tsx';
import { useLabRun } from '../../lab/useLabRun.ts';
import { usePlayedRun } from '../../lab/usePlayedRun.ts';
import { useExperiment } from '../../state/experiment.ts';
import { standardValues } from '../../state/knobs.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { Comparison } from './Comparison.tsx';
import { expectedOf } from './figures.ts';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS } from './knobs.ts';
import { LevelFigures } from './LevelFigures.tsx';
import { ModelPanel } from './ModelPanel.tsx';
import { openingOf } from './opening.ts';
import { PredictedDuplicates } from './PredictedDuplicates.tsx';
import { Sweep } from './Sweep.tsx';
import { WhatToNotice } from './WhatToNotice.tsx';

/** From here on a reason fits beside its figure. Pixels. */
const REASONS_BESIDE = 900;

export default function QosDelivery() {
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<QosDeliveryKnobs>(KNOBS);
  const scenario = useMemo(() => qosDeliveryScenario(experiment.values), [experiment.values]);
  const delivery = useLabRun('qos-delivery', scenario);
  const { run } = delivery;
  const { result } = run;
  const played = usePlayedRun(result, useReducedMotion(), openingOf);
  const { playback, view } = played;
  const shownScenario = result?.scenario ?? scenario;
  const lanes = useMemo(() => lanesOf(shownScenario, clientIdFromMac), [shownScenario]);
  const expected = useMemo(() => expectedOf(result?.scenario ?? null), [result]);

  const reset = useCallback(() => {
    experiment.reset();
    delivery.start(qosDeliveryScenario(standardValues<QosDeliveryKnobs>(KNOBS)));
  }, [experiment, delivery]);
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
    <LabBench
      frame={frame}
      width={width}
      lab={delivery}
      played={played}
      lanes={lanes}
      versionOf={() => shownScenario.protocolVersion}
      onReset={reset}
      knobs={knobs}
      stage={(parts) => <Stage lanes={lanes} {...parts} />}
      figures={<LevelFigures figures={figures} at={view?.at ?? null} />}
      notice={<WhatToNotice result={result} expected={expected} />}
    >
      <Comparison result={result} expected={expected} stale={delivery.isStale} narrow={width < REASONS_BESIDE} />
      <Sweep scenario={scenario} />
      <ModelPanel scenario={scenario} brokerVersion={result?.brokerVersion ?? null} digest={result?.digest ?? null} />
    </LabBench>
  );
}
