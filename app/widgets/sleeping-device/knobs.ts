// The lab's knobs, and the scenario that they make.
import { type ProtocolVersion, type Scenario, SLEEPING_DEVICE_DEFAULTS, sleepingDevice, type WifiJoin } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface SleepingDeviceKnobs {
  readonly protocolVersion: ProtocolVersion;
  readonly keepsSession: OnOff;
  /** 5.0 only. Seconds. */
  readonly sessionExpirySeconds: number;
  readonly sleepSeconds: number;
  readonly listenMs: number;
  readonly join: WifiJoin;
  readonly saysGoodbye: OnOff;
}

const choice = (parameter: string, standard: string, ...others: readonly string[]): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options: [standard, ...others],
  standard,
});
const number = (parameter: string, minimum: number, maximum: number, step: number, standard: number): NumberKnob => ({
  kind: 'number',
  parameter,
  minimum,
  maximum,
  step,
  standard,
  shownPer: 1,
});

export const KNOBS = {
  protocolVersion: choice('version', '3.1.1', '5.0'),
  keepsSession: choice('session', 'on', 'off'),
  sessionExpirySeconds: number('expiry', 0, 3_600, 1, SLEEPING_DEVICE_DEFAULTS.sessionExpirySeconds),
  sleepSeconds: number('sleep', 5, 600, 1, SLEEPING_DEVICE_DEFAULTS.sleepSeconds),
  listenMs: number('listen', 0, 10_000, 100, SLEEPING_DEVICE_DEFAULTS.listenMs),
  join: choice('join', 'knownChannel', 'fullScan', 'everythingKept'),
  saysGoodbye: choice('goodbye', 'on', 'off'),
} satisfies KnobSpecs<SleepingDeviceKnobs>;

export function sleepingDeviceScenario(knobs: SleepingDeviceKnobs): Scenario {
  return sleepingDevice({ ...knobs, keepsSession: knobs.keepsSession === 'on', saysGoodbye: knobs.saysGoodbye === 'on' });
}
