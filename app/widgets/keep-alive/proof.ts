// The break that is run on the broker: the learner's own setting where a page can carry it, a shorter one where not. Each run breaks the link at another moment between two packets.
import { DEAD_LINK_CLIENTS, type DeadLinkSetting, deadLink, deadLinkOnBroker, habitsOf, type Spread, willWaitsSeconds } from '#simulations';
import type { ProofPlan } from '../../calculator/useProof.ts';
import type { KeepAliveValues } from './knobs.ts';
import { settingOf, speaksFive } from './reckoning.ts';

export const PROOF_SEEDS = 12;
/** Beyond these a run would take a page too long, or have more events than it shows. Seconds. */
const LONGEST_KEEP_ALIVE = 600;
const MOST_MESSAGES = 40;
const LONGEST_DELAY = 600;

export interface ProofBreak {
  readonly values: KeepAliveValues;
  readonly isShortened: boolean;
}

export function proofBreak(values: KeepAliveValues): ProofBreak {
  const busy = values.traffic !== 'idle';
  const keepAlive = Math.min(values.keepAlive, LONGEST_KEEP_ALIVE);
  const publishEvery = Math.min(Math.max(values.publishEvery, Math.ceil(keepAlive / MOST_MESSAGES)), 2 * LONGEST_KEEP_ALIVE);
  const willDelay = Math.min(values.willDelay, LONGEST_DELAY);
  const changed = keepAlive !== values.keepAlive || willDelay !== values.willDelay || (busy && publishEvery !== values.publishEvery);
  return { values: { ...values, keepAlive, willDelay, publishEvery }, isShortened: changed };
}

/** The golden section: moments that fall together never, wherever the broker's second begins. */
const GOLDEN = 0.618_034;

export function breakOfSeed({ values }: ProofBreak, seed: number): DeadLinkSetting {
  const { keepAlive, library, traffic, publishEvery, willDelay } = values;
  const { qos } = settingOf(values);
  const cycle = Math.max(keepAlive, traffic === 'idle' ? 0 : publishEvery);
  return {
    library,
    protocolVersion: speaksFive(values) ? '5.0' : '3.1.1',
    keepAliveSeconds: keepAlive,
    publishEveryMs: traffic === 'idle' ? null : publishEvery * 1_000,
    qos,
    willDelaySeconds: speaksFive(values) ? willDelay : 0,
    startsAtMs: 500 + Math.round(((seed * GOLDEN) % 1) * 1_000),
    pulledAfterMs: Math.round((2 * cycle + ((seed - 0.5) / PROOF_SEEDS) * 2 * cycle) * 1_000),
  };
}

export function proofPlan(proof: ProofBreak): ProofPlan {
  return {
    seeds: PROOF_SEEDS,
    looksAt: 'whole',
    scenarioOf: (seed) => deadLinkOnBroker(breakOfSeed(proof, seed)),
    read: ({ events, log }, { script = [] }) => {
      const pulledAt = (script.find(({ do: what }) => what === 'pullCable')?.atMs ?? 0) / 1_000;
      const since = (at: number | undefined) => (at === undefined ? Number.NaN : at / 1_000_000 - pulledAt);
      const { device, witness } = DEAD_LINK_CLIENTS;
      return {
        broker: since(log.find(({ text }) => text.includes('exceeded timeout'))?.at),
        device: since(events.find((event) => event.kind === 'connection' && event.client === device && event.step === 'lost')?.at),
        will: since(events.find((event) => event.kind === 'received' && event.client === witness)?.at),
      };
    },
  };
}

export function proofExpectations({ values }: ProofBreak): Readonly<Record<'broker' | 'device' | 'will', Spread>> {
  const { broker, device } = deadLink(habitsOf(values.library), settingOf(values));
  const spread = ({ mean, standardDeviation }: Spread): Spread => ({ mean, standardDeviation });
  const delay = speaksFive(values) ? values.willDelay : 0;
  return { broker: spread(broker), device: spread(device), will: { ...spread(broker), mean: broker.mean + willWaitsSeconds(delay) } };
}
