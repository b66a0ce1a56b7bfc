// The lab's knobs, and the scenario that they make.
import {
  type BrokerEnd,
  type ProtocolVersion,
  restartAmidReadings,
  type Scenario,
  RESTART_AMID_READINGS_DEFAULTS as STANDARD,
} from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

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

const choice = (parameter: string, options: readonly string[]): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options,
  standard: options[0] ?? '',
});
const number = (parameter: string, range: Pick<NumberKnob, 'minimum' | 'maximum' | 'standard'>): NumberKnob => ({
  kind: 'number',
  parameter,
  step: 1,
  shownPer: 1,
  ...range,
});

export const KNOBS = {
  protocolVersion: choice('version', ['3.1.1', '5.0']),
  persistence: choice('persistence', ['on', 'off']),
  autosaveCounts: choice('counts', ['seconds', 'changes']),
  autosaveInterval: number('interval', { minimum: 0, maximum: 3_600, standard: STANDARD.autosaveInterval }),
  end: choice('end', ['kill', 'stop', 'saveThenKill']),
  signalAfter: number('signal', { minimum: 1, maximum: MOST_READINGS, standard: STANDARD.signalAfter }),
  cleanFirst: choice('first', ['off', 'on']),
  readings: number('readings', { minimum: 1, maximum: MOST_READINGS, standard: STANDARD.readings }),
} satisfies KnobSpecs<RestartKnobs>;

export function restartScenario({ persistence, autosaveCounts, cleanFirst, ...knobs }: RestartKnobs): Scenario {
  return restartAmidReadings({
    ...knobs,
    persistence: persistence === 'on',
    autosaveOnChanges: autosaveCounts === 'changes',
    beganWithCleanStart: cleanFirst === 'on',
  });
}
