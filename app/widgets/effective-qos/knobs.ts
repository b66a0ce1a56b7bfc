// The lab's knobs, and the scenario that they make: the matrix of nine pairs, with or without a cut on either hop, the pairs on lossy links,
// or one telling of the emergency stop.
import {
  type CutPlace,
  emergencyStop,
  type PanelStory,
  type ProtocolVersion,
  QOS_CHANCE_DEFAULTS,
  qosChance,
  qosMatrix,
  type Scenario,
} from '#simulations';
import { choiceKnob, type KnobSpecs, type NumberKnob } from '../../state/knobs.ts';
import type { Scene } from './scene.ts';

export interface EffectiveQosKnobs {
  readonly scene: Scene;
  readonly protocolVersion: ProtocolVersion;
  /** For `scene` `matrix` and `chance`. */
  readonly upgradeOutgoingQos: 'on' | 'off';
  /** For `scene` `matrix`. */
  readonly publisherCut: CutPlace;
  readonly readerCut: CutPlace;
  /** For `scene` `chance`. 0 to 0.25. */
  readonly lossRatio: number;
  readonly seed: number;
  /** For `scene` `stop`. */
  readonly story: PanelStory;
}

const PLACES: readonly [CutPlace, ...CutPlace[]] = ['none', 'publish', 'answer', 'release', 'complete'];

const lossRatio: NumberKnob = {
  kind: 'number',
  parameter: 'loss',
  minimum: 0,
  maximum: 0.25,
  step: 0.01,
  standard: QOS_CHANCE_DEFAULTS.lossRatio,
  shownPer: 100,
};

const seed: NumberKnob = {
  kind: 'number',
  parameter: 'seed',
  minimum: 1,
  maximum: 999,
  step: 1,
  standard: QOS_CHANCE_DEFAULTS.seed,
  shownPer: 1,
};

/** The first that is on the screen is what two worlds differ in at first: what is most telling stands first. */
export const KNOBS = {
  upgradeOutgoingQos: choiceKnob('upgrade', ['off', 'on']),
  story: choiceKnob('story', ['qosOne', 'keptSession', 'newSessionBeforePubrel', 'newSessionAfterPubrel']),
  publisherCut: choiceKnob('before', PLACES),
  readerCut: choiceKnob('behind', PLACES),
  lossRatio,
  seed,
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  scene: choiceKnob('scene', ['matrix', 'chance', 'stop']),
} satisfies KnobSpecs<EffectiveQosKnobs>;

/** As slow as the links of the matrix, so that the eye can follow. Milliseconds. */
const STOP_DELAY_MS = 100;

export function effectiveQosScenario(knobs: EffectiveQosKnobs): Scenario {
  const { scene, protocolVersion, publisherCut, readerCut, lossRatio: loss, seed: dice, story } = knobs;
  const upgradeOutgoingQos = knobs.upgradeOutgoingQos === 'on';
  switch (scene) {
    case 'matrix':
      return qosMatrix({ protocolVersion, upgradeOutgoingQos, publisherCut, readerCut });
    case 'chance':
      return qosChance({ protocolVersion, upgradeOutgoingQos, lossRatio: loss, seed: dice });
    case 'stop':
      return emergencyStop({ protocolVersion, story, delayMs: STOP_DELAY_MS });
  }
}
