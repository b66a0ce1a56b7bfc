import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../checkScenario.ts';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, logLines, packets, payloads } from '../../experiments/observe.ts';
import { eventsOf } from '../../experiments/runOnBroker.test-data.ts';
import type { ProgramScenario } from '../../program.ts';
import { CHIP, someProgram, withReader } from './programScenario.test-data.ts';

const READINGS = { topicName: 'lab/t', payload: '{n}', qos: 1, firstAfterMs: 500, everyMs: 2_000, count: 20 } as const;

const powerStates = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === 'power' ? [`${event.at / 1_000} ${event.state}`] : []));
const serial = (events: readonly RunEvent[]) => events.flatMap((event) => (event.kind === 'serial' ? [event.text] : []));
const fates = (events: readonly RunEvent[], step: string) =>
  events.flatMap((event) => (event.kind === 'message' && event.step === step ? [event.message] : []));
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const run = (change: Partial<ProgramScenario>, script: Parameters<typeof withReader>[1] = {}) =>
  eventsOf(withReader(someProgram(change), script));

describe('a chip', () => {
  it('boots, joins, connects, and has its receiver off while nothing is awaited', async () => {
    const events = await run({ runsOn: CHIP, publishing: { ...READINGS, count: 1 } }, { lastsMs: 4_000 });
    expect(powerStates(events)).toEqual([
      '1000 boot',
      '1300 associate',
      '1470 listen',
      '1510 modemSleep',
      '1800 listen',
      '1820 modemSleep',
    ]);
    expect(payloads(events, 'reader')).toEqual(['1']);
  });

  it('learns late that its access point is gone, and comes back to its session', async () => {
    const events = await run(
      { runsOn: CHIP, keepAliveSeconds: 60 },
      {
        script: [
          { atMs: 5_000, client: 'node', do: 'loseWifi' },
          { atMs: 20_000, client: 'node', do: 'restoreWifi' },
        ],
      },
    );
    const wifi = events.flatMap((event) => (event.kind === 'wifi' ? [`${event.at / 1_000} ${event.state}`] : []));
    expect(wifi).toEqual(['1300 joining', '1470 joined', '13500 lost', '20000 joining', '20170 joined']);
    expect(connectionSteps(events, 'node')).toEqual(['connecting', 'connected 0', 'lost', 'connecting', 'connected 0 present']);
  });

  it('does not notice an access point that is gone for a moment', async () => {
    const blink = [
      { atMs: 5_000, client: 'node', do: 'loseWifi' },
      { atMs: 8_000, client: 'node', do: 'restoreWifi' },
    ] as const;
    expect(connectionSteps(await run({ runsOn: CHIP, keepAliveSeconds: 60 }, { script: blink }), 'node')).toEqual([
      'connecting',
      'connected 0',
    ]);
  });

  it('is gone without a word when its power fails: the broker learns it from the keep alive', async () => {
    const events = await run({ runsOn: CHIP }, { script: [{ atMs: 5_000, client: 'node', do: 'powerOff' }] });
    expect(connectionSteps(events, 'node')).toEqual(['connecting', 'connected 0', 'disconnected']);
    expect(logLines(events)).toContain('Client node-1 has exceeded timeout, disconnecting.');
    expect(powerStates(events).at(-1)).toBe('5000 off');
  });

  it('leaves its connection half-open at a reset, and takes over from itself', async () => {
    const events = await run({ runsOn: CHIP }, { script: [{ atMs: 5_000, client: 'node', do: 'restart' }] });
    expect(logLines(events)).toContain('Client node-1 already connected, closing old connection.');
    expect(connectionSteps(events, 'node').at(-1)).toBe('connected 0 present');
  });
});

it('on a computer that is started anew, the system closes the connection', async () => {
  const events = await run({}, { script: [{ atMs: 5_000, client: 'node', do: 'restart' }] });
  expect(logLines(events)).toContain('Client node-1 closed its connection.');
  expect(logLines(events).join()).not.toContain('already connected');
});

describe('a pulled cable', () => {
  const script = [
    { atMs: 8_000, client: 'node', do: 'pullCable' },
    { atMs: 25_000, client: 'node', do: 'plugCable' },
  ] as const;
  const pulled = (change: Partial<ProgramScenario>) => run({ runsOn: CHIP, publishing: READINGS, ...change }, { script });

  it('is noticed by the ping that nobody answers', async () => {
    const lost = (await pulled({})).find((event) => event.kind === 'connection' && event.step === 'lost');
    // esp-mqtt: a ping when half the keep alive is over since the last PINGRESP, whatever else is published, and as long for its answer; the last came at 6.53 s.
    expect(lost?.at).toBe(16_530_000);
  });

  it.each([
    ['dropOldest', [...numbers(1, 8), ...numbers(10, 20)]],
    ['dropNewest', [...numbers(1, 11), ...numbers(13, 20)]],
    ['refuse', [...numbers(1, 11), ...numbers(13, 20)]],
  ] as const)('with a buffer of three that has to %s loses one reading, and all others arrive in order', async (whenFull, arrived) => {
    const events = await pulled({ offlineBuffer: { place: 'ram', slots: 3, whenFull, drainEveryMs: 100 } });
    expect(payloads(events, 'reader').map(Number)).toEqual(arrived);
    expect(fates(events, 'discarded')).toEqual([whenFull === 'dropOldest' ? 9 : 12]);
  });

  it('without a buffer, esp-mqtt keeps what is above QoS 0, for 30 s', async () => {
    expect(new Set(payloads(await pulled({}), 'reader').map(Number))).toEqual(new Set(numbers(1, 20)));
    const late = await run(
      { publishing: READINGS },
      { script: [script[0], { atMs: 50_000, client: 'node', do: 'plugCable' }], lastsMs: 90_000 },
    );
    const kept = new Set(payloads(late, 'reader').map(Number));
    expect(kept.has(5)).toBe(false);
    expect(kept.has(20)).toBe(true);
  });

  it('PubSubClient publishes at QoS 0 whatever is asked, and gives back what is made meanwhile', async () => {
    const events = await pulled({ library: 'pubSubClient' });
    expect(packets(events, 'node', 'uplink', 'PUBLISH').every(({ qos }) => qos === 0)).toBe(true);
    expect(payloads(events, 'reader').length).toBeLessThan(20);
    expect(fates(events, 'discarded').length).toBeGreaterThan(0);
  });
});

describe('deep sleep', () => {
  const sleep = { sleepMs: 10_000, listenMs: 500, awakeAtMostMs: 5_000, saysGoodbye: true };
  const sleeper = { runsOn: CHIP, publishing: { ...READINGS, count: 5 }, sleep } as const;

  it('wakes on time, publishes one reading, listens, and goes', async () => {
    const events = await run(sleeper);
    expect(payloads(events, 'reader')).toEqual(['1', '2', '3', '4', '5']);
    const sleeps = events.filter((event) => event.kind === 'power' && event.state === 'deepSleep').map(({ at }) => at / 1_000);
    // Connected at 1,510 ms, 500 ms to listen; then 10 s of sleep and 1,010 ms awake each time.
    expect(sleeps).toEqual([2_010, 13_020, 24_030, 35_040, 46_050, 57_060]);
  });

  it.each([
    ['ram', ['7', '8', '9']],
    ['rtc', numbers(1, 9).map(String)],
    ['flash', numbers(1, 9).map(String)],
  ] as const)('with nobody to connect to, a buffer in %s brings %j', async (place, arrived) => {
    const events = await run(
      { ...sleeper, publishing: { ...READINGS, count: 9 }, offlineBuffer: { place, slots: 10, whenFull: 'dropOldest', drainEveryMs: 0 } },
      {
        script: [
          { atMs: 500, client: 'node', do: 'pullCable' },
          { atMs: 30_000, client: 'node', do: 'plugCable' },
        ],
        lastsMs: 100_000,
      },
    );
    expect(payloads(events, 'reader')).toEqual(arrived);
    expect(serial(events).filter((line) => line.startsWith('sleep: awake for too long'))).toHaveLength(2);
  });
});

it('the same scenario gives the same events', async () => {
  const scenario = withReader(
    someProgram({
      clientId: { from: 'random', prefix: 'n-', hexDigits: 8, drawn: 'everyStart' },
      reconnect: { kind: 'backoff', baseMs: 500, capMs: 8_000, jitter: 'full' },
    }),
    {
      script: [
        { atMs: 3_000, do: 'killBroker' },
        { atMs: 20_000, do: 'startBroker' },
        { atMs: 40_000, client: 'node', do: 'restart' },
      ],
    },
  );
  expect(JSON.stringify(await eventsOf(scenario))).toBe(JSON.stringify(await eventsOf(scenario)));
});

it.each<[Partial<ProgramScenario>, string, RegExp]>([
  [{ library: 'pubSubClient', protocolVersion: '5.0' }, 'programs.0.protocolVersion', /PubSubClient speaks MQTT 3\.1\.1 only/],
  [{ clientId: { from: 'mac', prefix: '', form: 'wholeMac' } }, 'programs.0.clientId', /ESP32/],
  [{ reconnect: { kind: 'backoff', baseMs: 500, capMs: 100, jitter: 'none' } }, 'programs.0.reconnect.capMs', /base/],
  [{ offlineBuffer: { place: 'ram', slots: 5, whenFull: 'refuse', drainEveryMs: 0 } }, 'programs.0.offlineBuffer', /publishes nothing/],
  [
    {
      publishing: { ...READINGS, payload: 'x'.repeat(500) },
      offlineBuffer: { place: 'rtc', slots: 100, whenFull: 'refuse', drainEveryMs: 0 },
    },
    'programs.0.offlineBuffer.slots',
    /needs \d+ bytes, and there are 8192/,
  ],
])('%o is told at %s', (change, path, problem) => {
  const [first] = checkScenario(withReader(someProgram(change)));
  expect(first?.path).toBe(path);
  expect(first?.problem).toMatch(problem);
});
