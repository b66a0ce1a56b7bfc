// The lab's knobs, and the scenario that they make.
import { LIFECYCLE_DEFAULTS, type LifecycleSetting, lifecycle, type ProtocolVersion, type Scenario } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface LifecycleKnobs {
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
  protocolVersion: choice('version', ['3.1.1', '5.0']),
  cleanFirst: choice('first', ['off', 'on']),
  cleanReturn: choice('return', ['off', 'on']),
  sessionExpirySeconds: number('expiry', 0, 600, LIFECYCLE_DEFAULTS.sessionExpirySeconds),
  end: choice('end', ['disconnect', 'cable', 'restart']),
  awaySeconds: number('away', 3, 120, LIFECYCLE_DEFAULTS.awaySeconds),
  commands: number('commands', 0, 50, LIFECYCLE_DEFAULTS.commands),
  broker: choice('broker', ['runsOn', 'restartKeeps', 'restartForgets']),
  subscribesAgain: choice('subscribes', ['off', 'on']),
} satisfies KnobSpecs<LifecycleKnobs>;

export function lifecycleScenario(knobs: LifecycleKnobs): Scenario {
  return lifecycle({
    ...knobs,
    cleanFirst: knobs.cleanFirst === 'on',
    cleanReturn: knobs.cleanReturn === 'on',
    subscribesAgain: knobs.subscribesAgain === 'on',
  });
}
