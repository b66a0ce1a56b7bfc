// The broker's restart: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds } from '#simulations';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type RestartKnobs, restartScenario } from './knobs.ts';
import { PredictedReadings } from './PredictedReadings.tsx';
import { LOGGER, SENSOR } from './settings.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

const PARTS: SessionLabParts<RestartKnobs> = {
  name: 'broker-restart',
  specs: KNOBS,
  scenarioOf: restartScenario,
  // Just before the logger connects, subscribes, and goes to sleep.
  openingOf: () => ({ at: fromMilliseconds(350), speed: 1 }),
  ladder: { left: SENSOR, right: LOGGER },
  Knobs: KnobPanel,
  Prediction: PredictedReadings,
  Figures,
  WhatToNotice,
};

export default function BrokerRestart() {
  return <SessionLab parts={PARTS} />;
}
