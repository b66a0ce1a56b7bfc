// The birthday problem the other way round: how many devices a risk allows, and how many characters of an alphabet a fleet needs. Found by halving on the exact probability, which
// grows with the fleet and falls with the length; no approximation is inverted. Symbols and units as in idCollisions.ts; risk from 0 to 1.
// Worked example: half a chance of a collision needs 302 devices where ids have 4 hex digits, so 301 stay below it; a million devices at one in a million need 10 of 62 characters.
import { assert } from '../engine/assert.ts';
import { collisionProbability } from './idCollisions.ts';

const MOST_DEVICES = Number.MAX_SAFE_INTEGER;
/** The longest id that MQTT can carry. Bytes. */
const MOST_CHARACTERS = 65_535;

/** The most devices whose collision probability is at most `risk`. With a risk of 1, or ids without end, every fleet: the largest whole number of a double. */
export function largestFleet({ ids, risk }: { readonly ids: number; readonly risk: number }): number {
  assert(risk >= 0 && risk <= 1, `risk out of range: ${risk}`);
  const fits = (devices: number) => collisionProbability({ devices, ids }) <= risk;
  return lastThatFits(1, MOST_DEVICES, fits);
}

export interface LengthQuestion {
  readonly devices: number;
  /** Different characters, at least 2. */
  readonly alphabet: number;
  /** Different ids that the chance behind them can make, whatever the length; `Infinity`: as many as the characters. */
  readonly ceiling: number;
  readonly risk: number;
}

/** The fewest characters with which the collision probability is at most `risk`; `null` where no length helps, because the chance behind the characters is too poor. */
export function shortestLength({ devices, alphabet, ceiling, risk }: LengthQuestion): number | null {
  assert(alphabet >= 2, `alphabet out of range: ${alphabet}`);
  const tooShort = (characters: number) => collisionProbability({ devices, ids: Math.min(alphabet ** characters, ceiling) }) > risk;
  if (tooShort(MOST_CHARACTERS)) return null;
  // Nobody has fewer than one character.
  return tooShort(1) ? lastThatFits(1, MOST_CHARACTERS, tooShort) + 1 : 1;
}

/** `fits` holds for `from` and, once it does not, never again. */
function lastThatFits(from: number, to: number, fits: (value: number) => boolean): number {
  if (fits(to)) return to;
  let good = from;
  let bad = to;
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
