// Everything that the page says of one setting, reckoned at once; and the values of its chart.
import {
  approximateCollisionProbability,
  CHANCE_OUTCOMES,
  collidingPairs,
  collisionProbability,
  ID_ALPHABETS,
  type IdSafety,
  type IdSpace,
  idSafety,
  idSpace,
  largestFleet,
  sharingDevices,
  shortestLength,
} from '#simulations';
import type { CollisionValues } from './knobs.ts';

export interface Reckoning {
  readonly space: IdSpace;
  readonly safety: IdSafety;
  readonly chance: number;
  readonly approximateChance: number;
  readonly pairs: number;
  readonly sharing: number;
  /** The most devices within the risk; `null`: any number. */
  readonly mostDevices: number | null;
  /** The fewest characters within the risk; `null`: no length helps, or none is needed (`wholeMac`). */
  readonly fewestCharacters: number | null;
}

export function reckon({ devices, source, alphabet, characters, prefix, risk }: CollisionValues): Reckoning {
  const space = idSpace({ alphabet, characters, source });
  const fleet = { devices, ids: space.ids };
  const unique = space.ids === Number.POSITIVE_INFINITY;
  return {
    space,
    safety: idSafety({ prefix, characters }),
    chance: collisionProbability(fleet),
    approximateChance: approximateCollisionProbability(fleet),
    pairs: collidingPairs(fleet),
    sharing: sharingDevices(fleet),
    mostDevices: unique ? null : largestFleet({ ids: space.ids, risk }),
    fewestCharacters:
      source === 'wholeMac'
        ? null
        : shortestLength({ devices, alphabet: ID_ALPHABETS[alphabet].length, ceiling: CHANCE_OUTCOMES[source], risk }),
  };
}

export interface CollisionCurves {
  readonly xs: readonly number[];
  readonly exact: readonly number[];
  readonly approximate: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Lower end of the axis of chances. */
  readonly lowest: number;
}

const POINTS = 160;
const LEAST_CHANCE = 1e-30;

/** Over fleets from 2 to ten times the learner's, at least a million. */
export function curves({ devices, risk }: CollisionValues, ids: number): CollisionCurves {
  const to = 10 ** Math.max(6, Math.ceil(Math.log10(devices) + 1e-9));
  const all = Array.from({ length: POINTS }, (_, index) => Math.round(2 * (to / 2) ** (index / (POINTS - 1))));
  const xs = [...new Set([...all, ...(devices >= 2 ? [devices] : [])])].sort((a, b) => a - b);
  const exact = xs.map((n) => collisionProbability({ devices: n, ids }));
  const seen = [exact[0] ?? 1, risk].filter((chance) => chance > 0);
  const lowest = Math.max(LEAST_CHANCE, 10 ** (Math.floor(Math.log10(Math.min(...seen, 0.1))) - 1));
  return { xs, exact, approximate: xs.map((n) => approximateCollisionProbability({ devices: n, ids })), from: 1, to, lowest };
}
