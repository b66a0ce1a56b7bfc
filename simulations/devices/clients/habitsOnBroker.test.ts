// The habits at work, on the real broker: what a library does where another does something else.
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, packets, received, sessionsAt } from '../../experiments/observe.ts';
import { eventsOf } from '../../experiments/runOnBroker.test-data.ts';
import type { ClientLibrary, ProgramScenario } from '../../program.ts';
import type { Scenario } from '../../scenario.ts';
import { someProgram, withReader } from '../program/programScenario.test-data.ts';

const AS_LIBRARY = { cleanStart: 'library', keepAliveSeconds: null, reconnect: { kind: 'library' } } as const;
const burst = (qos: 0 | 1 | 2, count: number) => ({ topicName: 'lab/t', payload: '{n}', qos, firstAfterMs: 500, everyMs: 10, count });
const run = (library: ClientLibrary, change: Partial<ProgramScenario>, scenario: Partial<Scenario> = {}) =>
  eventsOf(withReader(someProgram({ library, ...AS_LIBRARY, ...change }), scenario));
const seconds = (events: readonly { readonly at: number }[]) => events.map(({ at }) => Math.floor(at / 1_000_000));
const numbers = (events: readonly RunEvent[]) => received(events, 'reader').map(({ payload }) => Number(payload));
const cut = (atMs: number) => ({ atMs, client: 'node', do: 'cutConnection' }) as const;
const pulled = (fromMs: number, toMs: number) =>
  [
    { atMs: fromMs, client: 'node', do: 'pullCable' },
    { atMs: toMs, client: 'node', do: 'plugCable' },
  ] as const;

describe('100 messages of QoS 2, kept while there is no connection', () => {
  // The connection is cut after a second and made again by the program 3 s later.
  const kept = (library: ClientLibrary, protocolVersion: '3.1.1' | '5.0') =>
    run(
      library,
      { protocolVersion, reconnect: { kind: 'fixed', waitMs: 3_000 }, publishing: { ...burst(2, 100), firstAfterMs: 1_500 } },
      { script: [cut(2_000)] },
    );

  it.each([
    ['3.1.1', 20],
    ['5.0', 60],
  ] as const)('Paho sends at once, past its own limit: in %s the broker delivers %d', async (protocolVersion, delivered) => {
    expect(new Set(numbers(await kept('pahoPython', protocolVersion))).size).toBe(delivered);
  });

  it.each(['mqttJs', 'espMqtt'] as const)('%s sends one by one, and all arrive in order', async (library) => {
    const expected = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(numbers(await kept(library, '3.1.1'))).toEqual(expected);
    expect(numbers(await kept(library, '5.0'))).toEqual(expected);
  });
});

describe('PINGREQ', () => {
  const pings = async (library: ClientLibrary, publishing: ProgramScenario['publishing'] = null) =>
    seconds(packets(await run(library, { keepAliveSeconds: 10, publishing }, { lastsMs: 41_000 }), 'node', 'uplink', 'PINGREQ'));
  const busy = (qos: 0 | 1) => ({ topicName: 'lab/t', payload: '{n}', qos, firstAfterMs: 100, everyMs: 1_000, count: 100 });

  it.each([
    ['pubSubClient', [11, 21, 31]],
    ['espMqtt', [6, 11, 16, 21, 26, 31, 36]],
    ['pahoPython', [11, 21, 31]],
    ['mosquittoSub', [11, 21, 31]],
    ['mqttJs', [11, 21, 31]],
  ] as const)('of an idle %s with a keep alive of 10 s', async (library, expected) => {
    expect(await pings(library)).toEqual(expected);
  });

  it('goes on with esp-mqtt however busy it is', async () => {
    expect(await pings('espMqtt', busy(1))).toEqual(await pings('espMqtt'));
  });

  it('is not needed by MQTT.js while the broker answers, and is where QoS 0 brings no answers', async () => {
    expect(await pings('mqttJs', busy(1))).toEqual([]);
    expect(await pings('mqttJs', busy(0))).toEqual(await pings('mqttJs'));
  });

  it('is sent by Paho when nothing comes back, though it sends all the time', async () => {
    expect(await pings('pahoPython', busy(1))).toEqual([]);
    expect((await pings('pahoPython', busy(0))).length).toBe(3);
  });
});

describe('subscribing again after a connection is lost', () => {
  const subscribes = async (library: ClientLibrary, cleanStart: boolean) => {
    const events = await run(
      library,
      { cleanStart, subscriptions: [{ topicFilter: 'x', qos: 1 }], subscribes: 'everyStart', reconnect: { kind: 'fixed', waitMs: 1_000 } },
      { script: [cut(3_000)], lastsMs: 10_000 },
    );
    expect(packets(events, 'node', 'uplink', 'CONNECT')).toHaveLength(2);
    return packets(events, 'node', 'uplink', 'SUBSCRIBE').length;
  };

  it.each([
    ['mosquittoSub', 2, 2],
    ['mqttJs', 2, 1],
    ['pahoPython', 1, 1],
    ['espMqtt', 1, 1],
    ['pubSubClient', 1, 1],
  ] as const)('%s: %d SUBSCRIBE in all with a clean session, %d with a session that stays', async (library, clean, stays) => {
    expect([await subscribes(library, true), await subscribes(library, false)]).toEqual([clean, stays]);
  });
});

describe('a broker that refuses', () => {
  it.each([
    ['pubSubClient', 1],
    ['espMqtt', 2],
    ['pahoPython', 4],
    ['mosquittoSub', 1],
    ['mqttJs', 1],
  ] as const)('is asked by %s %d times in 14 s', async (library, times) => {
    const events = await run(library, {}, { brokerConfig: 'listener 1883\nallow_anonymous false\n', lastsMs: 15_000 });
    expect(packets(events, 'node', 'uplink', 'CONNECT')).toHaveLength(times);
  });
});

it('Paho asks for a clean start until any CONNACK has come, even a refusal', async () => {
  const change = { protocolVersion: '5.0' } as const;
  const flags = async (scenario: Partial<Scenario>) => {
    const connects = packets(await run('pahoPython', change, { ...scenario, lastsMs: 8_000 }), 'node', 'uplink', 'CONNECT');
    return connects.map(({ summary }) => (summary.includes(' c1 ') ? 1 : 0));
  };
  expect(await flags({ brokerConfig: 'listener 1883\nallow_anonymous false\n' })).toEqual([1, 0, 0]);
  expect(await flags({ script: [cut(3_000)] })).toEqual([1, 0]);
});

it.each([
  ['pahoPython', false],
  ['mosquittoSub', false],
  ['espMqtt', true],
  ['mqttJs', true],
] as const)('a broker that cannot be reached at the start: does %s come in the end? %s', async (library, comes) => {
  const events = await run(library, {}, { script: pulled(500, 140_000), lastsMs: 180_000 });
  expect(connectionSteps(events, 'node').some((step) => step.startsWith('connected'))).toBe(comes);
});

describe('what is unanswered', () => {
  const unanswered = (library: ClientLibrary) =>
    run(
      library,
      { cleanStart: false, keepAliveSeconds: 10, publishing: { ...burst(1, 2), firstAfterMs: 2_000 } },
      { script: pulled(2_900, 20_000), lastsMs: 60_000 },
    );
  const sent = (events: readonly RunEvent[]) => packets(events, 'node', 'uplink', 'PUBLISH');

  it('is sent again by MQTT.js without DUP, by Paho with it', async () => {
    expect(sent(await unanswered('mqttJs')).map(({ dup }) => dup)).toEqual([false, false, false, false]);
    expect(sent(await unanswered('pahoPython')).map(({ dup }) => dup)).toEqual([false, false, true, true]);
  });

  it('is sent again by esp-mqtt each second on the same connection, the oldest alone', async () => {
    const events = await unanswered('espMqtt');
    const lost = events.find((event) => event.kind === 'connection' && event.step === 'lost');
    const before = packets(events, 'node', 'uplink', 'PUBLISH').filter(({ at }) => lost !== undefined && at < lost.at);
    const again = before.filter(({ dup }) => dup);
    expect(new Set(again.map(({ packetId }) => packetId)).size).toBe(1);
    const gaps = again.slice(1).map(({ at }, index) => at - (again[index]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    expect(new Set(gaps)).toEqual(new Set([1_000_000]));
  });
});

it('esp-mqtt forgets after 30 s what it could never send', async () => {
  const publishing = { topicName: 'lab/t', payload: '{n}', qos: 1, firstAfterMs: 3_000, everyMs: 1_000, count: 50 } as const;
  const events = await run(
    'espMqtt',
    { cleanStart: false, keepAliveSeconds: 10, publishing },
    { script: pulled(1_500, 62_000), lastsMs: 120_000 },
  );
  const lost = events.flatMap((event) => (event.kind === 'message' && event.step === 'discarded' ? [event.message] : []));
  expect(lost.length).toBeGreaterThan(10);
  expect(numbers(events)).toContain(50);
  expect(numbers(events)).not.toContain(lost[0]);
});

it('mosquitto_sub wipes its own session when it comes back, and with -c it asks for one that never ends', async () => {
  const subscriptions = [{ topicFilter: 'x', qos: 1 }] as const;
  const listener = (cleanStart: boolean) =>
    run(
      'mosquittoSub',
      { protocolVersion: '5.0', cleanStart, sessionExpirySeconds: cleanStart ? 300 : null, subscriptions },
      { script: [cut(3_000)], lastsMs: 6_000 },
    );
  expect(connectionSteps(await listener(true), 'node').at(-1)).toBe('connected 0');
  const events = await listener(false);
  expect(connectionSteps(events, 'node').at(-1)).toBe('connected 0 present');
  // The broker's word for a session that never ends.
  expect(sessionsAt(events, 6_000).find(({ clientId }) => clientId === 'node-1')?.sessionExpirySeconds).toBeNull();
});

it.each([
  ['espMqtt', 2],
  ['mqttJs', 1],
  ['pahoPython', 1],
] as const)('%s gives a QoS 2 message whose PUBREC was lost to the program %d times', async (library, times) => {
  const order = { client: 'reader', do: 'publish', topicName: 'valve', payload: 'open', qos: 2 } as const;
  const events = await run(
    library,
    {
      cleanStart: false,
      keepAliveSeconds: 10,
      subscriptions: [{ topicFilter: 'valve', qos: 2 }],
      subscribes: 'newSession',
      reconnect: { kind: 'fixed', waitMs: 1_000 },
    },
    // PUBLISH, sent at 5.03 s, still arrives; PUBREC does not.
    { script: [{ atMs: 5_000, ...order }, ...pulled(5_035, 30_000)], lastsMs: 60_000 },
  );
  const copies = packets(events, 'node', 'downlink', 'PUBLISH');
  expect(copies.map(({ dup }) => dup)).toEqual([false, true]);
  expect(received(events, 'node')).toHaveLength(times);
});
