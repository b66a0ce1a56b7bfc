// Two devices, one client id: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds, START } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import type { Opening } from '../../lab/usePlayedRun.ts';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type TakeOverKnobs, takeOverScenario } from './knobs.ts';
import { PredictedTimes } from './PredictedTimes.tsx';
import { goesOn } from './story.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

/** The one take-over opens just before the first device connects; the ping-pong at its start, faster. */
function openingOf({ scenario }: RunResult): Opening {
  return goesOn(scenario) ? { at: START, speed: 0.5 } : { at: fromMilliseconds(900), speed: 0.2 };
}

const PARTS: SessionLabParts<TakeOverKnobs> = {
  name: 'take-over',
  specs: KNOBS,
  scenarioOf: takeOverScenario,
  openingOf,
  ladder: { left: 'first', right: 'second' },
  Knobs: KnobPanel,
  Prediction: PredictedTimes,
  Figures,
  WhatToNotice,
};

export default function TakeOver() {
  return <SessionLab parts={PARTS} />;
}
