// What in a telling of the emergency stop is worth a sentence: how often the controller acted, by whose doing, what the broker cannot have done, and the cure.
import type { Point } from './pairPoints.ts';
import type { StopStory } from './stop.ts';

export type StopPointKey = 'acted' | 'qosOne' | 'kept' | 'newAfter' | 'newBefore' | 'notTheBroker' | 'cure';

/** Why it came out as it did. */
function reasonOf({ level, foundSession, acted }: StopStory): StopPointKey {
  if (level === 1) return 'qosOne';
  if (foundSession === true) return 'kept';
  return acted > 1 ? 'newAfter' : 'newBefore';
}

/** `story`: at the end of the run. */
export function stopPoints(story: StopStory): readonly Point<StopPointKey>[] {
  const { acted, sent, passedOn, passedOnWithDup } = story;
  return [
    { key: 'acted', values: { acted, sent } },
    { key: reasonOf(story), values: { sent, acted } },
    ...(passedOnWithDup === 0 ? [{ key: 'notTheBroker' as const, values: { passedOn } }] : []),
    { key: 'cure', values: {} },
  ];
}
