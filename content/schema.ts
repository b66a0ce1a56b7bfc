// What content is made of. Texts carry their numbers as claims: data that names the experiment, so that tests can hold each number against closed form and broker.
import type { QoS, QosDeliveryKnobs } from '#simulations';

/** A number that follows from other numbers of the same content, computed there. */
export interface Computed {
  readonly kind: 'computed';
  readonly value: number;
  /** Digits after the decimal point that the text shows. */
  readonly decimals: number;
}

/** A number that an experiment shows: the text states `value`, the tests run the experiment. */
export interface Claim {
  readonly kind: 'claim';
  readonly value: number;
  readonly decimals: number;
  /** What differs from the experiment's standard knobs. */
  readonly knobs: Partial<QosDeliveryKnobs>;
  readonly qos: QoS;
  /** `settled` in milliseconds, `energyPercent` with QoS 0 in the same run as 100, the others in messages. */
  readonly figure: 'delivered' | 'lost' | 'duplicates' | 'settled' | 'energyPercent';
  /** The figure's mean over all seeds, or how far single runs stray from it (standard deviation). */
  readonly statistic: 'mean' | 'sd';
  /** How far the closed form, and the mean of the runs, may be from `value`. */
  readonly within: number;
}

/** A sentence with its numbers in braces: `{mean} of 100`. */
export interface Sentence {
  readonly text: string;
  readonly numbers: Readonly<Record<string, Computed | Claim>>;
}

/**
 * `holds`: comes out of the model that it is told for. `conditional`: true under a condition that the telling leaves out, or in another model than its own.
 * `contradicted`: cannot come out of its own model.
 */
export type Verdict = 'holds' | 'conditional' | 'contradicted';

/** The sentence with its numbers put in; `format` writes a number with so many decimals in the reader's way. */
export function tell(sentence: Sentence, format: (value: number, decimals: number) => string): string {
  return sentence.text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const number = sentence.numbers[name];
    return number === undefined ? hole : format(number.value, number.decimals);
  });
}

/** What keeps a sentence from being told: holes without a number, numbers without a hole. Empty when it is sound. */
export function flaws(sentence: Sentence): string[] {
  const holes = new Set(Array.from(sentence.text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ''));
  const numbers = Object.keys(sentence.numbers);
  return [
    ...Array.from(holes)
      .filter((hole) => !numbers.includes(hole))
      .map((hole) => `no number for {${hole}}`),
    ...numbers.filter((name) => !holes.has(name)).map((name) => `no hole for ${name}`),
  ];
}
