// The queue of a session: the lab put together from its parts. Knows nothing of the page around it.
import { COMMANDER, fromMilliseconds, VALVE } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import type { Opening } from '../../lab/usePlayedRun.ts';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type QueueKnobs, queueScenario } from './knobs.ts';
import { PredictedMessages } from './PredictedMessages.tsx';
import { questionOf } from './scenarioFacts.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

const SHORT_MS = 20_000;
const LONG_MS = 600_000;

/** Just before the valve goes, or the burst begins. Hours pass as fast as they can, a burst so slowly that it can be followed. */
function openingOf({ scenario }: RunResult): Opening {
  const at = fromMilliseconds(1_900);
  const { lastsMs = 0 } = scenario;
  if (questionOf(scenario) === 'burst') return { at, speed: 0.1 };
  return { at, speed: lastsMs <= SHORT_MS ? 0.5 : lastsMs <= LONG_MS ? 2 : 100 };
}

const PARTS: SessionLabParts<QueueKnobs> = {
  name: 'queue',
  specs: KNOBS,
  scenarioOf: queueScenario,
  openingOf,
  ladder: { left: COMMANDER.name, right: VALVE.name },
  Knobs: KnobPanel,
  Prediction: PredictedMessages,
  Figures,
  WhatToNotice,
};

export default function Queue() {
  return <SessionLab parts={PARTS} />;
}
