// The inputs of the collision calculator, as the address spells them, and what a source of chance is usually written with.
import type { ChanceSource, IdAlphabet, IdMaking } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob, TextKnob } from '../../state/knobs.ts';

export interface CollisionValues {
  readonly devices: number;
  readonly source: ChanceSource;
  readonly alphabet: IdAlphabet;
  readonly characters: number;
  readonly prefix: string;
  /** 0 to 1. */
  readonly risk: number;
}

export const SOURCES: readonly ChanceSource[] = [
  'everyCharacter',
  'oneWord',
  'below0xffff',
  'below10000',
  'analogSeed',
  'neverSeeded',
  'macLastThree',
  'macFirstThree',
  'wholeMac',
  'uuid',
];

const devices: NumberKnob = { kind: 'number', parameter: 'devices', minimum: 1, maximum: 1e12, step: 1, standard: 1_000, shownPer: 1 };
const characters: NumberKnob = { kind: 'number', parameter: 'length', minimum: 1, maximum: 64, step: 1, standard: 4, shownPer: 1 };
const risk: NumberKnob = {
  kind: 'number',
  parameter: 'risk',
  minimum: 1e-18,
  maximum: 0.99,
  step: 1e-18,
  standard: 1e-6,
  shownPer: 1,
  significantDigits: 12,
};
const source: ChoiceKnob = { kind: 'choice', parameter: 'source', options: SOURCES, standard: 'everyCharacter' };
const alphabet: ChoiceKnob = {
  kind: 'choice',
  parameter: 'alphabet',
  options: ['digits', 'hex', 'base36', 'lettersAndDigits'] satisfies IdAlphabet[],
  standard: 'hex',
};
/** What can be seen and typed; longer than any id that a 3.1.1 server must take. */
const prefix: TextKnob = { kind: 'text', parameter: 'prefix', standard: 'ESP32_', longest: 32, pattern: /^[!-~]*$/ };

export const KNOBS = { devices, source, alphabet, characters, prefix, risk } satisfies KnobSpecs<CollisionValues>;

/** How programs usually write what a source gives; `null`: as they like. */
export const USUAL_SPELLING: Readonly<Record<ChanceSource, Omit<IdMaking, 'source'> | null>> = {
  everyCharacter: null,
  analogSeed: null,
  neverSeeded: null,
  oneWord: { alphabet: 'hex', characters: 8 },
  below0xffff: { alphabet: 'hex', characters: 4 },
  below10000: { alphabet: 'digits', characters: 4 },
  macLastThree: { alphabet: 'hex', characters: 6 },
  macFirstThree: { alphabet: 'hex', characters: 6 },
  wholeMac: { alphabet: 'hex', characters: 12 },
  uuid: { alphabet: 'hex', characters: 32 },
};

/** Ways that are met in the wild, each with where from. */
export const SCHEMES = [
  { key: 'neverSeeded', prefix: '', alphabet: 'hex', characters: 4, source: 'neverSeeded' },
  { key: 'random10000', prefix: 'ESP32_', alphabet: 'digits', characters: 4, source: 'below10000' },
  { key: 'pubSubClient', prefix: 'ESP8266Client-', alphabet: 'hex', characters: 4, source: 'below0xffff' },
  { key: 'fourHex', prefix: 'ESP32_', alphabet: 'hex', characters: 4, source: 'everyCharacter' },
  { key: 'threeMac', prefix: 'ESP32_', alphabet: 'hex', characters: 6, source: 'macLastThree' },
  { key: 'mqttJs', prefix: 'mqttjs_', alphabet: 'hex', characters: 8, source: 'everyCharacter' },
  { key: 'eight62', prefix: '', alphabet: 'lettersAndDigits', characters: 8, source: 'everyCharacter' },
  { key: 'ten62', prefix: '', alphabet: 'lettersAndDigits', characters: 10, source: 'everyCharacter' },
  { key: 'paho31', prefix: '', alphabet: 'lettersAndDigits', characters: 22, source: 'everyCharacter' },
  { key: 'uuid', prefix: '', alphabet: 'hex', characters: 32, source: 'uuid' },
  { key: 'wholeMac', prefix: 'ESP32_', alphabet: 'hex', characters: 12, source: 'wholeMac' },
] as const satisfies readonly (IdMaking & { readonly key: string; readonly prefix: string })[];
