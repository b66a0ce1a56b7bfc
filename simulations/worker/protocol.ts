// What a page asks of the laboratory and what it gets: the same whether it runs in a worker or in this thread (tests).
import type { ConfigAnswer, ConfigQuestion } from '../broker/checkConfig.ts';
import type { StormCurvePoint, StormCurveSetting } from '../calculators/stormCurve.ts';
import type { Microseconds } from '../engine/time.ts';
import type { BrokerLogged, RunEvent, SerialLine } from '../events.ts';
import type { FleetUpdate, ResultOf } from '../fleet/fleetResult.ts';
import type { FleetScenario } from '../fleet/fleetScenario.ts';
import type { BrokerState } from '../measures/brokerState.ts';
import type { ClientState } from '../measures/clientStates.ts';
import type { DeviceFigures } from '../measures/figures.ts';
import type { ClientFlash } from '../measures/flashUse.ts';
import type { ClientEnergy } from '../measures/programEnergy.ts';
import type { Scenario } from '../scenario.ts';
import type { RunDifference } from './difference.ts';

export type { RunDifference } from './difference.ts';

/** A snapshot of a run on its way, about every 50 ms of wall time. */
export interface RunUpdate {
  readonly runId: number;
  /** Virtual time that the run has reached. */
  readonly now: Microseconds;
  readonly figures: readonly DeviceFigures[];
  readonly events: number;
}

export interface RunResult {
  readonly runId: number;
  readonly scenario: Scenario;
  /** At the end of the run, one for each device in the scenario's order. */
  readonly figures: readonly DeviceFigures[];
  /** Virtual time of the last event. */
  readonly endsAt: Microseconds;
  readonly events: number;
  /** When packets vanished, in order: the marks of a time bar. */
  readonly lossInstants: readonly Microseconds[];
  readonly endedBy: 'settled' | 'limit';
  /** Fingerprint of all events: equal for equal scenarios, in Node and in every browser. 16 hex digits. */
  readonly digest: string;
  /** Upstream's version of the broker that served it. */
  readonly brokerVersion: string;
}

/** One run of a seed sweep. */
export interface SeedResult {
  readonly seed: number;
  readonly figures: readonly DeviceFigures[];
}

export interface SeedsUpdate {
  readonly done: number;
  readonly of: number;
  readonly results: readonly SeedResult[];
}

/** A stretch of a finished run around one instant. */
export interface RunView {
  /** The instant asked for. */
  readonly at: Microseconds;
  /** Figures as they stood at `at`. */
  readonly figures: readonly DeviceFigures[];
  /** Devices, subscribers, scripted clients and programs, in this order, as they stood at `at`. */
  readonly clients: readonly ClientState[];
  /** What the programs on ESP32s had used by `at`, sleep counted, in the scenario's order. */
  readonly energy: readonly ClientEnergy[];
  /** What the programs' buffers in flash had done to it by `at`; only programs that have one, in the scenario's order. */
  readonly flash: readonly ClientFlash[];
  /** The broker as it stood at `at`; its sessions only where the scenario asks for them. */
  readonly broker: BrokerState;
  /** Events from `from` to `to`, and packets on their way at `from`; in order; at most 4,000, nearest to `at`. */
  readonly events: readonly RunEvent[];
  /** The last lines that the broker had logged by `at`, oldest first; at most `logLines`. */
  readonly log: readonly BrokerLogged[];
  /** The same of the programs' serial monitors; all programs' lines in one list. */
  readonly serial: readonly SerialLine[];
}

export interface ViewRequest {
  readonly runId: number;
  readonly at: Microseconds;
  readonly from: Microseconds;
  readonly to: Microseconds;
  /** 0 to 500: of the broker's log, and of the serial monitors. */
  readonly logLines: number;
  /** `false`: `events` come without the changes of the broker's session table. With many sessions those are by far the most of an answer; the state at `at` has the table all the same. */
  readonly tables?: boolean;
}

/** Which events a step stops at. `error`: a connection refused or lost, a message refused, given up or dropped, a broker that dies or does not start. */
export type StepTarget = 'event' | 'packet' | 'loss' | 'delivery' | 'error';

/** Why a promise of the laboratory was rejected. */
export type LabErrorCode =
  /** A newer run on the same channel, or `cancel`. */
  | 'cancelled'
  /** The scenario is wrong; `problems` says where. */
  | 'scenario'
  /** The run itself failed (the broker trapped, say); the worker lives. */
  | 'run'
  /** The worker could not start or died; every pending promise gets this; `restart` gives a new one. */
  | 'worker';

export interface Laboratory {
  /**
   * Runs a scenario. A newer `run` or `runSeeds` on the same channel ends an older one with `cancelled`. The events of the last finished run
   * of each channel are kept for `view` and `step`.
   */
  run(channel: string, scenario: Scenario, onUpdate?: (update: RunUpdate) => void): Promise<RunResult>;
  /** Runs the scenario with seeds `scenario.seed`, `seed + 1`, ... `count` times (1 to 200), each on a fresh broker. */
  runSeeds(channel: string, scenario: Scenario, count: number, onUpdate?: (update: SeedsUpdate) => void): Promise<readonly SeedResult[]>;
  /** Runs a fleet. A newer one on the same channel ends an older one with `cancelled`. Its result is whole: nothing of it is kept. */
  fleet<Asked extends FleetScenario>(channel: string, scenario: Asked, onUpdate?: (update: FleetUpdate) => void): Promise<ResultOf<Asked>>;
  /** What is expected of storms, one point for each setting: too much work for a page's own thread where fleets are large. */
  stormCurves(settings: readonly StormCurveSetting[]): Promise<readonly StormCurvePoint[]>;
  view(request: ViewRequest): Promise<RunView>;
  /** The instant of the next or previous event of a kind, or `null` at the end. */
  step(runId: number, from: Microseconds, direction: 'forward' | 'back', target: StepTarget): Promise<Microseconds | null>;
  /**
   * Where two finished runs part: the first instant, after `after` if given, at which what happens in one does not happen in the other. `null`: nowhere. The packets' ends and
   * their numbers do not count.
   */
  firstDifference(runIdA: number, runIdB: number, after?: Microseconds): Promise<RunDifference | null>;
  /**
   * Would the broker take this mosquitto.conf? It is started with it, outside any run, and ended again. Whatever the text is, there is an answer; it is rejected only where
   * there is no broker to ask.
   */
  checkConfig(question: ConfigQuestion): Promise<ConfigAnswer>;
  cancel(channel: string): void;
  /** `failed`: `cause` tells why; only `restart` helps. */
  readonly status: { readonly state: 'ready' | 'failed'; readonly cause: string | null };
  onStatus(listener: () => void): () => void;
  restart(): void;
}
