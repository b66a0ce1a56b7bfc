// How many different ids a way of making them can give: N = min(A^L, S). A: different characters; L: how many of them; S: different outcomes of the chance behind them, whatever is made
// of it. So eight characters drawn from a generator that was started with one of 4,096 values give 4,096 ids, not 62^8.
// S by source: Arduino `random(a)` gives 0 to a - 1; analogRead of the ESP32 has 12 bits (ESP32 datasheet, ADC); esp_random gives 32 bits (ESP-IDF, Random Number Generation); C's `rand`
// without `srand` begins as after srand(1) (ISO C 7.22.2.2), so all chips draw the same; a random UUID has 122 bits (RFC 9562 5.4); three MAC bytes count a vendor block's chips (IEEE
// 802). Left out: sources whose outcomes are not equally likely, which is worse than their number says. Worked example: random(0xffff) in 4 hex digits: 65,535 ids, not 65,536.
import { assert } from '../engine/assert.ts';

export const ID_ALPHABETS = {
  digits: '0123456789',
  hex: '0123456789abcdef',
  base36: '0123456789abcdefghijklmnopqrstuvwxyz',
  /** The 62 characters that every 3.1.1 server takes [v3.1.1 MQTT-3.1.3-5]; also known as base 62. */
  lettersAndDigits: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
} as const;

export type IdAlphabet = keyof typeof ID_ALPHABETS;

/** S, different outcomes. `Infinity` where it does not limit; `wholeMac` is no chance at all: no two chips have the same. */
export const CHANCE_OUTCOMES = {
  everyCharacter: Number.POSITIVE_INFINITY,
  uuid: 2 ** 122,
  oneWord: 2 ** 32,
  macLastThree: 2 ** 24,
  below0xffff: 0xffff,
  below10000: 10_000,
  analogSeed: 2 ** 12,
  neverSeeded: 1,
  macFirstThree: 1,
  wholeMac: Number.POSITIVE_INFINITY,
} as const;

export type ChanceSource = keyof typeof CHANCE_OUTCOMES;

export interface IdMaking {
  readonly alphabet: IdAlphabet;
  /** Characters, 1 to 65,535. */
  readonly characters: number;
  readonly source: ChanceSource;
}

export interface IdSpace {
  /** N; `Infinity`: no two are the same, or more than a double can tell. */
  readonly ids: number;
  /** log2 N. */
  readonly bits: number;
  /** What the characters could tell apart, A^L. */
  readonly spellable: number;
  /** The chance behind them is the limit, not the characters. */
  readonly limitedBySource: boolean;
}

export function idSpace({ alphabet, characters, source }: IdMaking): IdSpace {
  assert(Number.isInteger(characters) && characters >= 1, `characters out of range: ${characters}`);
  const spellable = ID_ALPHABETS[alphabet].length ** characters;
  const outcomes: number = CHANCE_OUTCOMES[source];
  const ids = source === 'wholeMac' ? Number.POSITIVE_INFINITY : Math.min(spellable, outcomes);
  return { ids, bits: Math.log2(ids), spellable, limitedBySource: outcomes < spellable };
}

/** What every 3.1.1 server takes: 1 to 23 bytes of the 62 letters and digits [v3.1.1 MQTT-3.1.3-5]. A server may take more. */
export const SAFE_ID_BYTES = 23;

export interface IdSafety {
  readonly bytes: number;
  /** Characters left for chance behind the prefix, within the 23 bytes; 0 where the prefix fills them. */
  readonly room: number;
  readonly tooLong: boolean;
  /** Characters outside the 62, each once. */
  readonly unusual: readonly string[];
}

export function idSafety({ prefix, characters }: { readonly prefix: string; readonly characters: number }): IdSafety {
  const prefixBytes = utf8Bytes(prefix);
  const bytes = prefixBytes + characters;
  return {
    bytes,
    room: Math.max(0, SAFE_ID_BYTES - prefixBytes),
    tooLong: bytes > SAFE_ID_BYTES,
    unusual: [...new Set(prefix)].filter((character) => !ID_ALPHABETS.lettersAndDigits.includes(character)),
  };
}

function utf8Bytes(text: string): number {
  return [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}
