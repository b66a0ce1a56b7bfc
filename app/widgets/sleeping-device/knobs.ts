// The lab's knobs, and the scenario that they make.
import { type ProtocolVersion, type Scenario, SLEEPING_DEVICE_DEFAULTS, sleepingDevice, type WifiJoin } from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

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

export const KNOBS = {
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  keepsSession: choiceKnob('session', ['on', 'off']),
  sessionExpirySeconds: numberKnob('expiry', { minimum: 0, maximum: 3_600, standard: SLEEPING_DEVICE_DEFAULTS.sessionExpirySeconds }),
  sleepSeconds: numberKnob('sleep', { minimum: 5, maximum: 600, standard: SLEEPING_DEVICE_DEFAULTS.sleepSeconds }),
  listenMs: numberKnob('listen', { minimum: 0, maximum: 10_000, step: 100, standard: SLEEPING_DEVICE_DEFAULTS.listenMs }),
  join: choiceKnob('join', ['knownChannel', 'fullScan', 'everythingKept']),
  saysGoodbye: choiceKnob('goodbye', ['on', 'off']),
} satisfies KnobSpecs<SleepingDeviceKnobs>;

export function sleepingDeviceScenario(knobs: SleepingDeviceKnobs): Scenario {
  return sleepingDevice({ ...knobs, keepsSession: knobs.keepsSession === 'on', saysGoodbye: knobs.saysGoodbye === 'on' });
}
