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
  /** For a knob that spans many powers of ten: it has every value of so many significant digits, 1 to 15, and `step` counts only for sliders. Default: steps alone. */
  readonly significantDigits?: number;
}

/** A knob with a few named positions. */
export interface ChoiceKnob {
  readonly kind: 'choice';
  readonly parameter: string;
  readonly options: readonly string[];
  readonly standard: string;
}

/** A knob that takes a short text. */
export interface TextKnob {
  readonly kind: 'text';
  readonly parameter: string;
  readonly standard: string;
  /** Characters (UTF-16 units). */
  readonly longest: number;
  /** What it may be, from beginning to end; the empty text too where that is allowed. */
  readonly pattern: RegExp;
}

export type AnyKnob = NumberKnob | ChoiceKnob | TextKnob;

/** A value that may be any text has a text knob or a choice; one of a few texts a choice. */
/** A knob with these positions. It stands at the first, unless another is given. */
export function choiceKnob(parameter: string, options: readonly string[], standard: string = options[0] ?? ''): ChoiceKnob {
  return { kind: 'choice', parameter, options, standard };
}

/** A knob for numbers that are shown in their own unit; whole ones, unless a step is given. */
export function numberKnob(
  parameter: string,
  range: Pick<NumberKnob, 'minimum' | 'maximum' | 'standard'> & { readonly step?: number },
): NumberKnob {
  return { kind: 'number', parameter, step: 1, shownPer: 1, ...range };
}

export type KnobSpecs<Values> = {
  readonly [Name in keyof Values]: Values[Name] extends number
    ? NumberKnob
    : string extends Values[Name]
      ? TextKnob | ChoiceKnob
      : ChoiceKnob;
};

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
    | 'notAText'
    | 'unknown'
    | 'notAStep'
    | 'tooManySteps'
    | 'notASetting'
    | 'notAnInstant';
}

const DECIMALS = 6;

function tidy(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

function tidyFor({ significantDigits }: NumberKnob, value: number): number {
  return significantDigits === undefined ? tidy(value) : Number(value.toPrecision(significantDigits));
}

/** How a number knob's value stands in the address and on the screen. */
export function shown(knob: NumberKnob, value: number): number {
  return tidyFor(knob, value * knob.shownPer);
}

/** The nearest value that the knob can have. Not-a-number gives its standard value. */
export function nearestAllowed(knob: NumberKnob, value: number): number {
  if (Number.isNaN(value)) return knob.standard;
  const held = Math.min(knob.maximum, Math.max(knob.minimum, value));
  if (knob.significantDigits !== undefined) return tidyFor(knob, held);
  const stepped = knob.minimum + Math.round((held - knob.minimum) / knob.step) * knob.step;
  return tidy(Math.min(knob.maximum, stepped));
}

function whyCorrected(knob: NumberKnob, value: number): Correction['why'] {
  if (Number.isNaN(value)) return 'notANumber';
  if (value < knob.minimum) return 'tooSmall';
  return value > knob.maximum ? 'tooLarge' : 'betweenSteps';
}

function readNumber(knob: NumberKnob, given: string): { value: number; correction: Correction | null } {
  const asked = given.trim() === '' ? Number.NaN : tidyFor(knob, Number(given.replace(',', '.')) / knob.shownPer);
  const value = nearestAllowed(knob, asked);
  if (value === asked) return { value, correction: null };
  const used = String(shown(knob, value));
  return { value, correction: { parameter: knob.parameter, given, used, why: whyCorrected(knob, asked) } };
}

function readChoice(knob: ChoiceKnob, given: string): { value: string; correction: Correction | null } {
  if (knob.options.includes(given)) return { value: given, correction: null };
  return { value: knob.standard, correction: { parameter: knob.parameter, given, used: knob.standard, why: 'notAnOption' } };
}

/** Whether a text knob can have this text. */
export function allowsText({ longest, pattern }: TextKnob, text: string): boolean {
  return text.length <= longest && pattern.test(text);
}

function readText(knob: TextKnob, given: string): { value: string; correction: Correction | null } {
  if (allowsText(knob, given)) return { value: given, correction: null };
  return { value: knob.standard, correction: { parameter: knob.parameter, given, used: knob.standard, why: 'notAText' } };
}

/** Reads one knob's value as an address spells it. */
export function readKnob(knob: AnyKnob, given: string): { value: number | string; correction: Correction | null } {
  switch (knob.kind) {
    case 'number':
      return readNumber(knob, given);
    case 'choice':
      return readChoice(knob, given);
    case 'text':
      return readText(knob, given);
  }
}

/** One knob's value as an address spells it. */
export function writeKnob(knob: AnyKnob, value: number | string): string {
  return knob.kind === 'number' ? String(shown(knob, Number(value))) : String(value);
}

function entries<Values>(specs: KnobSpecs<Values>): [keyof Values & string, AnyKnob][] {
  return Object.entries(specs) as [keyof Values & string, AnyKnob][];
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
