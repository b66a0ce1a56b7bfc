// A laboratory for component tests that runs nothing: it takes questions down, and the test answers them. What it tells is written by hand.
import {
  brokerAtFirst,
  type ConfigAnswer,
  type ConfigQuestion,
  type DeviceFigures,
  type FleetResult,
  type FleetScenario,
  type FleetUpdate,
  fromMilliseconds,
  type ResultOf,
  type Scenario,
  stormCurve,
} from '#simulations';
import type { LabErrorCode, Laboratory, RunDifference, RunResult, RunUpdate, RunView, SeedResult, SeedsUpdate } from '#simulations/worker';

interface Question<Update, Value, Asked = Scenario> {
  readonly channel: string;
  readonly scenario: Asked;
  readonly tell: (update: Update) => void;
  readonly resolve: (value: Value) => void;
  readonly reject: (cause: Error) => void;
}

function failed(code: LabErrorCode, message: string): Error {
  return Object.assign(new Error(message), { code, problems: [] });
}

/** Figures of the three levels with these differences; the rest is the same small set of numbers. */
export function someFigures(scenario: Scenario, duplicates = 25): readonly DeviceFigures[] {
  return scenario.devices.map(({ name, qos, messages }) => ({
    device: name,
    qos,
    sent: messages,
    delivered: qos === 0 ? messages - 19 : messages,
    lost: qos === 0 ? 19 : 0,
    duplicates: qos === 1 ? duplicates : 0,
    acknowledged: qos === 0 ? 0 : messages,
    gaveUp: 0,
    packets: 100 * (2 * qos + 1),
    packetsLost: 19,
    bytes: 2_800 * (qos + 1),
    publishingFrom: fromMilliseconds(1_170),
    settledAfter: fromMilliseconds(1_000 + 100 * qos),
    energyMillijoules: {
      boot: 50,
      associate: 250,
      listen: 300 + 100 * qos,
      transmit: 100,
      modemSleep: 0,
      lightSleep: 0,
      deepSleep: 0,
      hibernation: 0,
      total: 700 + 100 * qos,
    },
  }));
}

export function someResult(scenario: Scenario, runId: number, duplicates?: number): RunResult {
  return {
    runId,
    scenario,
    figures: someFigures(scenario, duplicates),
    endsAt: fromMilliseconds(2_500),
    events: 5_790,
    lossInstants: [fromMilliseconds(1_200)],
    endedBy: 'settled',
    digest: '0123456789abcdef',
    brokerVersion: '2.0.21',
  };
}

export class FakeLaboratory implements Laboratory {
  runs: Question<RunUpdate, RunResult>[] = [];
  sweeps: (Question<SeedsUpdate, readonly SeedResult[]> & { readonly count: number })[] = [];
  restarts = 0;
  status: Laboratory['status'] = { state: 'ready', cause: null };
  readonly #listeners = new Set<() => void>();

  reset(): void {
    this.runs = [];
    this.sweeps = [];
    this.fleets = [];
    this.restarts = 0;
    this.configs = [];
    this.finds = () => ({ ok: true, warnings: [] });
    this.shows = {};
    this.showsOf = {};
    this.parts = null;
    this.compared = [];
    this.status = { state: 'ready', cause: null };
  }

  run(channel: string, scenario: Scenario, onUpdate?: (update: RunUpdate) => void): Promise<RunResult> {
    this.cancel(channel);
    return new Promise((resolve, reject) => this.runs.push({ channel, scenario, tell: onUpdate ?? (() => undefined), resolve, reject }));
  }

  runSeeds(channel: string, scenario: Scenario, count: number, onUpdate?: (update: SeedsUpdate) => void): Promise<readonly SeedResult[]> {
    this.cancel(channel);
    return new Promise((resolve, reject) =>
      this.sweeps.push({ channel, scenario, count, tell: onUpdate ?? (() => undefined), resolve, reject }),
    );
  }

  /** Fleets that were asked for. */
  fleets: Question<FleetUpdate, FleetResult, FleetScenario>[] = [];

  fleet<Asked extends FleetScenario>(channel: string, scenario: Asked, onUpdate?: (update: FleetUpdate) => void): Promise<ResultOf<Asked>> {
    this.cancel(channel);
    return new Promise((resolve, reject) =>
      this.fleets.push({
        channel,
        scenario,
        tell: onUpdate ?? (() => undefined),
        resolve: resolve as unknown as (value: FleetResult) => void,
        reject,
      }),
    );
  }

  async stormCurves(settings: Parameters<Laboratory['stormCurves']>[0]): ReturnType<Laboratory['stormCurves']> {
    return settings.map((setting) => stormCurve(setting));
  }

  /** What a view shows beside its instant; by default figures alone. */
  shows: Partial<RunView> = {};
  /** The same for single runs, over it. */
  showsOf: Readonly<Record<number, Partial<RunView>>> = {};

  async view({ at, runId }: Parameters<Laboratory['view']>[0]): Promise<RunView> {
    const scenario = this.runs.at(-1)?.scenario;
    const view = {
      at,
      figures: scenario === undefined ? [] : someFigures(scenario),
      clients: [],
      broker: brokerAtFirst(),
      events: [],
      log: [],
      serial: [],
      energy: [],
      flash: [],
    };
    return { ...view, ...this.shows, ...this.showsOf[runId] };
  }

  /** Where two runs part, and the questions about it: the two runs, and the instant after which. */
  parts: RunDifference | null = null;
  compared: (readonly [number, number, number | null])[] = [];

  async firstDifference(...[a, b, after]: Parameters<Laboratory['firstDifference']>): Promise<RunDifference | null> {
    this.compared.push([a, b, after ?? null]);
    return this.parts;
  }

  async step(..._question: Parameters<Laboratory['step']>): ReturnType<Laboratory['step']> {
    return null;
  }

  /** Configurations that were asked about, and what is said of them. */
  configs: ConfigQuestion[] = [];
  finds: (question: ConfigQuestion) => ConfigAnswer = () => ({ ok: true, warnings: [] });

  async checkConfig(question: ConfigQuestion): Promise<ConfigAnswer> {
    this.configs.push(question);
    return this.finds(question);
  }

  cancel(channel: string): void {
    for (const question of [...this.runs, ...this.sweeps, ...this.fleets])
      if (question.channel === channel) question.reject(failed('cancelled', 'cancelled'));
  }

  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  restart(): void {
    this.restarts++;
    this.#become({ state: 'ready', cause: null });
  }

  /** The worker dies: everything that waits is rejected. */
  die(cause: string): void {
    for (const question of [...this.runs, ...this.sweeps, ...this.fleets]) question.reject(failed('worker', cause));
    this.#become({ state: 'failed', cause });
  }

  #become(status: Laboratory['status']): void {
    this.status = status;
    for (const listener of this.#listeners) listener();
  }
}
