// An experiment's knobs, kept in the address: the link in the address bar is the state. Forward, back and a pasted link set them again.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { addressWith, hashPath, hashSearch, replaceHashSearch } from './address.ts';
import { type Correction, type KnobSpecs, readKnobs, standardValues, writeKnobs } from './knobs.ts';

// A slider drag makes dozens of values a second and browsers refuse that many history entries: the address follows when the hand rests.
const ADDRESS_FOLLOWS_MS = 250;

export interface Experiment<Values> {
  readonly values: Values;
  /** What in the address could not be used; empty after the first turn of a knob. */
  readonly corrections: readonly Correction[];
  set(change: Partial<Values>): void;
  /** All knobs to their standard values. */
  reset(): void;
  /** Address that brings back these values. */
  link(): string;
}

/** `specs` must be the same object at each call. */
export function useExperiment<Values extends object>(specs: KnobSpecs<Values>): Experiment<Values> {
  const [state, setState] = useState(() => ({ ...readKnobs(specs, hashSearch()), turned: false }));

  useEffect(() => {
    const path = hashPath();
    const readAgain = () => {
      if (hashPath() === path) setState({ ...readKnobs(specs, hashSearch()), turned: false });
    };
    window.addEventListener('hashchange', readAgain);
    return () => window.removeEventListener('hashchange', readAgain);
  }, [specs]);

  useEffect(() => {
    if (!state.turned) return;
    const path = hashPath();
    const timer = setTimeout(() => {
      if (hashPath() === path) replaceHashSearch(writeKnobs(specs, state.values));
    }, ADDRESS_FOLLOWS_MS);
    return () => clearTimeout(timer);
  }, [specs, state]);

  const set = useCallback((change: Partial<Values>) => {
    setState((before) => ({ values: { ...before.values, ...change }, corrections: [], turned: true }));
  }, []);
  const reset = useCallback(() => setState({ values: standardValues(specs), corrections: [], turned: true }), [specs]);
  const link = useCallback(() => addressWith(writeKnobs(specs, state.values)), [specs, state.values]);
  const { values, corrections } = state;
  return useMemo(() => ({ values, corrections, set, reset, link }), [values, corrections, set, reset, link]);
}
