// What is said of keys and sessions beyond their defaults, seen on the broker.
import { describe, expect, it } from 'vitest';
import type { RunEvent, ScriptStep } from '#simulations';
import { withSettings } from './editing.ts';
import { CONF_PRESETS } from './presets.ts';
import { answerTo, eventsOf, OPEN, probe } from './probes.test-data.ts';

const lasting = (clientId: string) => ({ clientId, cleanStart: false, keepAliveSeconds: 600 });
const passing = (clientId: string, more = {}) => ({ clientId, cleanStart: true, keepAliveSeconds: 600, ...more });
const say = (atMs: number, payload: string, qos: 0 | 1 | 2, count = 1): ScriptStep => ({
  atMs,
  client: 'talker',
  do: 'publish',
  topicName: 'q',
  payload,
  qos,
  count,
});

/** `away` has a QoS 1 subscription and is gone while `talker` says what it has to say; then it is back. */
const whileAway = (...words: readonly ScriptStep[]) =>
  probe(
    { away: '3.1.1', talker: '3.1.1' },
    [
      { atMs: 0, client: 'away', do: 'connect', connect: lasting('away') },
      { atMs: 100, client: 'away', do: 'subscribe', subscriptions: [{ topicFilter: 'q', qos: 1 }] },
      { atMs: 500, client: 'away', do: 'disconnect' },
      { atMs: 0, client: 'talker', do: 'connect', connect: passing('talker') },
      ...words,
      { atMs: 10_000, client: 'away', do: 'connect', connect: lasting('away') },
    ],
    12_000,
  );

const heard = (events: readonly RunEvent[], client: string): string[] =>
  events.flatMap((event) => (event.kind === 'received' && event.client === client ? [event.payload ?? ''] : []));
const steps = (events: readonly RunEvent[], client: string): string[] =>
  events.flatMap((event) => (event.kind === 'connection' && event.client === client ? [`${event.step} ${event.code ?? ''}`.trim()] : []));
const run = (scenario: ReturnType<typeof probe>, line: string) => eventsOf(scenario(`${OPEN}${line}\n`));

describe('the queue', () => {
  const two = whileAway(say(1_000, 'one {n}', 1, 2), say(2_000, 'zero', 0), say(3_000, 'one {n}', 1, 1));

  it('drops the newest, and the publisher hears success', async () => {
    const events = await run(whileAway(say(1_000, 'one {n}', 1, 5)), 'max_queued_messages 2');
    expect(heard(events, 'away')).toEqual(['one 1', 'one 2']);
    const acknowledged = events.filter((event) => event.kind === 'packetSent' && event.client === 'talker' && event.type === 'PUBACK');
    expect(acknowledged).toHaveLength(5);
  });

  it('with queue_qos0_messages, QoS 0 waits without being counted, and a full queue takes none', async () => {
    const setting = (limit: number) => `queue_qos0_messages true\nmax_queued_messages ${limit}`;
    expect(heard(await run(two, setting(3)), 'away')).toEqual(['one 1', 'one 2', 'zero', 'one 1']);
    expect(heard(await run(two, setting(2)), 'away')).toEqual(['one 1', 'one 2']);
    expect(heard(await run(two, 'max_queued_messages 3'), 'away')).toEqual(['one 1', 'one 2', 'one 1']);
  });

  it('by bytes is looked at before a message is added: the last may go beyond', async () => {
    const events = await run(whileAway(say(1_000, 'ten bytes {n}', 1, 4)), 'max_queued_bytes 15');
    expect(heard(events, 'away')).toEqual(['ten bytes 1', 'ten bytes 2']);
  });

  it('with upgrade_outgoing_qos a QoS 0 message waits for a subscriber of QoS 1', async () => {
    const zero = whileAway(say(1_000, 'zero', 0));
    expect(heard(await run(zero, 'upgrade_outgoing_qos false'), 'away')).toEqual([]);
    expect(heard(await run(zero, 'upgrade_outgoing_qos true'), 'away')).toEqual(['zero']);
  });

  it('never holds what message_size_limit refuses, and the publisher keeps its connection', async () => {
    const events = await run(whileAway(say(1_000, 'short', 1), say(2_000, 'rather too long', 1)), 'message_size_limit 5');
    expect(heard(events, 'away')).toEqual(['short']);
    expect(steps(events, 'talker')).toEqual(['connecting', 'connected 0']);
  });

  it('a message above max_inflight_bytes goes alone', async () => {
    const events = await run(whileAway(say(1_000, 'rather long {n}', 1, 2)), 'max_inflight_bytes 5');
    expect(heard(events, 'away')).toEqual(['rather long 1', 'rather long 2']);
  });
});

describe('the door', () => {
  it('max_connections does not count who is away, and may shut out the owner of a session', async () => {
    const full = probe(
      { away: '3.1.1', talker: '3.1.1' },
      [
        { atMs: 0, client: 'away', do: 'connect', connect: lasting('away') },
        { atMs: 500, client: 'away', do: 'disconnect' },
        { atMs: 1_000, client: 'talker', do: 'connect', connect: passing('talker') },
        { atMs: 2_000, client: 'away', do: 'connect', connect: lasting('away') },
      ],
      4_000,
    );
    const events = await run(full, 'max_connections 1');
    expect(steps(events, 'talker')).toEqual(['connecting', 'connected 0']);
    expect(steps(events, 'away').slice(-2)).toEqual(['connecting', 'lost']);
  });

  it('use_username_as_clientid: two devices with one user name throw each other out', async () => {
    const two = probe(
      { first: '3.1.1', second: '3.1.1' },
      [
        { atMs: 0, client: 'first', do: 'connect', connect: passing('a', { userName: 'anna' }) },
        { atMs: 1_000, client: 'second', do: 'connect', connect: passing('b', { userName: 'anna' }) },
      ],
      3_000,
    );
    expect(steps(await run(two, 'use_username_as_clientid true'), 'first').at(-1)).toBe('lost');
    expect(steps(await run(two, ''), 'first').at(-1)).toBe('connected 0');
  });

  it('max_qos: who publishes higher loses the connection and keeps the session', async () => {
    const events = await run(
      probe(
        { high: '3.1.1' },
        [
          { atMs: 0, client: 'high', do: 'connect', connect: lasting('high') },
          { atMs: 1_000, client: 'high', do: 'publish', topicName: 'q', payload: 'x', qos: 2 },
          { atMs: 3_000, client: 'high', do: 'connect', connect: lasting('high') },
        ],
        4_000,
      ),
      'max_qos 1',
    );
    expect(steps(events, 'high')).toEqual(['connecting', 'connected 0', 'lost', 'connecting', 'connected 0']);
    expect(events.findLast((event) => event.kind === 'connection')).toMatchObject({ sessionPresent: true });
  });
});

describe('a ready-made change', () => {
  it.each(CONF_PRESETS.map((preset) => [preset.title, preset] as const))('%s is taken without a remark', async (_, { settings }) => {
    expect(await answerTo(withSettings(`${OPEN}log_type all\n`, settings))).toEqual({ ok: true, warnings: [] });
  });

  const presetConfig = (id: string) => withSettings(OPEN, CONF_PRESETS.find((preset) => preset.id === id)?.settings ?? []);

  it('the closed door: 0x05, in 5.0 0x87', async () => {
    const door = probe(
      { three: '3.1.1', five: '5.0' },
      [
        { atMs: 0, client: 'three', do: 'connect', connect: passing('three') },
        { atMs: 0, client: 'five', do: 'connect', connect: passing('five') },
      ],
      2_000,
    );
    const events = await eventsOf(door(presetConfig('closed-door')));
    expect(steps(events, 'three')).toContain('refused 5');
    expect(steps(events, 'five')).toContain(`refused ${0x87}`);
  });

  it('short patience: 0x02, in 5.0 a shorter keep alive', async () => {
    const door = probe(
      { three: '3.1.1', five: '5.0' },
      [
        { atMs: 0, client: 'three', do: 'connect', connect: passing('three') },
        { atMs: 0, client: 'five', do: 'connect', connect: passing('five') },
      ],
      10_000,
    );
    const events = await eventsOf(door(presetConfig('short-patience')));
    expect(steps(events, 'three')).toContain('refused 2');
    expect(steps(events, 'five')).toEqual(['connecting', 'connected 0']);
  });

  it('written at every change: a crash leaves the session and what waits in it', async () => {
    const crash = whileAway(say(1_000, 'one', 1), { atMs: 5_000, do: 'killBroker' }, { atMs: 6_000, do: 'startBroker' });
    expect(heard(await eventsOf(crash(presetConfig('written-down'))), 'away')).toEqual(['one']);
    expect(heard(await eventsOf(crash(`${OPEN}persistence true\n`)), 'away')).toEqual([]);
  });
});
