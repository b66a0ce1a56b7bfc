// The lab's knobs, and the scenario that they make: the matrix of nine pairs, with or without a cut on either hop, or one telling of the emergency stop.
import { type CutPlace, emergencyStop, type PanelStory, type ProtocolVersion, qosMatrix, type Scenario } from '#simulations';
import type { ChoiceKnob, KnobSpecs } from '../../state/knobs.ts';

export interface EffectiveQosKnobs {
  readonly scene: 'matrix' | 'stop';
  readonly protocolVersion: ProtocolVersion;
  /** For `scene` `matrix`, as the two below. */
  readonly upgradeOutgoingQos: 'on' | 'off';
  readonly publisherCut: CutPlace;
  readonly readerCut: CutPlace;
  /** For `scene` `stop`. */
  readonly story: PanelStory;
}

const choice = (parameter: string, options: readonly [string, ...string[]]): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options,
  standard: options[0],
});

const PLACES: readonly [CutPlace, ...CutPlace[]] = ['none', 'publish', 'answer', 'release', 'complete'];

export const KNOBS = {
  scene: choice('scene', ['matrix', 'stop']),
  protocolVersion: choice('version', ['3.1.1', '5.0']),
  upgradeOutgoingQos: choice('upgrade', ['off', 'on']),
  publisherCut: choice('before', PLACES),
  readerCut: choice('behind', PLACES),
  story: choice('story', ['qosOne', 'keptSession', 'newSessionBeforePubrel', 'newSessionAfterPubrel']),
} satisfies KnobSpecs<EffectiveQosKnobs>;

/** As slow as the links of the matrix, so that the eye can follow. Milliseconds. */
const STOP_DELAY_MS = 100;

export function effectiveQosScenario(knobs: EffectiveQosKnobs): Scenario {
  const { scene, protocolVersion, upgradeOutgoingQos, publisherCut, readerCut, story } = knobs;
  if (scene === 'stop') return emergencyStop({ protocolVersion, story, delayMs: STOP_DELAY_MS });
  return qosMatrix({ protocolVersion, upgradeOutgoingQos: upgradeOutgoingQos === 'on', publisherCut, readerCut });
}
