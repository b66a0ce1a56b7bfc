// What a fleet's run comes to: totals, and what happened over time in bins. Numbers in typed arrays, so that a page gets them without a copy.
import type { FleetScenario, RestScenario, StormScenario } from './fleetScenario.ts';

/** Amounts over time: bin k is from `fromMs + k · widthMs`, one number a bin in each series. */
export interface BinnedSeries<Name extends string> {
  readonly fromMs: number;
  readonly widthMs: number;
  readonly bins: number;
  readonly series: Readonly<Record<Name, Float64Array>>;
}

export type StormSeries =
  /** Attempts begun, and how they went on: let in, or failed. Counted in their bin. */
  | 'attempts'
  | 'back'
  | 'failed'
  /** Messages that reached devices, and their payload. Messages, bytes. */
  | 'delivered'
  | 'deliveredBytes'
  /** As it stood at the end of the bin: devices back, messages that wait in the broker's store, connections that wait for their turn. */
  | 'backSoFar'
  | 'stored'
  | 'backlog'
  /** The most in the bin. Bytes. */
  | 'heapBytes';

/** How an attempt ended. */
export const ATTEMPT_OUTCOMES = [
  /** CONNACK let it in. */
  'accepted',
  /** Nobody listens: the broker is down. */
  'down',
  /** The backlog was full. */
  'full',
  /** The device's patience was over. */
  'patience',
  /** The broker closed the connection, or its CONNACK refused. */
  'broker',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** Attempts of some of the devices, one place each, in the order of their beginnings. */
export interface AttemptRaster {
  /** The devices' numbers, from 0, in the order of the rows. */
  readonly devices: Uint32Array;
  readonly atMs: Float64Array;
  readonly row: Uint16Array;
  /** Index into `ATTEMPT_OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** There were more than a raster keeps: it ends early. */
  readonly isCut: boolean;
}

/** The broker between two phases of a run, in its own count. */
export interface BrokerStanding {
  readonly sessions: number;
  readonly storedMessages: number;
  readonly heapBytes: number;
}

/** Why a run ended. `settled`: nothing is left to happen. `time`, `attempts`: a limit of runs. `memory`: the server's memory or the tab's is full. */
export type FleetEnd = 'settled' | 'time' | 'attempts' | 'memory';

export interface StormResult {
  readonly story: 'storm';
  readonly scenario: StormScenario;
  readonly endedBy: FleetEnd;
  readonly endsAtMs: number;
  /** Before a fleet; with its sessions and what waits; when the broker is up again. */
  readonly empty: BrokerStanding;
  readonly before: BrokerStanding;
  readonly after: BrokerStanding;
  readonly attempts: number;
  readonly outcomes: Readonly<Record<AttemptOutcome, number>>;
  /** Devices let in, of these with Session Present, and devices that gave up. */
  readonly back: number;
  readonly sessionsPresent: number;
  readonly gaveUp: number;
  /** Until so many of all devices were back; `null`: never within the run. Milliseconds. */
  readonly halfBackMs: number | null;
  readonly mostBackMs: number | null;
  readonly allBackMs: number | null;
  /** Messages that devices received, and the instant of the last one (`null`: none). */
  readonly delivered: number;
  readonly deliveredBytes: number;
  readonly lastDeliveryMs: number | null;
  /** `$SYS/broker/publish/messages/dropped`, from the beginning of the queueing. */
  readonly dropped: number;
  /** From instant 0 on; 0 where the storm never began. Bytes. */
  readonly heapPeakBytes: number;
  /** Connections that the server's processor worked for after the device had stopped waiting. */
  readonly servedInVain: number;
  readonly mostWaiting: number;
  readonly over: BinnedSeries<StormSeries>;
  readonly raster: AttemptRaster;
  /** The broker's own words of level warning and error, the first twenty. */
  readonly log: readonly string[];
  readonly brokerVersion: string;
  /** Equal for equal scenarios, in Node and in every browser. 16 hex digits. */
  readonly digest: string;
}

export type RestSeries =
  /** Messages sent to the fleet (a shared one once for each device), and taken by it. */
  | 'sent'
  | 'delivered'
  /** At the end of the bin. */
  | 'stored'
  | 'sessions'
  /** The most in the bin. Bytes. */
  | 'heapBytes';

export interface RestResult {
  readonly story: 'rest';
  readonly scenario: RestScenario;
  readonly endedBy: FleetEnd;
  readonly endsAtMs: number;
  /** The heap step by step: no fleet; with its sessions; with their subscriptions; when it has been away for its time and nobody has woken yet; at the end of the run. */
  readonly empty: BrokerStanding;
  readonly sessions: BrokerStanding;
  readonly subscribed: BrokerStanding;
  readonly away: BrokerStanding;
  readonly end: BrokerStanding;
  /** For all devices together. */
  readonly sent: number;
  readonly delivered: number;
  readonly dropped: number;
  readonly wakeUps: number;
  readonly sessionsPresent: number;
  readonly heapPeakBytes: number;
  readonly over: BinnedSeries<RestSeries>;
  readonly log: readonly string[];
  readonly brokerVersion: string;
  readonly digest: string;
}

export type FleetResult = StormResult | RestResult;
export type ResultOf<Scenario extends FleetScenario> = Scenario extends StormScenario ? StormResult : RestResult;

/** A snapshot of a run on its way. */
export interface FleetUpdate {
  readonly phase: 'sessions' | 'messages' | 'restart' | 'storm' | 'rest';
  /** How much of the phase is done, 0 to 1. */
  readonly done: number;
  /** Virtual time of the storm or the rest; 0 before. Milliseconds. */
  readonly nowMs: number;
  /** Storm: devices back. Rest: wake-ups. */
  readonly back: number;
  readonly delivered: number;
  readonly attempts: number;
  readonly heapBytes: number;
}
