import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useExperiment } from './experiment.ts';
import type { KnobSpecs } from './knobs.ts';

interface Values {
  readonly loss: number;
}
const specs: KnobSpecs<Values> = {
  loss: { kind: 'number', parameter: 'loss', minimum: 0, maximum: 0.6, step: 0.01, standard: 0.2, shownPer: 100 },
};
const open = (hash: string) => {
  window.location.hash = hash;
  return renderHook(() => useExperiment<Values>(specs)).result;
};
const follow = (hash: string) =>
  act(() => {
    window.location.hash = hash;
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
const wait = () => act(() => vi.runAllTimers());

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('an experiment', () => {
  it('reads the address, and leaves it alone until a knob is turned', () => {
    const experiment = open('#/widgets/a?loss=35');
    wait();
    expect(experiment.current.values).toEqual({ loss: 0.35 });
    expect(window.location.hash).toBe('#/widgets/a?loss=35');
  });

  it('writes the address when the hand rests, as the same page of the history', () => {
    const experiment = open('#/widgets/a');
    const pages = window.history.length;
    act(() => experiment.current.set({ loss: 0.3 }));
    act(() => experiment.current.set({ loss: 0.31 }));
    expect(window.location.hash).toBe('#/widgets/a');
    wait();
    expect(window.location.hash).toBe('#/widgets/a?loss=31');
    expect(window.history.length).toBe(pages);
  });

  it('follows a link to the same widget', () => {
    const experiment = open('#/widgets/a?loss=35');
    follow('#/widgets/a?loss=99');
    expect(experiment.current.values).toEqual({ loss: 0.6 });
    expect(experiment.current.corrections).toEqual([{ parameter: 'loss', given: '99', used: '60', why: 'tooLarge' }]);
  });

  it('does not take another page’s parameters for its own, nor write into its address', () => {
    const experiment = open('#/widgets/a?loss=35');
    act(() => experiment.current.set({ loss: 0.1 }));
    follow('#/widgets/b?loss=50');
    wait();
    expect(experiment.current.values).toEqual({ loss: 0.1 });
    expect(window.location.hash).toBe('#/widgets/b?loss=50');
  });

  it('forgets corrections at the first turn of a knob', () => {
    const experiment = open('#/widgets/a?loss=99');
    expect(experiment.current.corrections).toHaveLength(1);
    act(() => experiment.current.set({ loss: 0.2 }));
    expect(experiment.current.corrections).toEqual([]);
  });

  it('goes back to standard values, and links to them', () => {
    const experiment = open('#/widgets/a?loss=35');
    act(() => experiment.current.reset());
    expect(experiment.current.values).toEqual({ loss: 0.2 });
    expect(new URL(experiment.current.link()).hash).toBe('#/widgets/a?loss=20');
  });
});
