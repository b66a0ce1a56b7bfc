// The figures that the widget shows for each level, and how each is read from a run and from the closed forms. Times in milliseconds, energy in millijoules.
import {
  type Caveat,
  type DeviceFigures,
  type ExpectedDelivery,
  expectedDelivery,
  type Microseconds,
  type QoS,
  type Scenario,
  type Spread,
} from '#simulations';

export const LEVELS: readonly QoS[] = [0, 1, 2];

export type FigureName = 'sent' | 'delivered' | 'lost' | 'duplicates' | 'packets' | 'bytes' | 'settled' | 'energy' | 'energyPercent';

export interface FigureReading {
  readonly name: FigureName;
  readonly unit: 'ms' | 'mJ' | '%' | null;
  /** Digits after the point, for a run and for an expected value. */
  readonly decimals: number;
  /** `null`: not known (yet). `qos0`: the same run's device at QoS 0. */
  readonly ofRun: (figures: DeviceFigures, qos0: DeviceFigures) => number | null;
  /** `null`: nothing is expected of it. */
  readonly ofExpected: (expected: ExpectedDelivery, qos0: ExpectedDelivery) => Spread | null;
  /** Which of the closed form's caveats concerns it. */
  readonly kind: keyof ExpectedDelivery['caveats'];
}

const MICROSECONDS_PER_MS = 1_000;

function inMs(duration: Microseconds | null): number | null {
  return duration === null ? null : duration / MICROSECONDS_PER_MS;
}

function scaled({ mean, standardDeviation }: Spread, factor: number): Spread {
  return { mean: mean * factor, standardDeviation: standardDeviation * factor };
}

function count(name: 'delivered' | 'lost' | 'duplicates' | 'packets' | 'bytes', kind: FigureReading['kind']): FigureReading {
  return { name, unit: null, decimals: 0, ofRun: (figures) => figures[name], ofExpected: (expected) => expected[name], kind };
}

export const FIGURES: readonly FigureReading[] = [
  { name: 'sent', unit: null, decimals: 0, ofRun: ({ sent }) => sent, ofExpected: () => null, kind: 'counts' },
  count('delivered', 'counts'),
  count('lost', 'counts'),
  count('duplicates', 'counts'),
  count('packets', 'traffic'),
  count('bytes', 'traffic'),
  {
    name: 'settled',
    unit: 'ms',
    decimals: 0,
    ofRun: ({ settledAfter }) => inMs(settledAfter),
    ofExpected: ({ settledAfter }) => scaled(settledAfter, 1 / MICROSECONDS_PER_MS),
    kind: 'time',
  },
  {
    name: 'energy',
    unit: 'mJ',
    decimals: 0,
    ofRun: ({ energyMillijoules }) => energyMillijoules.total,
    ofExpected: ({ energyMillijoules }) => energyMillijoules,
    kind: 'time',
  },
  {
    name: 'energyPercent',
    unit: '%',
    decimals: 0,
    ofRun: (figures, qos0) => percent(figures.energyMillijoules.total, qos0.energyMillijoules.total),
    // At QoS 0 the energy does not depend on chance, so the ratio strays as the energy does.
    ofExpected: (expected, qos0) => scaled(expected.energyMillijoules, 100 / qos0.energyMillijoules.mean),
    kind: 'time',
  },
];

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/** What is compared with closed form and course. */
export const COMPARED: readonly FigureReading[] = FIGURES.filter(({ name }) => name !== 'sent');

/** Why the closed form does not tell this figure in this setting; `null`: it does. */
export function caveatOf({ kind, name }: FigureReading, expected: ExpectedDelivery): Caveat | null {
  const caveat = expected.caveats[kind];
  // However often the device comes back: the broker hands an unfinished QoS 2 message over once.
  return name === 'duplicates' && caveat === 'brokerCloses' ? null : caveat;
}

/** Beside these there is no formula at all; the others leave something out. */
export function hasNoFormula(caveat: Caveat | null): boolean {
  return caveat === 'resendBeforeAnswer' || caveat === 'tcp';
}

/** What the closed forms expect of each device, in the scenario's order. */
export function expectedOf(scenario: Scenario | null): readonly ExpectedDelivery[] {
  return scenario?.devices.map((device) => expectedDelivery(device, scenario.protocolVersion)) ?? [];
}
