// The playhead's instant for components that draw through React: at most every so many milliseconds while it glides, at once when it was put somewhere.
import { useEffect, useState } from 'react';
import type { Microseconds } from '#simulations';
import type { PlayheadClock } from './usePlayback.ts';

/** `everyMs`: shortest wall time between two values while the playhead glides. */
export function usePlayhead(clock: PlayheadClock, everyMs: number): Microseconds {
  const [at, setAt] = useState(() => clock.now());
  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    setAt(clock.now());
    return clock.subscribe((gliding) => {
      const now = performance.now();
      if (gliding && now - toldAt < everyMs) return;
      toldAt = now;
      setAt(clock.now());
    });
  }, [clock, everyMs]);
  return at;
}
