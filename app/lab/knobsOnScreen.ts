// The knobs of a lab as they stand on the screen: each field says how its knob is called and what its positions are called, so that another part of the lab can
// offer the same choice in the same words. A knob that is not shown now is not offered.
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';

export interface ToldKnob {
  /** In the address. */
  readonly parameter: string;
  readonly label: string;
  /** `null`: plain numbers, or a choice. */
  readonly unit: string | null;
  /** `null`: a number. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
}

export type ToldKnobs = ReadonlyMap<string, ToldKnob>;

export interface KnobsOnScreen {
  /** Returns the way to take it back. */
  tell(knob: ToldKnob): () => void;
  subscribe(listener: () => void): () => void;
  /** By parameter; the same map while nothing changes. */
  all(): ToldKnobs;
}

export function createKnobsOnScreen(): KnobsOnScreen {
  let told: ToldKnobs = new Map();
  const listeners = new Set<() => void>();
  const become = (change: (knobs: Map<string, ToldKnob>) => void) => {
    const next = new Map(told);
    change(next);
    told = next;
    for (const listener of listeners) listener();
  };
  return {
    tell(knob) {
      become((knobs) => knobs.set(knob.parameter, knob));
      return () => {
        // Another field may have told of the knob meanwhile.
        if (told.get(knob.parameter) === knob) become((knobs) => knobs.delete(knob.parameter));
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    all: () => told,
  };
}

/** `null`: nobody wants to know. */
export const KnobsOnScreenContext = createContext<KnobsOnScreen | null>(null);

/** Says how a knob is called, as long as its field is on the screen. */
export function useTellKnob(knob: ToldKnob): void {
  const knobs = useContext(KnobsOnScreenContext);
  const words = JSON.stringify(knob);
  useEffect(() => knobs?.tell(JSON.parse(words) as ToldKnob), [knobs, words]);
}

export function useToldKnobs(knobs: KnobsOnScreen): ToldKnobs {
  return useSyncExternalStore(knobs.subscribe, knobs.all);
}
