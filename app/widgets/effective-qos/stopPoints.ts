// What in a telling of the emergency stop is worth a sentence: how often the controller acted, by whose doing, what the broker cannot have done, and the cure.
import type { Point } from './pairPoints.ts';
import type { StopStory } from './stop.ts';

export type StopPointKey = 'acted' | 'qosOne' | 'kept' | 'newAfter' | 'newBefore' | 'notTheBroker' | 'cure';

/** Why it came out as it did; `null`: the panel did not come back, or was not cut off where the tellings have it. */
function reasonOf({ level, foundSession, taken }: StopStory): StopPointKey | null {
  if (level === null || foundSession === null) return null;
  if (level === 1) return 'qosOne';
  if (foundSession) return 'kept';
  return taken.includes('PUBCOMP') ? 'newAfter' : taken.includes('PUBREC') ? 'newBefore' : null;
}

/** `story`: at the end of the run. */
export function stopPoints(story: StopStory): readonly Point<StopPointKey>[] {
  const { acted, sent, passedOn, passedOnWithDup } = story;
  const reason = reasonOf(story);
  return [
    { key: 'acted', values: { acted, sent } },
    ...(reason === null ? [] : [{ key: reason, values: {} }]),
    ...(passedOnWithDup === 0 ? [{ key: 'notTheBroker' as const, values: { passedOn } }] : []),
    { key: 'cure', values: {} },
  ];
}
