// The session lifecycle: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds } from '#simulations';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type LifecycleKnobs, lifecycleScenario } from './knobs.ts';
import { PredictedCommands } from './PredictedCommands.tsx';
import { DEVICE } from './story.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

const PARTS: SessionLabParts<LifecycleKnobs> = {
  name: 'session-lifecycle',
  specs: KNOBS,
  scenarioOf: lifecycleScenario,
  // Just before the device connects for the first time.
  openingOf: () => ({ at: fromMilliseconds(450), speed: 1 }),
  ladder: { left: 'commander', right: DEVICE },
  Knobs: KnobPanel,
  Prediction: PredictedCommands,
  Figures,
  WhatToNotice,
};

export default function SessionLifecycle() {
  return <SessionLab parts={PARTS} />;
}
