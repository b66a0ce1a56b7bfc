// What the time bar decides: where the playhead stands in virtual time and how fast it moves. Pure; the frames come from usePlayback.
// Wall time is in milliseconds, virtual time in microseconds: at speed 1 one millisecond of wall time is 1,000 microseconds.
import { fromMicroseconds, type Microseconds } from '#simulations';
import type { StepTarget } from '#simulations/worker';

/** Virtual seconds for each second of wall time. */
export const SPEEDS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] as const;
export const DEFAULT_SPEED = 0.02;
/** Above this speed a packet is gone within a frame or two: the picture shows counts instead. */
export const FASTEST_FLIGHT_SPEED = 20;

/** Wall time between two positions where the playhead jumps instead of gliding. Milliseconds. */
const CALM_STRIDE_MS = 600;
const FAST_STRIDE_MS = 250;
/** A frame later than this stands for a page that was held up or hidden, not for time to catch up with. Milliseconds. */
const LONGEST_FRAME_MS = 100;

/** A finished run as the playhead sees it. */
export interface PlayableRun {
  readonly runId: number;
  readonly startsAt: Microseconds;
  readonly endsAt: Microseconds;
  /** Where the playhead stands when the run is opened and where replay goes: the first packet, say. Default: `startsAt`. */
  readonly opensAt?: Microseconds;
  /** Where the playhead stands when the run is opened in the place of another, with what was seen up to here the same. Default: `opensAt`. */
  readonly resumesAt?: Microseconds;
}

/** What changes only when somebody acts. */
export interface Controls {
  readonly run: PlayableRun | null;
  readonly playing: boolean;
  readonly speed: number;
  readonly stepTarget: StepTarget;
  /** The playhead jumps instead of gliding. */
  readonly calm: boolean;
}

export interface PlaybackState {
  readonly at: Microseconds;
  readonly controls: Controls;
  /** Wall time that has passed since the last jump, where the playhead jumps. Milliseconds. */
  readonly heldMs: number;
}

export type PlaybackAction =
  | { readonly do: 'open'; readonly run: PlayableRun | null; readonly play: boolean }
  | { readonly do: 'stretch'; readonly endsAt: Microseconds }
  | { readonly do: 'play' | 'pause' | 'replay' }
  | { readonly do: 'seek'; readonly to: Microseconds }
  | { readonly do: 'speed'; readonly speed: number }
  | { readonly do: 'stepTarget'; readonly target: StepTarget }
  | { readonly do: 'calm'; readonly calm: boolean }
  | { readonly do: 'frame'; readonly elapsedMs: number };

export function initialPlayback(): PlaybackState {
  const controls: Controls = { run: null, playing: false, speed: DEFAULT_SPEED, stepTarget: 'packet', calm: false };
  return { at: fromMicroseconds(0), controls, heldMs: 0 };
}

/** Wall time that the playhead waits between two positions; 0: it glides. Milliseconds. */
export function strideMs({ calm, speed }: Pick<Controls, 'calm' | 'speed'>): number {
  if (calm) return CALM_STRIDE_MS;
  return speed > FASTEST_FLIGHT_SPEED ? FAST_STRIDE_MS : 0;
}

function within({ startsAt, endsAt }: PlayableRun, instant: number): Microseconds {
  return fromMicroseconds(Math.round(Math.min(Math.max(instant, startsAt), endsAt)));
}

function withControls(state: PlaybackState, change: Partial<Controls>): PlaybackState {
  return { ...state, heldMs: 0, controls: { ...state.controls, ...change } };
}

function frame(state: PlaybackState, elapsedMs: number): PlaybackState {
  const { run, playing, speed } = state.controls;
  if (run === null || !playing) return state;
  const heldMs = state.heldMs + Math.min(Math.max(elapsedMs, 0), LONGEST_FRAME_MS);
  if (heldMs < strideMs(state.controls)) return { ...state, heldMs };
  const at = within(run, state.at + heldMs * 1_000 * speed);
  const moved = { ...state, at, heldMs: 0 };
  return at >= run.endsAt ? withControls(moved, { playing: false }) : moved;
}

/** The next state; the same object when nothing changes. */
export function playback(state: PlaybackState, action: PlaybackAction): PlaybackState {
  const { run } = state.controls;
  switch (action.do) {
    case 'open': {
      const opened = action.run;
      if (opened === null) return withControls({ ...state, at: fromMicroseconds(0) }, { run: null, playing: false });
      const at = within(opened, opened.resumesAt ?? opened.opensAt ?? opened.startsAt);
      return withControls({ ...state, at }, { run: opened, playing: action.play });
    }
    // The same run, looked at up to another end: that of a longer one beside it.
    case 'stretch': {
      if (run === null || run.endsAt === action.endsAt) return state;
      const stretched = { ...run, endsAt: action.endsAt };
      return withControls({ ...state, at: within(stretched, state.at) }, { run: stretched });
    }
    case 'play': {
      if (run === null || state.controls.playing) return state;
      const from = state.at >= run.endsAt ? (run.opensAt ?? run.startsAt) : state.at;
      return withControls({ ...state, at: from }, { playing: true });
    }
    case 'pause':
      return state.controls.playing ? withControls(state, { playing: false }) : state;
    case 'replay':
      return run === null ? state : withControls({ ...state, at: run.opensAt ?? run.startsAt }, { playing: true });
    case 'seek':
      return run === null ? state : { ...state, at: within(run, action.to), heldMs: 0 };
    case 'speed':
      return withControls(state, { speed: action.speed });
    case 'stepTarget':
      return withControls(state, { stepTarget: action.target });
    case 'calm':
      return action.calm === state.controls.calm ? state : withControls(state, { calm: action.calm });
    case 'frame':
      return frame(state, action.elapsedMs);
  }
}
