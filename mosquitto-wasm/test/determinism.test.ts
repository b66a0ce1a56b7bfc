// The caller's clock and the caller's random bytes decide everything: the same run again, byte for byte.

import { createHash } from 'node:crypto';
import { type BrokerOptions, createBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { Bench, OPEN, START_MS } from './bench.js';

function seeded(seed: number) {
  let state = seed;
  return (bytes: Uint8Array) => {
    for (const index of bytes.keys()) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[index] = state >>> 24;
    }
  };
}

/** A hash of all that a lively run says: bytes, log lines, files. */
async function run(seed: number, startMs: number): Promise<string> {
  const hash = createHash('sha256');
  const options: Partial<BrokerOptions> = { random: seeded(seed) };
  const bench = await Bench.start(`${OPEN.replace('sys_interval 0', 'sys_interval 3')}persistence true\nlog_type all\n`, options, startMs);
  const clients = Array.from({ length: 5 }, (_, index) => bench.client({ protocolVersion: index % 2 ? 5 : 4 }));
  for (const client of clients) {
    const before = client.connection.onData;
    client.connection.onData = (bytes) => {
      hash.update(bytes);
      before?.(bytes);
    };
    client.connect('', { keepalive: 5 });
    client.subscribe('#', 1);
    client.subscribe('$SYS/#', 0);
  }
  for (let second = 0; second < 30; second += 1) {
    bench.pass(1);
    for (const [index, client] of clients.entries())
      if (second % (index + 2) === 0) client.publish(`t/${index}`, `${second}`, 1, { retain: true });
  }
  for (const { level, text, atMs } of bench.log) hash.update(`${level} ${text} ${atMs}\n`);
  for (const [name, content] of Object.entries(bench.broker.stop())) hash.update(name).update(content);
  return hash.digest('hex');
}

it('the same seed and clock give the same run', async () => {
  expect(await run(1, START_MS)).toBe(await run(1, START_MS));
});

it('another seed gives other assigned client ids, another start other times', async () => {
  const runs = new Set(await Promise.all([run(1, START_MS), run(2, START_MS), run(1, START_MS + 1000)]));
  expect(runs.size).toBe(3);
});

describe('the clock', () => {
  it.each([
    ['nought', 0],
    ['a time after 2038, when seconds no longer fit 32 bits', Date.UTC(2100, 0, 1)],
  ])('may begin at %s', async (_what, startMs) => {
    const bench = await Bench.start(`${OPEN}persistence true\n`, {}, startMs);
    const client = bench.client({ protocolVersion: 5 });
    client.connect('a', { keepalive: 10, properties: { sessionExpiryInterval: 5 } });
    bench.pass(18);
    expect(client.closed).toBe(true);
    bench.pass(7);
    expect(bench.session('a')).toBeUndefined();
  });

  it('that runs backwards stands still for the broker', async () => {
    const times = [5000, 9000, 2000, 2000];
    const lines: number[] = [];
    const broker = await createBroker({ clock: () => times.shift() ?? 2000, onLog: ({ atMs }) => lines.push(atMs) });
    broker.connect();
    broker.tick();
    expect(lines.length).toBeGreaterThan(3);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('is the time of log lines', async () => {
    const bench = await Bench.start();
    bench.skip(1234.5);
    bench.client();
    expect(bench.log.at(-1)?.atMs).toBe(START_MS + 1234.5);
  });

  it('jumps a day ahead in a moment', async () => {
    const bench = await Bench.start();
    const client = bench.client();
    client.connect('a', { keepalive: 60 });
    bench.skip(86_400_000);
    bench.broker.tick();
    expect(client.closed).toBe(true);
  });
});
