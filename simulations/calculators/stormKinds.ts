// The devices of a storm that is reckoned, told apart by what decides on their next wait: how often they have failed, up to where waits no longer grow, or with decorrelated jitter their last wait, on a
// logarithmic scale from the base to the cap. Where they give up after so many attempts, each attempt is told apart, and with decorrelated jitter the waits within it, the coarser the more attempts there
// are. Left out: that the count of waits and that of attempts differ where TCP resets the first of them now and then.
import type { AttemptsToCome } from './stormAttempts.ts';
import type { StormCurveSetting } from './stormCurve.ts';
import { lastDistinctFailure, type WaitPiece, waitEdges, waitPieces, waitsAfterWaits } from './stormWaits.ts';

/** From so many attempts on a device counts as one that never gives up. */
const MOST_ATTEMPTS = 1_000;
const WAIT_STEPS = 32;
/** Where attempts are counted as well, there are so many kinds, or a few more. */
const MOST_KINDS = 600;
const FEWEST_WAIT_STEPS = 4;

export interface Failed {
  /** For each kind. */
  readonly amounts: Float64Array;
  /** From now until they know. Milliseconds. */
  readonly afterMs: number;
  readonly tcpStood: boolean;
}

export interface StormKinds {
  /** For each kind, the longest wait before its attempts; kind 0 has not waited. Milliseconds. */
  readonly longestWaitsMs: readonly number[];
  /** Lets those who failed wait. @returns how many gave up */
  readonly waitAgain: (failed: Failed, toCome: AttemptsToCome) => number;
}

export function stormKinds(setting: StormCurveSetting): StormKinds {
  const { backoff, mostAttempts } = setting;
  const most = mostAttempts === null || mostAttempts > MOST_ATTEMPTS ? null : mostAttempts;
  return backoff.kind === 'decorrelated' ? byLastWait(setting, most) : byFailures(setting, most);
}

function byFailures({ backoff }: StormCurveSetting, most: number | null): StormKinds {
  const count = most ?? lastDistinctFailure(backoff) + 1;
  const pieces = Array.from({ length: count + 1 }, (_, failures) => (failures === 0 ? [] : waitPieces(backoff, failures)));
  const first = pieces[1] ?? [];
  return {
    longestWaitsMs: pieces.slice(0, count).map((ones) => Math.max(0, ...[...ones, ...first].map(({ toMs }) => toMs))),
    waitAgain: ({ amounts, afterMs, tcpStood }, toCome) => {
      const isReset = backoff.resetByTcp && tcpStood;
      let gaveUp = 0;
      for (let kind = 0; kind < count; kind++) {
        const amount = amounts[kind] ?? 0;
        if (amount === 0) continue;
        if (most !== null && kind + 1 >= most) {
          gaveUp += amount;
          continue;
        }
        const next = isReset && most === null ? Math.min(1, count - 1) : Math.min(count - 1, kind + 1);
        for (const piece of isReset ? first : (pieces[next] ?? [])) toCome.add(next, amount, later(piece, afterMs));
      }
      return gaveUp;
    },
  };
}

/** A row of kinds for each attempt that is told apart, or one for all; in it the first has not waited yet, the last waited for the cap. */
function byLastWait({ backoff }: StormCurveSetting, most: number | null): StormKinds {
  const steps = most === null ? WAIT_STEPS : Math.min(WAIT_STEPS, Math.max(FEWEST_WAIT_STEPS, Math.floor(MOST_KINDS / most)));
  const edges = waitEdges(backoff, steps);
  const next = waitsAfterWaits(backoff, edges);
  const pieces = edges.map((fromMs, step): WaitPiece => ({ fromMs, toMs: edges[step + 1] ?? fromMs, share: 1 }));
  const waiting = new Float64Array(edges.length);
  const width = edges.length + 1;
  const rows = most ?? 1;
  return {
    longestWaitsMs: Array.from({ length: rows }, () => [0, ...pieces.map(({ toMs }) => toMs)]).flat(),
    waitAgain: ({ amounts, afterMs }, toCome) => {
      let gaveUp = 0;
      for (let row = 0; row < rows; row++) {
        const inRow = amounts.subarray(row * width, (row + 1) * width);
        let all = 0;
        for (const amount of inRow) all += amount;
        if (all === 0) continue;
        if (most !== null && row + 1 >= most) {
          gaveUp += all;
          continue;
        }
        next(inRow, waiting);
        const into = most === null ? 1 : (row + 1) * width + 1;
        for (let step = 0; step < pieces.length; step++)
          toCome.add(into + step, waiting[step] ?? 0, later(pieces[step] as WaitPiece, afterMs));
      }
      return gaveUp;
    },
  };
}

function later({ fromMs, toMs, share }: WaitPiece, byMs: number): WaitPiece {
  return { fromMs: fromMs + byMs, toMs: toMs + byMs, share };
}
