// The playhead of a page: the pure playback state, driven by animation frames. Frames stop in a hidden tab, so the playhead does too.
// Whoever follows each frame subscribes to the clock and writes to the document itself; React draws anew only when somebody acts.
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Microseconds } from '#simulations';
import type { StepTarget } from '#simulations/worker';
import { type Controls, initialPlayback, type PlayableRun, type PlaybackAction, playback } from './playbackState.ts';

export interface PlayheadClock {
  now(): Microseconds;
  /** Called after each move. `gliding`: the next frame follows by itself; otherwise the playhead was put there. Returns the way to stop. */
  subscribe(listener: (gliding: boolean) => void): () => void;
}

export interface Playback extends Controls {
  readonly clock: PlayheadClock;
  play(): void;
  pause(): void;
  /** Plays, or pauses. */
  toggle(): void;
  /** From the run's opening, playing. */
  replay(): void;
  seek(to: Microseconds): void;
  setSpeed(speed: number): void;
  setStepTarget(target: StepTarget): void;
  /** Pauses and goes to the next or previous event of the kind that is set. */
  step(direction: 'forward' | 'back'): void;
}

export interface PlaybackOptions {
  /** The run to play; a new `runId` opens it anew, another end alone leaves the playhead where it is. `null` before the first. */
  readonly run: PlayableRun | null;
  /** Where the next or previous event of a kind is; `null`: there is none. A rejected promise leaves the playhead where it is. */
  readonly findStep: (runId: number, from: Microseconds, direction: 'forward' | 'back', target: StepTarget) => Promise<Microseconds | null>;
  /** The learner wants little motion: the playhead jumps. */
  readonly calm: boolean;
  /** Play as soon as a run is opened. Default `true`. */
  readonly autoPlay?: boolean;
}

/** The mutable heart of usePlayback; apart from React, so that it can be driven without a page. */
export function createPlayhead() {
  let state = initialPlayback();
  const onMove = new Set<(gliding: boolean) => void>();
  const onControls = new Set<() => void>();
  return {
    now: () => state.at,
    controls: () => state.controls,
    act(action: PlaybackAction): void {
      const before = state;
      state = playback(before, action);
      if (state.controls !== before.controls) for (const listener of onControls) listener();
      if (state.at !== before.at || state.controls !== before.controls) {
        for (const listener of onMove) listener(action.do === 'frame' && state.controls.playing);
      }
    },
    subscribe(listener: (gliding: boolean) => void) {
      onMove.add(listener);
      return () => void onMove.delete(listener);
    },
    subscribeControls(listener: () => void) {
      onControls.add(listener);
      return () => void onControls.delete(listener);
    },
  };
}

/** The playhead over one run: controls that change when somebody acts, and a clock for what moves. */
export function usePlayback({ run, findStep, calm, autoPlay = true }: PlaybackOptions): Playback {
  const playhead = useMemo(createPlayhead, []);
  const controls = useSyncExternalStore(playhead.subscribeControls, playhead.controls);
  const find = useRef(findStep);
  find.current = findStep;

  const runId = run?.runId ?? null;
  const opened = useRef(run);
  opened.current = run;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is opened when its number changes, not when its object does.
  useEffect(() => playhead.act({ do: 'open', run: opened.current, play: autoPlay }), [playhead, runId]);
  const endsAt = run?.endsAt ?? null;
  useEffect(() => {
    if (endsAt !== null) playhead.act({ do: 'stretch', endsAt });
  }, [playhead, endsAt]);
  useEffect(() => playhead.act({ do: 'calm', calm }), [playhead, calm]);

  useEffect(() => {
    if (!controls.playing) return;
    let last: number | null = null;
    let frame = requestAnimationFrame(function onFrame(now: number) {
      frame = requestAnimationFrame(onFrame);
      if (last !== null) playhead.act({ do: 'frame', elapsedMs: now - last });
      last = now;
    });
    return () => cancelAnimationFrame(frame);
  }, [playhead, controls.playing]);

  const actions = useMemo(() => {
    const { act } = playhead;
    return {
      clock: playhead as PlayheadClock,
      play: () => act({ do: 'play' }),
      pause: () => act({ do: 'pause' }),
      toggle: () => act({ do: playhead.controls().playing ? 'pause' : 'play' }),
      replay: () => act({ do: 'replay' }),
      seek: (to: Microseconds) => act({ do: 'seek', to }),
      setSpeed: (speed: number) => act({ do: 'speed', speed }),
      setStepTarget: (target: StepTarget) => act({ do: 'stepTarget', target }),
      step: (direction: 'forward' | 'back') => {
        const { run: current, stepTarget } = playhead.controls();
        if (current === null) return;
        act({ do: 'pause' });
        const from = playhead.now();
        find.current(current.runId, from, direction, stepTarget).then(
          (to) => {
            // Only if nobody has moved on meanwhile.
            if (playhead.now() === from) act({ do: 'seek', to: to ?? (direction === 'forward' ? current.endsAt : current.startsAt) });
          },
          // The laboratory reports its own failure where it can be mended; here the playhead just stays.
          () => undefined,
        );
      },
    };
  }, [playhead]);

  return useMemo(() => ({ ...controls, ...actions }), [controls, actions]);
}
