// The fleet that is run on the broker in the place of the learner's: as many devices as one page carries, and so many ids that about as much is to be expected of it.
import {
  collidingPairs,
  collisionProbability,
  expectedTakeOvers,
  ID_ALPHABETS,
  ID_COLLISIONS_DEFAULTS,
  type IdCollisionsSetting,
  idCollisions,
  MOST_IDS,
  type Spread,
  takeOverSpread,
} from '#simulations';
import type { ProofPlan } from '../../calculator/useProof.ts';
import type { CollisionValues } from './knobs.ts';

export const PROOF_SEEDS = 20;
const MOST_DEVICES = 48;
/** With fewer pairs hardly a run would show one. */
const FEWEST_PAIRS = 0.5;
const USUAL_IDS = ID_COLLISIONS_DEFAULTS.ids;

/** `same`: the learner's own fleet. `samePairs`: smaller, with as many pairs to be expected. `shown`: theirs would show nothing, so ids of two hex digits stand for it. */
export type ProofKind = 'same' | 'samePairs' | 'shown';

export interface ProofFleet {
  readonly kind: ProofKind;
  readonly devices: number;
  readonly ids: number;
}

export function proofFleet(devices: number, ids: number): ProofFleet {
  const pairs = collidingPairs({ devices, ids });
  const few = Math.min(MOST_DEVICES, Math.max(2, devices));
  if (pairs < FEWEST_PAIRS) return { kind: 'shown', devices: MOST_DEVICES, ids: USUAL_IDS };
  if (devices <= MOST_DEVICES && ids <= MOST_IDS) return { kind: 'same', devices, ids };
  // Never more pairs than there are.
  const scaled = Math.max(1, Math.min(MOST_IDS, Math.round((few * (few - 1)) / 2 / pairs)));
  return { kind: 'samePairs', devices: few, ids: scaled };
}

function spelling(ids: number, alphabet: string): number {
  return Math.max(1, Math.ceil(Math.log(ids) / Math.log(alphabet.length) - 1e-9));
}

export function proofPlan({ devices, ids }: ProofFleet, { alphabet, prefix }: Pick<CollisionValues, 'alphabet' | 'prefix'>): ProofPlan {
  const characters = ID_ALPHABETS[alphabet];
  const setting: Omit<IdCollisionsSetting, 'seed'> = {
    protocolVersion: '3.1.1',
    devices,
    ids,
    alphabet: characters,
    characters: spelling(ids, characters),
    prefix,
  };
  return {
    seeds: PROOF_SEEDS,
    scenarioOf: (seed) => idCollisions({ ...setting, seed }),
    read: ({ clients }) => {
      const takeOvers = clients.reduce((sum, { losses }) => sum + losses, 0);
      return { takeOvers, any: takeOvers > 0 ? 1 : 0, accepted: clients.reduce((sum, { connects }) => sum + connects, 0) };
    },
  };
}

export interface ProofExpectations {
  readonly takeOvers: Spread;
  readonly any: Spread;
  readonly accepted: Spread;
}

export function proofExpectations({ devices, ids }: ProofFleet): ProofExpectations {
  const chance = collisionProbability({ devices, ids });
  return {
    takeOvers: takeOverSpread({ devices, ids }),
    any: { mean: chance, standardDeviation: Math.sqrt(chance * (1 - chance)) },
    accepted: { mean: devices, standardDeviation: 0 },
  };
}

export function meanTakeOvers(fleet: ProofFleet): number {
  return expectedTakeOvers(fleet);
}
