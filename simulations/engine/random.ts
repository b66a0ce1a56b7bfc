// Named random streams from one seed: turning one knob does not reshuffle the chances of another part.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { assert } from './assert.ts';
import { fnv1a, scramble } from './hash.ts';

export interface RandomStream {
  /** At least 0, below 1, evenly spread. */
  next(): number;
  /** True with the given chance, 0 to 1. Always draws once, so that streams keep step when the chance changes. */
  chance(probability: number): boolean;
  fill(bytes: Uint8Array): void;
}

/**
 * The stream called `name` of a run. The same seed and name give the same numbers.
 * @param seed whole number, 0 to 4,294,967,295
 */
export function randomStream(seed: number, name: string): RandomStream {
  assert(Number.isInteger(seed) && seed >= 0 && seed <= 0xffff_ffff, `seed out of range: ${seed}`);
  const start = fnv1a(name, seed ^ 0x811c9dc5);
  const state = [1, 2, 3, 4].map((lane) => scramble(start ^ scramble(seed + Math.imul(lane, 0x9e3779b9))));
  const generator = xoroshiro128plusFromState(state);
  const next = (): number => uniformFloat64(generator);
  return {
    next,
    chance: (probability) => next() < probability,
    fill(bytes) {
      for (let index = 0; index < bytes.length; index++) bytes[index] = generator.next() & 0xff;
    },
  };
}
