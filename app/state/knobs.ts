// Knobs as an address spells them: reading with every mistake corrected and told, writing, and nothing about any particular widget.

/** A knob that takes numbers. `minimum` to `step` are in the value's own unit; the address and the screen show value × `shownPer`. */
export interface NumberKnob {
  readonly kind: 'number';
  readonly parameter: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly standard: number;
  /** What one unit of the value is on the screen: 100 for a ratio shown in percent, else 1. */
  readonly shownPer: number;
}

/** A knob with a few named positions. */
export interface ChoiceKnob {
  readonly kind: 'choice';
  readonly parameter: string;
  readonly options: readonly string[];
  readonly standard: string;
}

export type KnobSpecs<Values> = { readonly [Name in keyof Values]: Values[Name] extends number ? NumberKnob : ChoiceKnob };

/** Something in an address that could not be used as it stood. */
export interface Correction {
  readonly parameter: string;
  readonly given: string;
  /** What stands there instead, as the address would spell it; `null` when nothing does. */
  readonly used: string | null;
  readonly why:
    | 'notANumber'
    | 'tooSmall'
    | 'tooLarge'
    | 'betweenSteps'
    | 'notAnOption'
    | 'unknown'
    | 'notAStep'
    | 'tooManySteps'
    | 'notASetting';
}

const DECIMALS = 6;

function tidy(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

/** How a number knob's value stands in the address and on the screen. */
export function shown(knob: NumberKnob, value: number): number {
  return tidy(value * knob.shownPer);
}

/** The nearest value that the knob can have. Not-a-number gives its standard value. */
export function nearestAllowed(knob: NumberKnob, value: number): number {
  if (Number.isNaN(value)) return knob.standard;
  const held = Math.min(knob.maximum, Math.max(knob.minimum, value));
  const stepped = knob.minimum + Math.round((held - knob.minimum) / knob.step) * knob.step;
  return tidy(Math.min(knob.maximum, stepped));
}

function whyCorrected(knob: NumberKnob, value: number): Correction['why'] {
  if (Number.isNaN(value)) return 'notANumber';
  if (value < knob.minimum) return 'tooSmall';
  return value > knob.maximum ? 'tooLarge' : 'betweenSteps';
}

function readNumber(knob: NumberKnob, given: string): { value: number; correction: Correction | null } {
  const asked = given.trim() === '' ? Number.NaN : tidy(Number(given.replace(',', '.')) / knob.shownPer);
  const value = nearestAllowed(knob, asked);
  if (value === asked) return { value, correction: null };
  const used = String(shown(knob, value));
  return { value, correction: { parameter: knob.parameter, given, used, why: whyCorrected(knob, asked) } };
}

function readChoice(knob: ChoiceKnob, given: string): { value: string; correction: Correction | null } {
  if (knob.options.includes(given)) return { value: given, correction: null };
  return { value: knob.standard, correction: { parameter: knob.parameter, given, used: knob.standard, why: 'notAnOption' } };
}

/** Reads one knob's value as an address spells it. */
export function readKnob(knob: NumberKnob | ChoiceKnob, given: string): { value: number | string; correction: Correction | null } {
  return knob.kind === 'number' ? readNumber(knob, given) : readChoice(knob, given);
}

/** One knob's value as an address spells it. */
export function writeKnob(knob: NumberKnob | ChoiceKnob, value: number | string): string {
  return knob.kind === 'number' ? String(shown(knob, Number(value))) : String(value);
}

function entries<Values>(specs: KnobSpecs<Values>): [keyof Values & string, NumberKnob | ChoiceKnob][] {
  return Object.entries(specs) as [keyof Values & string, NumberKnob | ChoiceKnob][];
}

/** The values that the knobs have when nobody has touched them. */
export function standardValues<Values>(specs: KnobSpecs<Values>): Values {
  return Object.fromEntries(entries(specs).map(([name, knob]) => [name, knob.standard])) as Values;
}

/** Reads an address: parameters that are absent stand at their standard value, unusable ones are corrected and reported. */
export function readKnobs<Values>(specs: KnobSpecs<Values>, search: URLSearchParams): { values: Values; corrections: Correction[] } {
  const corrections: Correction[] = [];
  const known = new Set<string>();
  const values = entries(specs).map(([name, knob]) => {
    known.add(knob.parameter);
    const given = search.get(knob.parameter);
    if (given === null) return [name, knob.standard];
    const { value, correction } = readKnob(knob, given);
    if (correction !== null) corrections.push(correction);
    return [name, value];
  });
  for (const [parameter, given] of search) {
    if (!known.has(parameter)) corrections.push({ parameter, given, used: null, why: 'unknown' });
  }
  return { values: Object.fromEntries(values) as Values, corrections };
}

/** The address's part for these values, every knob named, so that the link means the same when a standard value changes. */
export function writeKnobs<Values>(specs: KnobSpecs<Values>, values: Values): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, knob] of entries(specs)) {
    search.set(knob.parameter, writeKnob(knob, values[name] as number | string));
  }
  return search;
}
