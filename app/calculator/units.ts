// The units that a quantity may be typed in, as multiples of its own. Units whose letters differ by case alone stand in `factors`, the others in lower case.
import type { Dimension } from './quantity.ts';

export interface DimensionUnits {
  readonly dimension: Dimension;
  /** Whole things: a lone comma or point before three digits then groups thousands. */
  readonly whole: boolean;
  /** What a number without a unit is counted in. */
  readonly bare: number;
  readonly factors: Readonly<Record<string, number>>;
  readonly folded: Readonly<Record<string, number>>;
}

const THOUSANDS = { thousand: 1e3, mille: 1e3, million: 1e6, millions: 1e6, mio: 1e6, billion: 1e9, billions: 1e9 };
const PREFIXES = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 };
const THINGS = [
  'device',
  'devices',
  'chip',
  'chips',
  'message',
  'messages',
  'id',
  'ids',
  'character',
  'characters',
  'client',
  'clients',
  'x',
];
const each = (names: readonly string[], factor: number) => Object.fromEntries(names.map((name) => [name, factor]));

const YEAR = 365 * 86_400;

const UNITS: Readonly<Record<Dimension, Omit<DimensionUnits, 'dimension'>>> = {
  count: { whole: true, bare: 1, factors: PREFIXES, folded: { ...THOUSANDS, ...each(THINGS, 1) } },
  time: {
    whole: false,
    bare: 1,
    factors: {},
    folded: {
      ...each(['ns'], 1e-9),
      ...each(['us', 'microsecond', 'microseconds'], 1e-6),
      ...each(['ms', 'msec', 'millisecond', 'milliseconds'], 1e-3),
      ...each(['s', 'sec', 'secs', 'second', 'seconds'], 1),
      ...each(['min', 'mins', 'minute', 'minutes'], 60),
      ...each(['h', 'hr', 'hrs', 'hour', 'hours'], 3_600),
      ...each(['d', 'day', 'days'], 86_400),
      ...each(['w', 'wk', 'week', 'weeks'], 7 * 86_400),
      ...each(['y', 'yr', 'a', 'year', 'years'], YEAR),
    },
  },
  bytes: {
    whole: true,
    bare: 1,
    factors: PREFIXES,
    folded: {
      ...each(['b', 'byte', 'bytes', 'octet', 'octets'], 1),
      ...each(['kb', 'kilobyte', 'kilobytes'], 1e3),
      ...each(['mb', 'megabyte', 'megabytes'], 1e6),
      ...each(['gb', 'gigabyte', 'gigabytes'], 1e9),
      ...each(['ki', 'kib', 'kibibyte', 'kibibytes'], 1_024),
      ...each(['mi', 'mib', 'mebibyte', 'mebibytes'], 1_024 ** 2),
      ...each(['gi', 'gib', 'gibibyte', 'gibibytes'], 1_024 ** 3),
    },
  },
  probability: {
    whole: false,
    bare: 1,
    factors: {},
    folded: { ...each(['%', 'percent', 'per cent'], 1e-2), ...each(['‰', 'permille'], 1e-3), ppm: 1e-6, ppb: 1e-9 },
  },
  rate: { whole: false, bare: 1, factors: { k: 1e3, K: 1e3, M: 1e6 }, folded: { hz: 1, khz: 1e3, mhz: 1e6 } },
};

const ALL = Object.fromEntries(Object.entries(UNITS).map(([dimension, units]) => [dimension, { dimension, ...units }])) as Readonly<
  Record<Dimension, DimensionUnits>
>;

export function unitsOf(dimension: Dimension): DimensionUnits {
  return ALL[dimension];
}
