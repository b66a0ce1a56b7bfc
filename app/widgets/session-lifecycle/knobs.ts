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
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

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

const choice = (parameter: string, options: readonly string[]): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options,
  standard: options[0] ?? '',
});
const number = (parameter: string, minimum: number, maximum: number, standard: number): NumberKnob => ({
  kind: 'number',
  parameter,
  minimum,
  maximum,
  step: 1,
  standard,
  shownPer: 1,
});

export const KNOBS = {
  scene: choice('scene', ['one', 'five']),
  protocolVersion: choice('version', ['3.1.1', '5.0']),
  cleanFirst: choice('first', ['off', 'on']),
  cleanReturn: choice('return', ['off', 'on']),
  sessionExpirySeconds: number('expiry', 0, 600, LIFECYCLE_DEFAULTS.sessionExpirySeconds),
  end: choice('end', ['disconnect', 'cable', 'restart']),
  awaySeconds: number('away', 3, 120, LIFECYCLE_DEFAULTS.awaySeconds),
  commands: number('commands', 0, 50, LIFECYCLE_DEFAULTS.commands),
  broker: choice('broker', ['runsOn', 'restartKeeps', 'restartForgets']),
  subscribesAgain: choice('subscribes', ['off', 'on']),
  expiryOfFive: choice('asks', ['asked', 'none']),
  subscribesOn: choice('when', ['everyStart', 'everyConnection']),
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
