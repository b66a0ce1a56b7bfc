// The inputs of the keep-alive calculator, as the address spells them, and settings that are met in the wild.
import type { ClientLibrary } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

/** mosquitto_sub publishes nothing and is left out. */
export type Library = Exclude<ClientLibrary, 'mosquittoSub'>;
export type Traffic = 'idle' | 'qos0' | 'qos1';

export interface KeepAliveValues {
  /** Seconds. */
  readonly keepAlive: number;
  readonly library: Library;
  readonly traffic: Traffic;
  /** Seconds; counts where the traffic is not `idle`. */
  readonly publishEvery: number;
  /** Seconds, to the broker and back. */
  readonly roundTrip: number;
  /** Seconds, 5.0. */
  readonly willDelay: number;
  /** Shortest time after which something on the way forgets a silent connection. Seconds. */
  readonly forgets: number;
}

export const LIBRARIES: readonly Library[] = ['pubSubClient', 'espMqtt', 'pahoPython', 'mqttJs'];

const seconds = (parameter: string, minimum: number, maximum: number, standard: number): NumberKnob => ({
  kind: 'number',
  parameter,
  minimum,
  maximum,
  step: 1,
  standard,
  shownPer: 1,
});

const library: ChoiceKnob = { kind: 'choice', parameter: 'library', options: LIBRARIES, standard: 'pubSubClient' };
const traffic: ChoiceKnob = {
  kind: 'choice',
  parameter: 'traffic',
  options: ['idle', 'qos0', 'qos1'] satisfies Traffic[],
  standard: 'idle',
};
const roundTrip: NumberKnob = { ...seconds('rtt', 0.001, 5, 0.05), step: 0.001 };

/** From 5 s: below, the broker's whole seconds are all that is seen. */
export const KNOBS = {
  keepAlive: seconds('keepalive', 5, 65_535, 60),
  library,
  traffic,
  publishEvery: seconds('every', 1, 86_400, 10),
  roundTrip,
  willDelay: seconds('delay', 0, 86_400, 0),
  forgets: seconds('forgets', 30, 86_400, 350),
} satisfies KnobSpecs<KeepAliveValues>;

export const PRESETS = [
  { key: 'pubSubClient', library: 'pubSubClient', keepAlive: 15, traffic: 'idle' },
  { key: 'espMqtt', library: 'espMqtt', keepAlive: 120, traffic: 'idle' },
  { key: 'pahoPython', library: 'pahoPython', keepAlive: 60, traffic: 'idle' },
  { key: 'mqttJs', library: 'mqttJs', keepAlive: 60, traffic: 'idle' },
  { key: 'alarm', library: 'espMqtt', keepAlive: 5, traffic: 'idle' },
  { key: 'mobile', library: 'mqttJs', keepAlive: 1_200, traffic: 'idle' },
] as const satisfies readonly (Pick<KeepAliveValues, 'keepAlive' | 'library' | 'traffic'> & { readonly key: string })[];
