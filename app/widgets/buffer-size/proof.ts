// The outage that is run on the bench: the learner's own where a page can carry it. A longer one is cut, with its slots in proportion; a fast one runs slower, everything in proportion.
import {
  type BufferOutageSetting,
  bufferOutage,
  drainSeconds,
  OUTAGE_FROM_MS,
  type OutageSetting,
  offlineMs,
  outageSpread,
  SIGNAL_LOSS_NOTICED_MS,
  type Spread,
} from '#simulations';
import type { ProofPlan } from '../../calculator/useProof.ts';
import type { BufferValues } from './knobs.ts';

export const PROOF_SEEDS = 8;
const MOST_READINGS = 120;
const FASTEST_MS = 500;
const SLOWEST_MS = 60_000;
/** So many slots are left as they are; of more, those that no reading comes to are left out. */
const AS_IT_IS = 200;
/** The chip takes 8.5 s to notice; below this there would be nothing to see. Seconds. */
const SHORTEST_OUTAGE = 20;
/** A buffer that empties more slowly than so many new readings come is not waited for: the run would have more events than a page is given. */
const MOST_WHILE_DRAINING = 120;

export interface ProofOutage {
  readonly outageSeconds: number;
  readonly everyMs: number;
  readonly buffer: BufferOutageSetting['buffer'];
  readonly isScaled: boolean;
  /** It empties within the run. */
  readonly empties: boolean;
  readonly settleMs: number;
}

export function proofOutage({ outage, rate, slots, whenFull, drainRate, place }: BufferValues): ProofOutage {
  const ownEveryMs = 1_000 / rate;
  const everyMs = Math.round(Math.min(SLOWEST_MS, Math.max(FASTEST_MS, ownEveryMs)));
  const pace = everyMs / ownEveryMs;
  const wanted = outage * pace;
  const outageSeconds = Math.round(
    Math.min(Math.max(SHORTEST_OUTAGE, wanted), Math.max(SHORTEST_OUTAGE, (MOST_READINGS * everyMs) / 1_000)),
  );
  const readings = (outageSeconds * 1_000) / everyMs;
  const share = Math.min(1, outageSeconds / wanted);
  const inProportion = share < 1 ? Math.max(1, Math.round(slots * share)) : slots;
  const drainEveryMs = Math.min(60_000, Math.round((1_000 / drainRate) * pace));
  const buffer = { place, slots: Math.min(inProportion, Math.max(AS_IT_IS, Math.ceil(readings) + 1)), whenFull, drainEveryMs };
  const drain = drainSeconds({
    held: Math.min(buffer.slots, readings + 1),
    ratePerSecond: 1_000 / everyMs,
    drainPerSecond: drainEveryMs === 0 ? Number.POSITIVE_INFINITY : 1_000 / drainEveryMs,
  });
  const empties = drain !== null && (drain * 1_000) / everyMs <= MOST_WHILE_DRAINING;
  return {
    outageSeconds,
    everyMs,
    buffer,
    isScaled: outageSeconds !== outage || Math.abs(pace - 1) > 1e-6,
    empties,
    settleMs: Math.round((empties ? drain * 1_200 + 4 * drainEveryMs : 0) + 3 * everyMs + 10_000),
  };
}

export function settingOfSeed({ outageSeconds, everyMs, buffer, settleMs }: ProofOutage, seed: number): BufferOutageSetting {
  return { outageSeconds, everyMs, buffer, settleMs, phaseMs: Math.round(((seed - 0.5) / PROOF_SEEDS) * everyMs) };
}

export type ProofKey = 'held' | 'lost' | 'drainSeconds' | 'unnoticed';

export function proofPlan(outage: ProofOutage): ProofPlan {
  const noticedAt = (OUTAGE_FROM_MS + SIGNAL_LOSS_NOTICED_MS) * 1_000;
  return {
    seeds: PROOF_SEEDS,
    looksAt: 'whole',
    scenarioOf: (seed) => bufferOutage(settingOfSeed(outage, seed)),
    read: ({ events }) => {
      const backAt =
        events.findLast((event) => event.kind === 'connection' && event.client === 'sensor' && event.step === 'connected')?.at ??
        Number.NaN;
      const steps = events.flatMap((event) => (event.kind === 'buffer' && event.at >= noticedAt ? [event] : []));
      const offline = steps.filter(({ at }) => at < backAt);
      const dropped = (all: typeof steps) =>
        all.filter(({ change }) => change === 'droppedOldest' || change === 'droppedNewest' || change === 'refused').length;
      const emptied = steps.findLast(({ change }) => change === 'handedOver')?.at ?? backAt;
      const arrived = new Set(
        events.flatMap((event) => (event.kind === 'received' && event.client === 'dashboard' ? [event.payload] : [])),
      );
      const before = events.flatMap((event) =>
        event.kind === 'message' && event.step === 'made' && event.at < noticedAt ? [event.message] : [],
      );
      return {
        held: Math.max(0, ...offline.map(({ held }) => held)),
        lost: dropped(steps),
        drainSeconds: (emptied - backAt) / 1_000_000,
        unnoticed: before.filter((message) => !arrived.has(`reading ${message}`)).length,
      };
    },
  };
}

/** There and back takes 100 ms: what is on its way when the Wi-Fi goes is lost, too. Seconds. */
const ON_THE_WAY = 0.05;

export function proofExpectations({ outageSeconds, everyMs, buffer }: ProofOutage): Readonly<Record<ProofKey, Spread>> {
  const setting: OutageSetting = { everyMs, offlineMs: offlineMs(outageSeconds), ...buffer };
  const unnoticed = ((SIGNAL_LOSS_NOTICED_MS / 1_000 + ON_THE_WAY) * 1_000) / everyMs;
  const rest = unnoticed % 1;
  const { held, lost, drainSeconds: drain } = outageSpread(setting);
  return { held, lost, drainSeconds: drain, unnoticed: { mean: unnoticed, standardDeviation: Math.sqrt(rest * (1 - rest)) } };
}
