// Offline publisher: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds, OUTAGE_FROM_MS } from '#simulations';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type OfflinePublisherKnobs, offlinePublisherScenario } from './knobs.ts';
import { PredictedReadings } from './PredictedReadings.tsx';
import { DASHBOARD, SENSOR } from './story.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

const PARTS: SessionLabParts<OfflinePublisherKnobs> = {
  name: 'offline-publisher',
  specs: KNOBS,
  scenarioOf: offlinePublisherScenario,
  // Time for one reading that goes through, then the outage.
  openingOf: () => ({ at: fromMilliseconds(OUTAGE_FROM_MS - 4_000), speed: 2 }),
  ladder: { left: SENSOR, right: DASHBOARD },
  Knobs: KnobPanel,
  Prediction: PredictedReadings,
  Figures,
  WhatToNotice,
};

export default function OfflinePublisher() {
  return <SessionLab parts={PARTS} />;
}
