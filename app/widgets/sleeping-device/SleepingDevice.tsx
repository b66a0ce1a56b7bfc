// A device that sleeps: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds, SLEEPING_DEVICE } from '#simulations';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type SleepingDeviceKnobs, sleepingDeviceScenario } from './knobs.ts';
import { PredictedCost } from './PredictedCost.tsx';
import { APP } from './story.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

const PARTS: SessionLabParts<SleepingDeviceKnobs> = {
  name: 'sleeping-device',
  specs: KNOBS,
  scenarioOf: sleepingDeviceScenario,
  // Just before the first wake-up.
  openingOf: () => ({ at: fromMilliseconds(400), speed: 2 }),
  ladder: { left: APP, right: SLEEPING_DEVICE },
  Knobs: KnobPanel,
  Prediction: PredictedCost,
  Figures,
  WhatToNotice,
};

export default function SleepingDevice() {
  return <SessionLab parts={PARTS} />;
}
