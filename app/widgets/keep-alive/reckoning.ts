// Everything that the page says of one setting, reckoned at once; and the values of its charts.
import {
  chargeMilliampHours,
  type DeadLink,
  deadLink,
  habitsOf,
  type KeepAliveSetting,
  PING_BYTES,
  pingMillijoules,
  type QoS,
  stayingMillijoulesPerDay,
  willWaitsSeconds,
} from '#simulations';
import type { KeepAliveValues } from './knobs.ts';

export interface Reckoning extends DeadLink {
  /** The will, from the break. Seconds. */
  readonly willEarliest: number;
  readonly willLatest: number;
  readonly bytesPerDay: number;
  /** Milliamp-hours of a day, above staying in the Wi-Fi; and that alone. */
  readonly pingCharge: number;
  readonly stayingCharge: number;
  /** Longest silence on the connection. Seconds. */
  readonly silence: number;
  /** Silence is so long that something on the way forgets the connection. */
  readonly isForgotten: boolean;
  /** What the library really publishes at. */
  readonly qos: QoS;
  /** What counts: a library that has no 5.0 has no will delay. */
  readonly willDelay: number;
}

export function settingOf({ keepAlive, library, traffic, publishEvery }: KeepAliveValues): KeepAliveSetting {
  const wanted = traffic === 'qos1' ? 1 : 0;
  const qos = Math.min(wanted, habitsOf(library).publishQos) as QoS;
  return { keepAliveSeconds: keepAlive, publishSeconds: traffic === 'idle' ? null : publishEvery, qos };
}

export function speaksFive({ library }: Pick<KeepAliveValues, 'library'>): boolean {
  return habitsOf(library).protocolVersions.includes('5.0');
}

export function reckon(values: KeepAliveValues): Reckoning {
  const setting = settingOf(values);
  const told = deadLink(habitsOf(values.library), setting);
  const willDelay = speaksFive(values) ? values.willDelay : 0;
  const silence = told.broker.latest - 1 - told.broker.earliest;
  return {
    ...told,
    willEarliest: told.broker.earliest + willWaitsSeconds(willDelay),
    willLatest: told.broker.latest + willWaitsSeconds(willDelay),
    bytesPerDay: told.pingsPerDay * PING_BYTES,
    pingCharge: chargeMilliampHours(told.pingsPerDay * pingMillijoules(values.roundTrip * 1_000)),
    stayingCharge: chargeMilliampHours(stayingMillijoulesPerDay()),
    silence,
    isForgotten: silence >= values.forgets,
    qos: setting.qos,
    willDelay,
  };
}

export interface KeepAliveCurves {
  readonly xs: readonly number[];
  readonly broker: readonly number[];
  readonly device: readonly number[];
  readonly bytes: readonly (number | null)[];
}

const POINTS = 40;
const LEAST = 5;
const MOST = 65_535;

/** Over keep alives from 5 s to the most, whole seconds. */
export function curves(values: KeepAliveValues): KeepAliveCurves {
  const all = Array.from({ length: POINTS }, (_, index) => Math.round(LEAST * (MOST / LEAST) ** (index / (POINTS - 1))));
  const xs = [...new Set([...all, values.keepAlive])].sort((a, b) => a - b);
  const habits = habitsOf(values.library);
  const told = xs.map((keepAlive) => deadLink(habits, settingOf({ ...values, keepAlive })));
  return {
    xs,
    broker: told.map(({ broker }) => broker.latest),
    device: told.map(({ device }) => device.latest),
    bytes: told.map(({ pingsPerDay }) => (pingsPerDay > 0 ? pingsPerDay * PING_BYTES : null)),
  };
}
