import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RunView, ViewRequest } from '#simulations/worker';
import { at, view } from './fixture.test-data.ts';
import { showOnBench } from './showOnBench.test-data.tsx';
import type { Playback } from './usePlayback.ts';
import { type RunViewState, useRunView } from './useRunView.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Ask = (request: ViewRequest) => Promise<RunView>;
let state: RunViewState = { view: null, problem: null };

function Asking({ playback, ask }: { readonly playback: Playback; readonly ask: Ask }) {
  state = useRunView(playback, ask);
  return <p>{state.view === null ? 'nothing' : `at ${state.view.at}`}</p>;
}

const answer: Ask = async (request) => ({ ...view, at: request.at, events: [...view.events] });

it('asks for events once and then only for how things stand', async () => {
  const ask = vi.fn(answer);
  const shown = showOnBench((playback) => <Asking playback={playback} ask={ask} />);
  await screen.findByText('at 100000');
  expect(ask.mock.calls.some(([{ from, to }]) => to - from > 1_000_000)).toBe(true);
  const { events } = state.view ?? {};
  ask.mockClear();
  act(() => shown.playback().seek(at(300_000)));
  await screen.findByText('at 300000');
  expect(ask.mock.lastCall?.[0]).toMatchObject({ runId: 1, at: 300_000, from: 300_000, to: 300_000 });
  expect(state.view?.events).toBe(events);
});

it('asks again, once, when the playhead was put elsewhere while an answer was awaited', async () => {
  const ask = vi.fn(answer);
  const shown = showOnBench((playback) => <Asking playback={playback} ask={ask} />);
  await screen.findByText('at 100000');
  ask.mockClear();
  act(() => {
    for (const instant of [200_000, 250_000, 300_000, 350_000]) shown.playback().seek(at(instant));
  });
  await screen.findByText('at 350000');
  expect(ask.mock.calls.map(([request]) => request.at)).toEqual([200_000, 350_000]);
});

it('tells when the laboratory refuses, and recovers', async () => {
  const ask = vi.fn(answer);
  const shown = showOnBench((playback) => <Asking playback={playback} ask={ask} />);
  await screen.findByText('at 100000');
  const broken = new Error('the worker is gone');
  ask.mockRejectedValueOnce(broken);
  act(() => shown.playback().seek(at(200_000)));
  await screen.findByText('nothing');
  expect(state.problem).toBe(broken);
  act(() => shown.playback().seek(at(300_000)));
  await screen.findByText('at 300000');
  expect(state.problem).toBeNull();
});

it('asks nothing before a run', () => {
  const ask = vi.fn(answer);
  showOnBench((playback) => <Asking playback={playback} ask={ask} />, { withRun: null });
  expect(ask).not.toHaveBeenCalled();
  expect(screen.getByText('nothing')).toBeTruthy();
});
