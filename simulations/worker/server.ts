// The laboratory's side of the conversation: performs runs one slice at a time, keeps the last recording of each channel, answers questions about it.
// Knows no worker: it is given a way to answer and a way to let others have a turn.
import { type ConfigQuestion, checkConfig } from '../broker/checkConfig.ts';
import type { StartBroker } from '../broker/mosquittoBroker.ts';
import { type StormCurvePoint, type StormCurveSetting, stormCurve } from '../calculators/stormCurve.ts';
import type { FleetUpdate } from '../fleet/fleetResult.ts';
import type { FleetScenario } from '../fleet/fleetScenario.ts';
import type { Scenario } from '../scenario.ts';
import { firstDifference } from './difference.ts';
import type { Answer, Request, Update } from './messages.ts';
import { performFleet } from './performFleet.ts';
import { performForFigures, performRun } from './performRun.ts';
import type { SeedResult } from './protocol.ts';
import type { Recording } from './recording.ts';

/** Wall time between two snapshots, and between two looks at the post. Milliseconds. */
const UPDATE_EVERY_MS = 50;
const LOOK_EVERY_MS = 8;

export interface Host {
  /** Resolves when the broker's code is there. */
  readonly ready: () => Promise<StartBroker>;
  readonly answer: (answer: Answer) => void;
  /** Resolves after messages that have come in the meantime were handed over. */
  readonly turn: () => Promise<void>;
  /** Wall time for pacing only; no result depends on it. Milliseconds. */
  readonly wallMs: () => number;
}

class Cancelled extends Error {}

export class LaboratoryServer {
  readonly #host: Host;
  readonly #cancelled = new Set<number>();
  readonly #running = new Set<number>();
  readonly #recordings = new Map<string, { readonly runId: number; readonly recording: Recording }>();

  constructor(host: Host) {
    this.#host = host;
  }

  receive(request: Request): void {
    switch (request.kind) {
      case 'run':
        return this.#start(request.id, () => this.#run(request.id, request.channel, request.scenario));
      case 'seeds':
        return this.#start(request.id, () => this.#seeds(request.id, request.scenario, request.count));
      case 'fleet':
        return this.#start(request.id, () => this.#fleet(request.id, request.scenario));
      case 'stormCurves':
        return this.#start(request.id, () => this.#stormCurves(request.id, request.settings));
      case 'checkConfig':
        return this.#start(request.id, () => this.#check(request.id, request.question));
      case 'cancel':
        if (this.#running.has(request.id)) this.#cancelled.add(request.id);
        return;
      case 'view':
        return this.#ask(request.id, [request.request.runId], ([recording]) => recording.view(request.request));
      case 'step':
        return this.#ask(request.id, [request.runId], ([recording]) => recording.step(request.from, request.direction, request.target));
      case 'difference':
        return this.#ask(request.id, [request.runIdA, request.runIdB], ([a, b]) => firstDifference(a.events, b.events, request.after));
    }
  }

  #start(id: number, work: () => Promise<void>): void {
    this.#running.add(id);
    work()
      .catch((error: unknown) => {
        const code = error instanceof Cancelled ? 'cancelled' : 'run';
        this.#host.answer({ kind: 'failed', id, code, message: error instanceof Error ? error.message : String(error) });
      })
      .finally(() => {
        this.#running.delete(id);
        this.#cancelled.delete(id);
      });
  }

  async #run(id: number, channel: string, scenario: Scenario): Promise<void> {
    const breathe = this.#breathing(id, (recording: Recording) => ({
      runId: id,
      now: recording.now,
      figures: recording.figures(),
      events: recording.length,
    }));
    const { recording, endedBy, digest, brokerVersion } = await performRun(scenario, { startBroker: await this.#host.ready(), breathe });
    if (this.#cancelled.has(id)) throw new Cancelled();
    this.#recordings.set(channel, { runId: id, recording });
    const result = { runId: id, scenario, figures: recording.figures(), endsAt: recording.now, events: recording.length };
    const lossInstants = recording.losses;
    this.#host.answer({ kind: 'done', id, value: { ...result, lossInstants, endedBy, digest, brokerVersion } });
  }

  async #seeds(id: number, scenario: Scenario, count: number): Promise<void> {
    const results: SeedResult[] = [];
    const breathe = this.#breathing(id, () => ({ done: results.length, of: count, results: [...results] }));
    for (let index = 0; index < count; index++) {
      const seed = (scenario.seed + index) % 0x1_0000_0000;
      const figures = await performForFigures({ ...scenario, seed }, { startBroker: await this.#host.ready(), breathe });
      results.push({ seed, figures });
    }
    if (this.#cancelled.has(id)) throw new Cancelled();
    this.#host.answer({ kind: 'done', id, value: results });
  }

  async #fleet(id: number, scenario: FleetScenario): Promise<void> {
    const breathe = this.#breathing(id, (update: FleetUpdate) => update);
    let phase: FleetUpdate['phase'] | null = null;
    const result = await performFleet(scenario, {
      startBroker: await this.#host.ready(),
      breathe: (update) => {
        // A new phase is told at once: the next piece of work may be a long one.
        if (update.phase !== phase) this.#host.answer({ kind: 'update', id, update });
        phase = update.phase;
        return breathe(update);
      },
    });
    if (this.#cancelled.has(id)) throw new Cancelled();
    this.#host.answer({ kind: 'done', id, value: result });
  }

  async #stormCurves(id: number, settings: readonly StormCurveSetting[]): Promise<void> {
    const points: StormCurvePoint[] = [];
    for (const setting of settings) {
      points.push(stormCurve(setting));
      await this.#host.turn();
    }
    this.#host.answer({ kind: 'done', id, value: points });
  }

  async #check(id: number, question: ConfigQuestion): Promise<void> {
    this.#host.answer({ kind: 'done', id, value: checkConfig(question, await this.#host.ready()) });
  }

  /** Lets messages in every few milliseconds, tells the page how far it is, and ends a cancelled run. */
  #breathing<Progress>(id: number, update: (progress: Progress) => Update): (progress: Progress) => Promise<void> | undefined {
    let looked = this.#host.wallMs();
    let updated = looked;
    return (progress) => {
      const now = this.#host.wallMs();
      if (now - looked < LOOK_EVERY_MS) return undefined;
      if (now - updated >= UPDATE_EVERY_MS) {
        updated = now;
        this.#host.answer({ kind: 'update', id, update: update(progress) });
      }
      return this.#host.turn().then(() => {
        looked = this.#host.wallMs();
        if (this.#cancelled.has(id)) throw new Cancelled();
      });
    };
  }

  #ask<RunIds extends readonly number[]>(
    id: number,
    runIds: readonly [...RunIds],
    question: (recordings: { [Place in keyof RunIds]: Recording }) => Extract<Answer, { kind: 'done' }>['value'],
  ): void {
    const kept = [...this.#recordings.values()];
    const found: Recording[] = [];
    for (const runId of runIds) {
      const recording = kept.find((one) => one.runId === runId)?.recording;
      if (recording === undefined) {
        this.#host.answer({ kind: 'failed', id, code: 'cancelled', message: `run ${runId} is no longer kept` });
        return;
      }
      found.push(recording);
    }
    this.#host.answer({ kind: 'done', id, value: question(found as { [Place in keyof RunIds]: Recording }) });
  }
}
