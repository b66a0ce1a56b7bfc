// The lab's knobs, and the scenario that they make.
import {
  type BrokerEnd,
  type ProtocolVersion,
  restartAmidReadings,
  type Scenario,
  RESTART_AMID_READINGS_DEFAULTS as STANDARD,
} from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface RestartKnobs {
  readonly protocolVersion: ProtocolVersion;
  readonly persistence: OnOff;
  /** Whether `autosave_interval` counts seconds or changes. */
  readonly autosaveCounts: 'seconds' | 'changes';
  readonly autosaveInterval: number;
  readonly end: BrokerEnd;
  /** For `end` `saveThenKill`: number of the reading after which SIGUSR1 comes. */
  readonly signalAfter: number;
  /** 5.0 only: of the connection with which the logger's session began. */
  readonly cleanFirst: OnOff;
  readonly readings: number;
}

/** More events than these of a longer run would not reach the figures. */
const MOST_READINGS = 60;

export const KNOBS = {
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  persistence: choiceKnob('persistence', ['on', 'off']),
  autosaveCounts: choiceKnob('counts', ['seconds', 'changes']),
  autosaveInterval: numberKnob('interval', { minimum: 0, maximum: 3_600, standard: STANDARD.autosaveInterval }),
  end: choiceKnob('end', ['kill', 'stop', 'saveThenKill']),
  signalAfter: numberKnob('signal', { minimum: 1, maximum: MOST_READINGS, standard: STANDARD.signalAfter }),
  cleanFirst: choiceKnob('first', ['off', 'on']),
  readings: numberKnob('readings', { minimum: 1, maximum: MOST_READINGS, standard: STANDARD.readings }),
} satisfies KnobSpecs<RestartKnobs>;

export function restartScenario({ persistence, autosaveCounts, cleanFirst, ...knobs }: RestartKnobs): Scenario {
  return restartAmidReadings({
    ...knobs,
    persistence: persistence === 'on',
    autosaveOnChanges: autosaveCounts === 'changes',
    beganWithCleanStart: cleanFirst === 'on',
  });
}
