// Sessions that nobody comes back to: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds, RANDOM_IDS_CLIENTS } from '#simulations';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type OrphanKnobs, orphanScenario } from './knobs.ts';
import { PredictedSessions } from './PredictedSessions.tsx';
import { WhatToNotice } from './WhatToNotice.tsx';

const PARTS: SessionLabParts<OrphanKnobs> = {
  name: 'orphans',
  specs: KNOBS,
  scenarioOf: orphanScenario,
  // A second before the first start.
  openingOf: () => ({ at: fromMilliseconds(2_400), speed: 1 }),
  ladder: { left: RANDOM_IDS_CLIENTS.publisher, right: RANDOM_IDS_CLIENTS.device },
  Knobs: KnobPanel,
  Prediction: PredictedSessions,
  Figures,
  WhatToNotice,
};

export default function Orphans() {
  return <SessionLab parts={PARTS} />;
}
