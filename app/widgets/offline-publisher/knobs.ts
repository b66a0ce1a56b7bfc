// The lab's knobs, and the scenario that they make.
import { OFFLINE_PUBLISHER_DEFAULTS, type OfflineBufferScenario, offlinePublisher, type QoS, type Scenario } from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

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

export const KNOBS = {
  library: choiceKnob('library', ['pubSubClient', 'espMqtt', 'pahoPython', 'mqttJs']),
  qos: { kind: 'choice', parameter: 'qos', options: ['0', '1', '2'], standard: String(OFFLINE_PUBLISHER_DEFAULTS.qos) },
  keepsSession: choiceKnob('session', ['on', 'off']),
  outageSeconds: numberKnob('outage', { minimum: 2, maximum: 120, standard: OFFLINE_PUBLISHER_DEFAULTS.outageSeconds }),
  buffer: choiceKnob('buffer', ['none', 'ram', 'rtc', 'flash']),
  slots: numberKnob('slots', { minimum: 1, maximum: 100, standard: 10 }),
  whenFull: choiceKnob('full', ['dropOldest', 'dropNewest']),
  drainEveryMs: numberKnob('drain', { minimum: 0, maximum: 2_000, step: 50, standard: 200 }),
  powerFails: choiceKnob('power', ['off', 'on']),
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
