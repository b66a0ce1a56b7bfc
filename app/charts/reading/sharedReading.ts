// Where charts are read at the moment. Charts over the same time have it together: who points at one reads all of them at that instant. No React but its context.
import { createContext, useContext, useState, useSyncExternalStore } from 'react';

/** In the unit of the axis; `null`: nowhere. */
export type ReadingPlace = number | null;

export interface SharedReading {
  readonly place: () => ReadingPlace;
  readonly move: (place: ReadingPlace) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function startReading(): SharedReading {
  let place: ReadingPlace = null;
  const listeners = new Set<() => void>();
  return {
    place: () => place,
    move: (next) => {
      if (next === place) return;
      place = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const SharedReadingContext = createContext<SharedReading | null>(null);

/** That of the charts around it, or one of its own. */
export function useSharedReading(): SharedReading {
  const shared = useContext(SharedReadingContext);
  const [own] = useState(startReading);
  return shared ?? own;
}

/** Where it stands, and how to move it. */
export function useReading(): readonly [ReadingPlace, SharedReading['move']] {
  const reading = useSharedReading();
  return [useSyncExternalStore(reading.subscribe, reading.place), reading.move];
}
