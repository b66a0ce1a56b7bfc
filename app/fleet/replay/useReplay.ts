// Plays a run's time: moves the place at which its charts are read, frame by frame. Who points at another instant takes over.
import { useEffect, useState } from 'react';
import { useSharedReading } from '../../charts/reading/sharedReading.ts';
import { useReducedMotion } from '../../display/useReducedMotion.ts';

/** Virtual seconds in one of the reader's. */
const SPEEDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] as const;
/** A whole run takes about so long. Seconds. */
const LASTS = 15;
/** Under reduced motion it goes on in steps. Milliseconds. */
const A_STEP = 500;

export function replaySpeed(untilSeconds: number): number {
  return SPEEDS.find((speed) => untilSeconds / speed <= LASTS) ?? SPEEDS[SPEEDS.length - 1] ?? 1;
}

export interface Replay {
  readonly playing: boolean;
  readonly speed: number;
  /** Plays from where it stands, from the beginning where it stands nowhere; or pauses. */
  readonly toggle: () => void;
}

/** @param until the end. Seconds */
export function useReplay(until: number): Replay {
  const reading = useSharedReading();
  const calm = useReducedMotion();
  const [playing, setPlaying] = useState(false);
  const speed = replaySpeed(until);
  useEffect(() => {
    if (!playing) return;
    let before: number | null = null;
    let put = reading.place();
    const step = (now: number) => {
      before ??= now;
      // Somebody points elsewhere.
      if (reading.place() !== put) return setPlaying(false);
      const passed = now - before;
      if (!calm || passed >= A_STEP) {
        before = now;
        put = (put ?? 0) + (passed / 1_000) * speed;
        if (put >= until) {
          reading.move(null);
          return setPlaying(false);
        }
        reading.move(put);
      }
      frame = requestAnimationFrame(step);
    };
    let frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing, reading, until, speed, calm]);
  const toggle = () => {
    const place = reading.place();
    if (!playing && (place === null || place >= until)) reading.move(0);
    setPlaying(!playing);
  };
  return { playing, speed, toggle };
}
