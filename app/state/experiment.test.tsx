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
const open = (hash: string, takesSteps = false, takesOther = false) => {
  window.location.hash = hash;
  return renderHook(() => useExperiment<Values>(specs, { takesSteps, takesOther })).result;
};
const pull = (atMs: number) => ({ atMs, client: 'device', do: 'pullCable' }) as const;
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

describe('the steps of an experiment', () => {
  it('come from the address, stay when a knob is turned, and go with a reset', () => {
    const experiment = open('#/widgets/a?loss=35&steps=4200-cable-device-out', true);
    expect(experiment.current.steps).toEqual([pull(4_200)]);
    expect(experiment.current.corrections).toEqual([]);
    act(() => experiment.current.set({ loss: 0.1 }));
    expect(experiment.current.steps).toEqual([pull(4_200)]);
    wait();
    expect(window.location.hash).toBe('#/widgets/a?loss=10&steps=4200-cable-device-out');
    act(() => experiment.current.reset());
    expect(experiment.current.steps).toEqual([]);
    wait();
    expect(window.location.hash).toBe('#/widgets/a?loss=20');
  });

  it('are kept in order, and taken back one by one or together', () => {
    const experiment = open('#/widgets/a', true);
    act(() => experiment.current.addStep(pull(7_000)));
    act(() => experiment.current.addStep(pull(10)));
    expect(experiment.current.steps).toEqual([pull(10), pull(7_000)]);
    expect(new URL(experiment.current.link()).hash).toBe('#/widgets/a?loss=20&steps=10-cable-device-out.7000-cable-device-out');
    act(() => experiment.current.removeStep(experiment.current.steps[0] ?? pull(0)));
    expect(experiment.current.steps).toEqual([pull(7_000)]);
    act(() => experiment.current.clearSteps());
    expect(experiment.current.steps).toEqual([]);
  });

  it('come back with the address', () => {
    const experiment = open('#/widgets/a', true);
    follow('#/widgets/a?loss=20&steps=4200-cable-device-out.nonsense');
    expect(experiment.current.steps).toEqual([pull(4_200)]);
    expect(experiment.current.corrections).toEqual([{ parameter: 'steps', given: 'nonsense', used: null, why: 'notAStep' }]);
  });

  it('are at most fifty', () => {
    const experiment = open('#/widgets/a', true);
    for (let atMs = 0; atMs < 60; atMs++) act(() => experiment.current.addStep(pull(atMs)));
    expect(experiment.current.steps).toHaveLength(50);
  });

  it('mean nothing where an experiment takes none', () => {
    const experiment = open('#/widgets/a?steps=4200-cable-device-out');
    expect(experiment.current.steps).toEqual([]);
    expect(experiment.current.corrections).toMatchObject([{ parameter: 'steps', why: 'unknown' }]);
  });
});

describe('the second world of an experiment', () => {
  it('comes from the address, stays when a knob is turned, and goes when it is closed', () => {
    const experiment = open('#/widgets/a?loss=35&other=loss:50', false, true);
    wait();
    expect(experiment.current.other).toEqual({ name: 'loss', value: 0.5 });
    expect(experiment.current.corrections).toEqual([]);
    act(() => experiment.current.set({ loss: 0.1 }));
    wait();
    expect(window.location.hash).toBe('#/widgets/a?loss=10&other=loss%3A50');
    act(() => experiment.current.compare(null));
    wait();
    expect(window.location.hash).toBe('#/widgets/a?loss=10');
  });

  it('is opened, kept in the link, and gone after a reset', () => {
    const experiment = open('#/widgets/a', false, true);
    act(() => experiment.current.compare({ name: 'loss', value: 0.4 }));
    expect(new URL(experiment.current.link()).hash).toBe('#/widgets/a?loss=20&other=loss%3A40');
    act(() => experiment.current.reset());
    expect(experiment.current.other).toBeNull();
  });

  it('means nothing where there is none', () => {
    expect(open('#/widgets/a?other=loss:50').current).toMatchObject({ other: null, corrections: [{ parameter: 'other', why: 'unknown' }] });
  });
});

describe('a mosquitto.conf of one’s own', () => {
  const takesConf = { takesConf: true };
  const openWith = (hash: string) => {
    window.location.hash = hash;
    return renderHook(() => useExperiment<Values>(specs, takesConf)).result;
  };
  const CONF = 'listener 1883\n# grüße & so = 3 %\nmax_queued_messages 2\n';

  it('is the lab’s own until it is written, stands in the link, and comes back from it', () => {
    const experiment = openWith('#/widgets/a?loss=35');
    expect(experiment.current.conf).toBeNull();
    act(() => experiment.current.setConf(CONF));
    const { hash } = new URL(experiment.current.link());
    wait();
    expect(window.location.hash).toBe(hash);
    expect(openWith(hash).current).toMatchObject({ values: { loss: 0.35 }, conf: CONF, confProblem: null, corrections: [] });
  });

  it('may be empty, which is not the lab’s own', () => {
    expect(openWith('#/widgets/a?conf=').current.conf).toBe('');
    expect(openWith('#/widgets/a').current.conf).toBeNull();
  });

  it('has the line ends of this page, wherever the link was made', () => {
    expect(openWith('#/widgets/a?conf=a+1%0D%0Ab+2%0D').current.conf).toBe('a 1\nb 2\n');
  });

  it.each([
    ['x'.repeat(4_001), 'tooLong'],
    ['a%00b', 'notText'],
    ['a%1Bb', 'notText'],
  ])('is not used where it cannot be: %.8s…', (given, problem) => {
    const experiment = openWith(`#/widgets/a?conf=${given}`);
    expect(experiment.current).toMatchObject({ conf: null, confProblem: problem });
    act(() => experiment.current.set({ loss: 0.3 }));
    expect(experiment.current.confProblem).toBeNull();
  });

  it('stays out of the link while it is too long for one', () => {
    const experiment = openWith('#/widgets/a');
    act(() => experiment.current.setConf('x'.repeat(4_001)));
    expect(experiment.current.conf).toHaveLength(4_001);
    expect(new URL(experiment.current.link()).hash).toBe('#/widgets/a?loss=20');
  });

  it('goes with a reset', () => {
    const experiment = openWith('#/widgets/a?conf=a+1');
    act(() => experiment.current.reset());
    expect(experiment.current.conf).toBeNull();
  });

  it('means nothing where none is taken', () => {
    expect(open('#/widgets/a?conf=a').current).toMatchObject({ conf: null, corrections: [{ parameter: 'conf', why: 'unknown' }] });
  });
});
