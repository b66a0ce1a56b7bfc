// Where the playhead stands when a run is opened, and how fast it goes.
import { fromMicroseconds } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { type Opening, speedFor } from '../../lab/usePlayedRun.ts';

/** One-way delays from the first packet on the air to the first PUBLISH: TCP's round trip and CONNECT's. */
const DELAYS_BEFORE_PUBLISH = 4;

/** Waking and joining the Wi-Fi takes a second in which no packet moves: the run opens after it. */
export function openingOf(result: RunResult): Opening {
  const delayMs = result.scenario.devices[0]?.link.delayMs ?? 0;
  const first = result.figures.reduce(
    (earliest, { publishingFrom }) => Math.min(earliest, publishingFrom ?? earliest),
    Number(result.endsAt),
  );
  return { at: fromMicroseconds(Math.max(0, first - DELAYS_BEFORE_PUBLISH * delayMs * 1_000)), speed: speedFor(delayMs) };
}
