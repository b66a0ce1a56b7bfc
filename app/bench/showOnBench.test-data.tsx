// For this room's component tests: a playback over a run of 0.5 virtual seconds, with animation frames that the test hands out itself.
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { Microseconds } from '#simulations';
import type { StepTarget } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { Bench } from './Bench.tsx';
import { at } from './fixture.test-data.ts';
import type { PlayableRun } from './playbackState.ts';
import { type Playback, type PlaybackOptions, usePlayback } from './usePlayback.ts';

export const run: PlayableRun = { runId: 1, startsAt: at(0), opensAt: at(100_000), endsAt: at(500_000) };

type FindStep = (runId: number, from: Microseconds, direction: 'forward' | 'back', target: StepTarget) => Promise<Microseconds | null>;

export interface Shown {
  readonly playback: () => Playback;
  /** One animation frame, so many milliseconds after the one before. */
  readonly frame: (elapsedMs: number) => void;
  readonly findStep: ReturnType<typeof vi.fn<FindStep>>;
}

function Page({ options, parts }: { readonly options: PlaybackOptions; readonly parts: (playback: Playback) => ReactNode }) {
  const playback = usePlayback(options);
  return <Bench playback={playback}>{parts(playback)}</Bench>;
}

/** Shows parts of the bench over `run`, paused at 0.1 s; `null`: before any run. */
export function showOnBench(parts: (playback: Playback) => ReactNode, { withRun = run as PlayableRun | null, calm = false } = {}): Shown {
  let pending: FrameRequestCallback[] = [];
  let now = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => pending.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    pending = [];
  });
  const findStep = vi.fn<FindStep>(async (_, from, direction) => at(from + (direction === 'forward' ? 10_000 : -10_000)));
  let current: Playback | null = null;
  const keep = (playback: Playback) => {
    current = playback;
    return parts(playback);
  };
  render(<Page options={{ run: withRun, findStep, calm, autoPlay: false }} parts={keep} />, { wrapper: Translations });
  return {
    playback: () => current as unknown as Playback,
    frame: (elapsedMs) =>
      act(() => {
        now += elapsedMs;
        const due = pending;
        pending = [];
        for (const callback of due) callback(now);
      }),
    findStep,
  };
}
