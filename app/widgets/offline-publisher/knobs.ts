// The lab's knobs, and the scenario that they make.
import { OFFLINE_PUBLISHER_DEFAULTS, type OfflineBufferScenario, offlinePublisher, type QoS, type Scenario } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface OfflinePublisherKnobs {
  readonly library: 'pubSubClient' | 'espMqtt' | 'pahoPython' | 'mqttJs';
  readonly qos: '0' | '1' | '2';
  readonly keepsSession: OnOff;
  readonly outageSeconds: number;
  readonly buffer: 'none' | OfflineBufferScenario['place'];
  readonly slots: number;
  readonly whenFull: 'dropOldest' | 'dropNewest';
  /** Milliseconds; 0: all at once. */
  readonly drainEveryMs: number;
  readonly powerFails: OnOff;
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
  library: choice('library', 'pubSubClient', 'espMqtt', 'pahoPython', 'mqttJs'),
  qos: { kind: 'choice', parameter: 'qos', options: ['0', '1', '2'], standard: String(OFFLINE_PUBLISHER_DEFAULTS.qos) },
  keepsSession: choice('session', 'on', 'off'),
  outageSeconds: number('outage', 2, 120, 1, OFFLINE_PUBLISHER_DEFAULTS.outageSeconds),
  buffer: choice('buffer', 'none', 'ram', 'rtc', 'flash'),
  slots: number('slots', 1, 100, 1, 10),
  whenFull: choice('full', 'dropOldest', 'dropNewest'),
  drainEveryMs: number('drain', 0, 2_000, 50, 200),
  powerFails: choice('power', 'off', 'on'),
} satisfies KnobSpecs<OfflinePublisherKnobs>;

export function offlinePublisherScenario(knobs: OfflinePublisherKnobs): Scenario {
  const { library, outageSeconds, buffer: place, slots, whenFull, drainEveryMs } = knobs;
  return offlinePublisher({
    library,
    outageSeconds,
    qos: Number(knobs.qos) as QoS,
    keepsSession: knobs.keepsSession === 'on',
    powerFails: knobs.powerFails === 'on',
    buffer: place === 'none' ? null : { place, slots, whenFull, drainEveryMs },
  });
}
