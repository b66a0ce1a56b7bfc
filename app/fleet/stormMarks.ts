// Instants of a storm that its pictures mark. No words of its own.
import type { StormResult } from '#simulations';

export type StormMark = 'up' | 'half' | 'most' | 'all';

/** In order; in seconds. */
export function stormMarks({
  scenario,
  halfBackMs,
  mostBackMs,
  allBackMs,
}: StormResult): readonly { readonly key: StormMark; readonly at: number }[] {
  const instants: readonly (readonly [StormMark, number | null])[] = [
    ['up', scenario.broker === 'running' ? null : scenario.downMs],
    ['half', halfBackMs],
    ['most', mostBackMs],
    ['all', allBackMs],
  ];
  return instants.flatMap(([key, at]) => (at === null ? [] : [{ key, at: at / 1_000 }]));
}
