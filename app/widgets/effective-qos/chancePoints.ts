// What in a run on lossy links is worth a sentence: who loses and doubles at the same time, where the hops multiply, who gets through, and how well the form foretold it.
import { type Chance, expectedOf, extraOf, isWithin, missingOf } from './chances.ts';
import type { Point } from './pairPoints.ts';

export type ChancePointKey = 'bothAtOnce' | 'multiplies' | 'nothingUp' | 'onlyTwo' | 'form' | 'model';

/** `chances`: row by row, at the end of the run. */
export function chancePoints(chances: readonly Chance[]): readonly Point<ChancePointKey>[] {
  const at = (published: number, place: number) => chances[published * 3 + place];
  const [oneZero, oneOne, twoTwo] = [at(1, 0), at(1, 1), at(2, 2)];
  const fromZero = chances.filter(({ published }) => published === 0).map(missingOf);
  const fewest = Math.min(...fromZero);
  const most = Math.max(...fromZero);
  return [
    ...(oneZero !== undefined && oneZero.passedOn === 0 && missingOf(oneZero) > 0 && extraOf(oneZero) > 0
      ? [{ key: 'bothAtOnce' as const, values: { messages: oneZero.messages, missing: missingOf(oneZero), extra: extraOf(oneZero) } }]
      : []),
    ...(oneOne !== undefined && extraOf(oneOne) > 0
      ? [{ key: 'multiplies' as const, values: { messages: oneOne.messages, copies: oneOne.copies, form: expectedOf(oneOne).copies } }]
      : []),
    ...(fewest > 0 ? [{ key: 'nothingUp' as const, values: { fewest, most, range: fewest === most ? 'one' : 'many' } }] : []),
    ...(twoTwo !== undefined && missingOf(twoTwo) === 0 && extraOf(twoTwo) === 0
      ? [{ key: 'onlyTwo' as const, values: { messages: twoTwo.messages } }]
      : []),
    { key: 'form', values: { within: chances.filter(isWithin).length } },
    { key: 'model', values: {} },
  ];
}
