// The knobs that fleets share, as the address spells them: how devices come back, and what the broker's machine can take. And what they make in the simulation's terms.
import { BACKOFF_KINDS, type BackoffKind, type BackoffRule, type ServerModel } from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../state/knobs.ts';

export interface BackoffValues {
  readonly strategy: BackoffKind;
  /** Seconds. */
  readonly base: number;
  readonly cap: number;
  /** 0 to 0.5. */
  readonly jitter: number;
  readonly firstWait: 'base' | 'double';
  readonly overCap: 'held' | 'past';
  readonly counter: 'byConnack' | 'byTcp';
  /** 0: it never gives up. */
  readonly attempts: number;
  /** Seconds. */
  readonly patience: number;
}

export interface ServerValues {
  /** Per second. */
  readonly rate: number;
  readonly messageRate: number;
  readonly backlog: number;
  readonly full: ServerModel['whenFull'];
  readonly handshake: number;
  /** Megabits per second. */
  readonly uplink: number;
  /** Megabytes. */
  readonly memory: number;
}

/** Numbers that span powers of ten: any of so many digits. */
const wide = (parameter: string, minimum: number, maximum: number, standard: number) => ({
  ...numberKnob(parameter, { minimum, maximum, standard, step: minimum }),
  significantDigits: 6,
});

export const BACKOFF_KNOBS = {
  strategy: choiceKnob('strategy', BACKOFF_KINDS, 'exponential'),
  base: wide('base', 0.1, 600, 1),
  cap: wide('cap', 0.1, 3_600, 120),
  jitter: { ...numberKnob('jitter', { minimum: 0, maximum: 0.5, standard: 0.5, step: 0.05 }), shownPer: 100 },
  firstWait: choiceKnob('first', ['base', 'double'] satisfies BackoffValues['firstWait'][]),
  overCap: choiceKnob('overcap', ['held', 'past'] satisfies BackoffValues['overCap'][]),
  counter: choiceKnob('counter', ['byConnack', 'byTcp'] satisfies BackoffValues['counter'][]),
  attempts: numberKnob('attempts', { minimum: 0, maximum: 1_000, standard: 0 }),
  patience: wide('patience', 0.1, 600, 10),
} satisfies KnobSpecs<BackoffValues>;

export const SERVER_KNOBS = {
  rate: wide('rate', 1, 1_000_000, 50),
  messageRate: wide('handover', 1, 10_000_000, 20_000),
  backlog: numberKnob('backlog', { minimum: 0, maximum: 65_535, standard: 49 }),
  full: choiceKnob('full', ['refuse', 'close', 'silence'] satisfies ServerValues['full'][]),
  handshake: numberKnob('handshake', { minimum: 1, maximum: 3, standard: 2 }),
  uplink: wide('uplink', 0.01, 100_000, 100),
  memory: wide('memory', 1, 1_000_000, 1_000),
} satisfies KnobSpecs<ServerValues>;

export function backoffRuleOf({
  strategy,
  base,
  cap,
  jitter,
  firstWait,
  overCap,
  counter,
}: Omit<BackoffValues, 'attempts' | 'patience'>): BackoffRule {
  return {
    kind: strategy,
    baseMs: base * 1_000,
    capMs: cap * 1_000,
    additiveRatio: jitter,
    raisesFirst: firstWait === 'double',
    jitterPastCap: overCap === 'past',
    resetByTcp: counter === 'byTcp',
  };
}

export function serverModelOf({ rate, messageRate, backlog, full, handshake, uplink, memory }: ServerValues): ServerModel {
  return {
    connectionsPerSecond: rate,
    messagesPerSecond: messageRate,
    backlog,
    whenFull: full,
    handshakeRoundTrips: handshake,
    linkBitsPerSecond: uplink * 1e6,
    memoryBytes: memory * 1e6,
  };
}

/** `null`: never gives up. */
export function mostAttemptsOf({ attempts }: Pick<BackoffValues, 'attempts'>): number | null {
  return attempts === 0 ? null : attempts;
}
