// The machine's clock, held where it is while the machine's is set back: the broker's must never run backwards.

/** @param now milliseconds since the Unix epoch, as `Date.now` */
export function steadyClock(now: () => number = Date.now): () => number {
  let latest = Number.NEGATIVE_INFINITY;
  return () => {
    latest = Math.max(latest, now());
    return latest;
  };
}
