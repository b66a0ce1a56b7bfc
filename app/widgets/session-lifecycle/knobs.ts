// The lab's knobs, and the scenario that they make: one device with its settings, or the five strategies side by side.
import {
  CLIENT_STRATEGIES_DEFAULTS,
  type ClientStrategiesSetting,
  clientStrategies,
  LIFECYCLE_DEFAULTS,
  type LifecycleSetting,
  lifecycle,
  type ProtocolVersion,
  type Scenario,
} from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface LifecycleKnobs {
  readonly scene: 'one' | 'five';
  readonly protocolVersion: ProtocolVersion;
  readonly cleanFirst: OnOff;
  readonly cleanReturn: OnOff;
  /** 5.0 only. Seconds. */
  readonly sessionExpirySeconds: number;
  readonly end: LifecycleSetting['end'];
  readonly awaySeconds: number;
  readonly commands: number;
  readonly broker: LifecycleSetting['broker'];
  readonly subscribesAgain: OnOff;
  /** For scene `five`: what the two clients of 5.0 ask for. */
  readonly expiryOfFive: 'asked' | 'none';
  readonly subscribesOn: ClientStrategiesSetting['subscribes'];
}

export const KNOBS = {
  scene: choiceKnob('scene', ['one', 'five']),
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  cleanFirst: choiceKnob('first', ['off', 'on']),
  cleanReturn: choiceKnob('return', ['off', 'on']),
  sessionExpirySeconds: numberKnob('expiry', { minimum: 0, maximum: 600, standard: LIFECYCLE_DEFAULTS.sessionExpirySeconds }),
  end: choiceKnob('end', ['disconnect', 'cable', 'restart']),
  awaySeconds: numberKnob('away', { minimum: 3, maximum: 120, standard: LIFECYCLE_DEFAULTS.awaySeconds }),
  commands: numberKnob('commands', { minimum: 0, maximum: 50, standard: LIFECYCLE_DEFAULTS.commands }),
  broker: choiceKnob('broker', ['runsOn', 'restartKeeps', 'restartForgets']),
  subscribesAgain: choiceKnob('subscribes', ['off', 'on']),
  expiryOfFive: choiceKnob('asks', ['asked', 'none']),
  subscribesOn: choiceKnob('when', ['everyStart', 'everyConnection']),
} satisfies KnobSpecs<LifecycleKnobs>;

export function lifecycleScenario({ scene, expiryOfFive, subscribesOn, ...one }: LifecycleKnobs): Scenario {
  if (scene === 'five') {
    const { sessionExpirySeconds } = CLIENT_STRATEGIES_DEFAULTS;
    return clientStrategies({ sessionExpirySeconds: expiryOfFive === 'asked' ? sessionExpirySeconds : null, subscribes: subscribesOn });
  }
  return lifecycle({
    ...one,
    cleanFirst: one.cleanFirst === 'on',
    cleanReturn: one.cleanReturn === 'on',
    subscribesAgain: one.subscribesAgain === 'on',
  });
}
