// Will and keep alive: the lab put together from its parts. Knows nothing of the page around it.
import { fromMilliseconds } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { SessionLab, type SessionLabParts } from '../../lab/SessionLab.tsx';
import type { Opening } from '../../lab/usePlayedRun.ts';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type WillKnobs, willScenario } from './knobs.ts';
import { PredictedWill } from './PredictedWill.tsx';
import { DEVICE, WATCHER } from './settings.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

/** A run that is watched to its end takes about so long. Seconds of wall time. */
const WATCHED_SECONDS = 25;
const FASTER = [1, 2, 5, 10] as const;

/** Just before the device connects; a long wait runs faster, but never so fast that its beginning would be missed. */
function openingOf({ scenario }: RunResult): Opening {
  const seconds = (scenario.lastsMs ?? 0) / 1_000;
  return { at: fromMilliseconds(950), speed: FASTER.find((speed) => seconds / speed <= WATCHED_SECONDS) ?? 10 };
}

const PARTS: SessionLabParts<WillKnobs> = {
  name: 'will',
  specs: KNOBS,
  scenarioOf: willScenario,
  openingOf,
  ladder: { left: DEVICE, right: WATCHER },
  Knobs: KnobPanel,
  Prediction: PredictedWill,
  Figures,
  WhatToNotice,
};

export default function Will() {
  return <SessionLab parts={PARTS} />;
}
