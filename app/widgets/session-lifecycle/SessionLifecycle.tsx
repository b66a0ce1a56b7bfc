// The session lifecycle: the lab put together from its parts, those of one device and those of the five strategies. Knows nothing of the page around it.
import { fromMilliseconds, type Scenario } from '#simulations';
import {
  type LadderPair,
  type OutcomePartProps,
  type PredictionPartProps,
  SessionLab,
  type SessionLabParts,
} from '../../lab/SessionLab.tsx';
import { Figures } from './Figures.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type LifecycleKnobs, lifecycleScenario } from './knobs.ts';
import { PredictedCommands } from './PredictedCommands.tsx';
import { DEVICE } from './story.ts';
import { PredictedStrategies } from './strategies/PredictedStrategies.tsx';
import { StrategyFigures } from './strategies/StrategyFigures.tsx';
import { StrategyNotice } from './strategies/StrategyNotice.tsx';
import { isOfStrategies } from './strategies/strategyStory.ts';
import { WhatToNotice } from './WhatToNotice.tsx';

function ladder({ programs = [] }: Scenario): readonly LadderPair[] {
  if (programs.length === 0) return [{ left: 'commander', right: DEVICE }];
  return programs.map(({ name }) => ({ left: name, right: 'commander' }));
}

const ofFive = (result: OutcomePartProps['result']) => result !== null && isOfStrategies(result.scenario);
const TheFigures = (props: OutcomePartProps) => (ofFive(props.result) ? <StrategyFigures {...props} /> : <Figures {...props} />);
const TheNotice = (props: OutcomePartProps) => (ofFive(props.result) ? <StrategyNotice {...props} /> : <WhatToNotice {...props} />);
const ThePrediction = (props: PredictionPartProps) =>
  isOfStrategies(props.scenario) ? <PredictedStrategies {...props} /> : <PredictedCommands {...props} />;

const PARTS: SessionLabParts<LifecycleKnobs> = {
  name: 'session-lifecycle',
  specs: KNOBS,
  scenarioOf: lifecycleScenario,
  comparesFirst: 'cleanFirst',
  // Just before the first connection.
  openingOf: () => ({ at: fromMilliseconds(450), speed: 1 }),
  ladder,
  Knobs: KnobPanel,
  Prediction: ThePrediction,
  Figures: TheFigures,
  WhatToNotice: TheNotice,
};

export default function SessionLifecycle() {
  return <SessionLab parts={PARTS} />;
}
