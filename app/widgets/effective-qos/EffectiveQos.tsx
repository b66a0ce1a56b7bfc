// Effective QoS, observed: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds, matrixPublisher, matrixReader, QOS_LEVELS, type Scenario, STOP_CONTROLLER, STOP_PANEL } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { type LadderPair, SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import type { Opening } from '../../lab/usePlayedRun.ts';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { type EffectiveQosKnobs, effectiveQosScenario, KNOBS } from './knobs.ts';
import { PredictedArrival } from './PredictedArrival.tsx';
import { hopsCut, sceneOf } from './scene.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

/** Just before the first message leaves. Where there is waiting in between: faster. */
function openingOf({ scenario }: RunResult): Opening {
  const scene = sceneOf(scenario);
  if (scene === 'stop') return { at: fromMilliseconds(1_400), speed: 0.2 };
  if (scene === 'chance') return { at: fromMilliseconds(900), speed: 1 };
  const { publisher, reader } = hopsCut(scenario);
  return { at: fromMilliseconds(1_300), speed: publisher || reader ? 0.5 : 0.2 };
}

function ladder(scenario: Scenario): readonly LadderPair[] {
  if (sceneOf(scenario) === 'stop') return [{ left: STOP_PANEL, right: STOP_CONTROLLER }];
  return QOS_LEVELS.map((qos) => ({ left: matrixPublisher(qos), right: matrixReader(qos), qos }));
}

const PARTS: SessionLabParts<EffectiveQosKnobs> = {
  name: 'effective-qos',
  specs: KNOBS,
  scenarioOf: effectiveQosScenario,
  openingOf,
  ladder,
  Knobs: KnobPanel,
  Prediction: PredictedArrival,
  Figures,
  WhatToNotice,
};

export default function EffectiveQos() {
  return <SessionLab parts={PARTS} />;
}
