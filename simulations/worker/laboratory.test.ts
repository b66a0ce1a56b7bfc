// The laboratory's two sides together, without a worker between them: newest run wins, cancelling ends at once, a failure rejects everything.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromMilliseconds, START } from '../engine/time.ts';
import { fleetAtRest } from '../experiments/fleet/fleetAtRest.ts';
import { reconnectStorm } from '../experiments/fleet/reconnectStorm.ts';
import { QOS_DELIVERY_DEFAULTS, qosDeliveryScenario } from '../experiments/qosDelivery.ts';
import { fleetResult } from '../fleet/fleetOnBroker.test-data.ts';
import type { FleetUpdate } from '../fleet/fleetResult.ts';
import { LaboratoryClient, LaboratoryError, type WorkerLike } from './client.ts';
import type { Answer, Request } from './messages.ts';
import type { RunUpdate } from './protocol.ts';
import { type Host, LaboratoryServer } from './server.ts';

let start: Awaited<ReturnType<Host['ready']>>;

beforeAll(async () => {
  const module = await loadMosquitto();
  start = (options) => startBroker({ ...options, module });
});

/** A worker in this thread: messages arrive in a later turn, as a worker's do. Wall time is counted in looks, so that nothing depends on the machine. */
class LocalWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  terminated = false;
  readonly #server: LaboratoryServer;
  #looks = 0;

  constructor() {
    this.#server = new LaboratoryServer({
      ready: async () => start,
      answer: (data: Answer) => queueMicrotask(() => !this.terminated && this.onmessage?.({ data })),
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      wallMs: () => (this.#looks += 30),
    });
  }
  postMessage(request: Request): void {
    setImmediate(() => !this.terminated && this.#server.receive(structuredClone(request)));
  }
  terminate(): void {
    this.terminated = true;
  }
}

const scenario = qosDeliveryScenario(QOS_DELIVERY_DEFAULTS);
const newClient = (): { client: LaboratoryClient; workers: LocalWorker[] } => {
  const workers: LocalWorker[] = [];
  const client = new LaboratoryClient(() => {
    const worker = new LocalWorker();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
};
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof LaboratoryError ? error.code : error),
  );

describe('runs', () => {
  it('give snapshots on the way and a result whose figures and fingerprint are the run’s', async () => {
    const { client } = newClient();
    const updates: RunUpdate[] = [];
    const result = await client.run('a', scenario, (update) => updates.push(update));
    expect(updates.length).toBeGreaterThan(2);
    expect(updates.at(-1)?.events).toBeLessThan(result.events);
    expect(result).toMatchObject({ endedBy: 'settled', brokerVersion: '2.0.21' });
    expect(result.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(result.figures.map(({ qos }) => qos)).toEqual([0, 1, 2]);
    const lost = result.figures.reduce((sum, { packetsLost }) => sum + packetsLost, 0);
    expect(result.lossInstants).toHaveLength(lost);
  });

  it('the newest of a channel wins, and other channels go on', async () => {
    const { client } = newClient();
    const first = codeOf(client.run('a', scenario));
    const other = codeOf(client.run('b', scenario));
    const second = codeOf(client.run('a', scenario));
    expect(await first).toBe('cancelled');
    expect(await second).toBe('resolved');
    expect(await other).toBe('resolved');
  });

  it('cancelling rejects at once and a later run is not disturbed', async () => {
    const { client } = newClient();
    const run = codeOf(client.runSeeds('a', scenario, 200));
    client.cancel('a');
    expect(await run).toBe('cancelled');
    expect(await codeOf(client.run('a', scenario))).toBe('resolved');
  });

  it('a wrong scenario is refused with the place of the mistake, before any worker is asked', async () => {
    const { client, workers } = newClient();
    const error = await client.run('a', { ...scenario, seed: -1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'scenario', problems: [{ path: 'seed' }] });
    expect(await codeOf(client.runSeeds('a', scenario, 0))).toBe('scenario');
    expect(workers).toHaveLength(0);
  });

  it("a run that fails tells the broker's reason and leaves the laboratory usable", async () => {
    const { client } = newClient();
    const wrong = { ...scenario, brokerConfig: 'listener 1883\nnonsense 1\n' };
    await expect(client.run('a', wrong)).rejects.toThrow(/Unknown configuration variable/);
    expect(await codeOf(client.run('a', scenario))).toBe('resolved');
  });

  it('sweeps seeds one by one, the first being the scenario’s own run', async () => {
    const { client } = newClient();
    const own = await client.run('a', scenario);
    const sweep = await client.runSeeds('b', scenario, 3);
    expect(sweep.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(sweep[0]?.figures).toEqual(own.figures);
  });
});

describe('a configuration', () => {
  const right = 'listener 1883\nallow_anonymous true\n';

  it('is put to the broker beside a run, which goes on', async () => {
    const { client } = newClient();
    const run = codeOf(client.run('a', scenario));
    expect(await client.checkConfig({ config: `${right}max_queued 3\n` })).toMatchObject({
      ok: false,
      by: 'broker',
      line: 3,
      message: 'Error: Unknown configuration variable "max_queued".',
    });
    expect(await client.checkConfig({ config: right })).toEqual({ ok: true, warnings: [] });
    expect(await run).toBe('resolved');
  });

  it('may name the files that come with it', async () => {
    const { client } = newClient();
    const config = 'listener 1883\npassword_file users\n';
    expect(await client.checkConfig({ config })).toMatchObject({ ok: false, line: 2 });
    expect(await client.checkConfig({ config, files: { users: 'anna:secret\n' } })).toEqual({ ok: true, warnings: [] });
  });

  it('without end or sense is answered, and the laboratory works on', async () => {
    const { client } = newClient();
    expect(await client.checkConfig({ config: 'nonsense '.repeat(120_000) })).toMatchObject({ ok: false, by: 'laboratory' });
    expect(
      await client.checkConfig({ config: String.fromCharCode(...Array.from({ length: 3_000 }, (_, at) => (at * 7_919) % 255)) }),
    ).toMatchObject({
      ok: false,
    });
    expect(await codeOf(client.run('a', scenario))).toBe('resolved');
  });
});

describe('a dead worker', () => {
  it('rejects every pending run with its cause; restart brings a new one', async () => {
    const { client, workers } = newClient();
    let told = 0;
    client.onStatus(() => told++);
    const runs = [codeOf(client.run('a', scenario)), codeOf(client.run('b', scenario))];
    // `run` asks the worker in a later turn.
    await Promise.resolve();
    workers[0]?.onerror?.({ message: 'out of memory' });
    expect(await Promise.all(runs)).toEqual(['worker', 'worker']);
    expect(client.status).toEqual({ state: 'failed', cause: 'out of memory' });
    expect(await codeOf(client.run('a', scenario))).toBe('worker');
    client.restart();
    expect(client.status.state).toBe('ready');
    expect(told).toBe(2);
    expect(await codeOf(client.run('a', scenario))).toBe('resolved');
    expect(workers).toHaveLength(2);
  });
});

describe('questions about a run', () => {
  it('a view at the end has the final figures, at the start none; windows and log keep to their bounds', async () => {
    const { client } = newClient();
    const { runId, endsAt, figures } = await client.run('a', scenario);
    const end = await client.view({ runId, at: endsAt, from: endsAt, to: endsAt, logLines: 7 });
    expect(end.figures).toEqual(figures);
    expect(end.log).toHaveLength(7);
    expect(end.clients.find(({ client: name }) => name === 'qos2')).toMatchObject({
      power: 'deepSleep',
      connection: 'disconnected',
      inFlight: 0,
    });
    const start = await client.view({ runId, at: START, from: START, to: START, logLines: 0 });
    expect(start.figures.map(({ sent }) => sent)).toEqual([0, 0, 0]);
    expect(start.log).toEqual([]);
    const [from, to] = [fromMilliseconds(1_500), fromMilliseconds(1_600)];
    const middle = await client.view({ runId, at: from, from, to, logLines: 5 });
    for (const event of middle.events) {
      expect(event.at).toBeLessThanOrEqual(to);
      expect(event.kind === 'packetSent' ? event.endsAt : event.at).toBeGreaterThanOrEqual(from);
    }
  });

  it('steps forward and back over the same instants', async () => {
    const { client } = newClient();
    const { runId, lossInstants } = await client.run('a', scenario);
    const losses = [...new Set(lossInstants)];
    const [first = START, second = START] = losses;
    expect(await client.step(runId, START, 'forward', 'loss')).toBe(first);
    expect(await client.step(runId, first, 'forward', 'loss')).toBe(second);
    expect(await client.step(runId, second, 'back', 'loss')).toBe(first);
    expect(await client.step(runId, first, 'back', 'loss')).toBeNull();
  });

  it('about a run that is no longer kept are refused', async () => {
    const { client } = newClient();
    const { runId } = await client.run('a', scenario);
    await client.run('a', scenario);
    expect(await codeOf(client.step(runId, START, 'forward', 'event'))).toBe('cancelled');
  });

  it('about two runs at once: where they part', async () => {
    const { client } = newClient();
    const one = await client.run('a', scenario);
    const same = await client.run('b', scenario);
    expect(await client.firstDifference(one.runId, same.runId)).toBeNull();
    const other = await client.run('b', { ...scenario, seed: scenario.seed + 1 });
    const first = await client.firstDifference(one.runId, other.runId);
    expect(first).toMatchObject({ at: expect.any(Number), a: { kind: expect.any(String) } });
    const next = await client.firstDifference(one.runId, other.runId, first?.at ?? START);
    expect(next?.at).toBeGreaterThan(first?.at ?? 0);
    expect(await codeOf(client.firstDifference(one.runId, same.runId))).toBe('cancelled');
  });
});

describe('fleets', () => {
  const storm = reconnectStorm({ devices: 600 });

  it('give snapshots of each phase on the way, and the same result as without a laboratory', async () => {
    const { client } = newClient();
    const updates: FleetUpdate[] = [];
    const result = await client.fleet('a', storm, (update) => updates.push(update));
    expect(new Set(updates.map(({ phase }) => phase))).toEqual(new Set(['sessions', 'messages', 'restart', 'storm']));
    expect(result).toEqual(await fleetResult(storm));
  });

  it('the newest of a channel wins; cancelling rejects at once', async () => {
    const { client } = newClient();
    const first = codeOf(client.fleet('a', storm));
    const second = codeOf(client.fleet('a', fleetAtRest({ devices: 100 })));
    expect(await first).toBe('cancelled');
    expect(await second).toBe('resolved');
    const third = codeOf(client.fleet('a', storm));
    client.cancel('a');
    expect(await third).toBe('cancelled');
  });

  it('what is wrong with one is told with its place, before any worker is asked', async () => {
    const { client, workers } = newClient();
    const error = await client.fleet('a', reconnectStorm({ devices: 0 })).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'scenario', problems: [{ path: 'sessions.devices' }] });
    expect(workers).toHaveLength(0);
  });
});
