// The page's side of the laboratory: one worker, numbered requests, newest run of a channel wins, no promise left hanging.
import type { ConfigAnswer, ConfigQuestion } from '../broker/checkConfig.ts';
import type { StormCurvePoint } from '../calculators/stormCurve.ts';
import { checkScenario } from '../checkScenario.ts';
import type { Microseconds } from '../engine/time.ts';
import { checkFleet } from '../fleet/checkFleet.ts';
import type { FleetUpdate, ResultOf } from '../fleet/fleetResult.ts';
import type { FleetScenario } from '../fleet/fleetScenario.ts';
import type { Problem } from '../scenario.ts';
import type { Answer, Request, Update, Value } from './messages.ts';
import type { LabErrorCode, Laboratory, RunDifference, RunResult, RunUpdate, RunView, SeedResult, SeedsUpdate } from './protocol.ts';

/** Seeds in one sweep. */
export const MOST_SEEDS = 200;

export class LaboratoryError extends Error {
  override readonly name = 'LaboratoryError';
  readonly code: LabErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: LabErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** What the client needs of a worker: `Worker` has it, and so has a pair of ports in a test. */
export interface WorkerLike {
  postMessage(request: Request): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Answer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
}

interface Pending {
  readonly channel: string | null;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: LaboratoryError) => void;
  readonly onUpdate: ((update: Update) => void) | null;
}

type Unnumbered<R> = R extends Request ? Omit<R, 'id'> : never;

export class LaboratoryClient implements Laboratory {
  readonly #startWorker: () => WorkerLike;
  #worker: WorkerLike | null = null;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<() => void>();
  #status: Laboratory['status'] = { state: 'ready', cause: null };

  /** @param startWorker called when the first run needs it, and after `restart`. */
  constructor(startWorker: () => WorkerLike) {
    this.#startWorker = startWorker;
  }

  get status(): Laboratory['status'] {
    return this.#status;
  }

  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async run(channel: string, scenario: Parameters<Laboratory['run']>[1], onUpdate?: (update: RunUpdate) => void): Promise<RunResult> {
    refuseProblems(checkScenario(scenario));
    this.cancel(channel);
    return (await this.#ask({ kind: 'run', channel, scenario }, channel, onUpdate)) as RunResult;
  }

  async runSeeds(
    channel: string,
    scenario: Parameters<Laboratory['run']>[1],
    count: number,
    onUpdate?: (update: SeedsUpdate) => void,
  ): Promise<readonly SeedResult[]> {
    refuseProblems(checkScenario(scenario));
    if (!Number.isInteger(count) || count < 1 || count > MOST_SEEDS) {
      refuseProblems([{ path: 'count', problem: `must be a whole number from 1 to ${MOST_SEEDS}` }]);
    }
    this.cancel(channel);
    return (await this.#ask({ kind: 'seeds', channel, scenario, count }, channel, onUpdate)) as readonly SeedResult[];
  }

  async fleet<Asked extends FleetScenario>(
    channel: string,
    scenario: Asked,
    onUpdate?: (update: FleetUpdate) => void,
  ): Promise<ResultOf<Asked>> {
    refuseProblems(checkFleet(scenario));
    this.cancel(channel);
    return (await this.#ask({ kind: 'fleet', channel, scenario }, channel, onUpdate)) as unknown as ResultOf<Asked>;
  }

  async stormCurves(settings: Parameters<Laboratory['stormCurves']>[0]): Promise<readonly StormCurvePoint[]> {
    return (await this.#ask({ kind: 'stormCurves', settings }, null)) as readonly StormCurvePoint[];
  }

  async view(request: Parameters<Laboratory['view']>[0]): Promise<RunView> {
    return (await this.#ask({ kind: 'view', request }, null)) as RunView;
  }

  async step(...[runId, from, direction, target]: Parameters<Laboratory['step']>): ReturnType<Laboratory['step']> {
    return (await this.#ask({ kind: 'step', runId, from, direction, target }, null)) as Awaited<ReturnType<Laboratory['step']>>;
  }

  async firstDifference(runIdA: number, runIdB: number, after?: Microseconds): Promise<RunDifference | null> {
    return (await this.#ask({ kind: 'difference', runIdA, runIdB, after: after ?? null }, null)) as RunDifference | null;
  }

  async checkConfig(question: ConfigQuestion): Promise<ConfigAnswer> {
    return (await this.#ask({ kind: 'checkConfig', question }, null)) as ConfigAnswer;
  }

  cancel(channel: string): void {
    for (const [id, pending] of this.#pending) {
      if (pending.channel !== channel) continue;
      // The promise ends now; the worker learns of it at its next breath.
      this.#pending.delete(id);
      this.#worker?.postMessage({ kind: 'cancel', id });
      pending.reject(new LaboratoryError('cancelled', 'cancelled'));
    }
  }

  restart(): void {
    this.#fail('restarted', 'ready');
  }

  #ask<U extends Update>(request: Unnumbered<Request>, channel: string | null, onUpdate?: (update: U) => void): Promise<Value> {
    if (this.#status.state === 'failed') return Promise.reject(new LaboratoryError('worker', this.#status.cause ?? 'the worker failed'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { channel, resolve, reject, onUpdate: (onUpdate as ((update: Update) => void) | undefined) ?? null });
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage({ ...request, id } as Request);
      } catch (error) {
        this.#fail(error instanceof Error ? error.message : String(error), 'failed');
      }
    });
  }

  #start(): WorkerLike {
    const worker = this.#startWorker();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = ({ message }) => this.#fail(message ?? 'the worker could not be loaded', 'failed');
    worker.onmessageerror = () => this.#fail('a message of the worker could not be read', 'failed');
    return worker;
  }

  #receive(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    // Answers to what was cancelled in the meantime.
    if (pending === undefined) return;
    if (answer.kind === 'update') {
      pending.onUpdate?.(answer.update);
      return;
    }
    this.#pending.delete(answer.id);
    if (answer.kind === 'done') pending.resolve(answer.value);
    else pending.reject(new LaboratoryError(answer.code, answer.message));
  }

  /** Ends the worker, rejects all that waits for it, and tells the page. */
  #fail(cause: string, state: Laboratory['status']['state']): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#status = { state, cause: state === 'failed' ? cause : null };
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of lost) pending.reject(new LaboratoryError('worker', cause));
    for (const listener of this.#listeners) listener();
  }
}

function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const text = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  throw new LaboratoryError('scenario', text, problems);
}
