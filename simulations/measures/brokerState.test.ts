import { expect, it } from 'vitest';
import { clientsOfScenario } from '../addresses.ts';
import { fromMilliseconds } from '../engine/time.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import type { Scenario } from '../scenario.ts';
import type { ScriptStep } from '../script.ts';
import { Recording } from '../worker/recording.ts';

const LINK = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const connect = (sessionExpirySeconds: number): ScriptStep => ({
  atMs: 100,
  client: 'valve',
  do: 'connect',
  connect: { clientId: 'valve-07', cleanStart: true, keepAliveSeconds: 10, properties: { sessionExpirySeconds } },
});

async function recorded(script: readonly ScriptStep[], lastsMs: number): Promise<Recording> {
  const scenario: Scenario = {
    seed: 1,
    protocolVersion: '5.0',
    brokerConfig: 'listener 1883\nallow_anonymous true\nmax_inflight_messages 2\n',
    devices: [],
    subscribers: [],
    watchSessions: true,
    clients: [{ name: 'valve', protocolVersion: '5.0', link: LINK }],
    script,
    lastsMs,
  };
  const recording = new Recording(scenario);
  for (const event of await eventsOf(scenario)) recording.add(event);
  return recording;
}

function at(recording: Recording, ms: number) {
  const instant = fromMilliseconds(ms);
  const { broker, clients } = recording.view({ at: instant, from: instant, to: instant, logLines: 0 });
  return { broker, valve: clients[0] };
}

it('tells since when a session is without its client, when it will be forgotten, and that it was', async () => {
  const recording = await recorded([connect(3), { atMs: 2_000, client: 'valve', do: 'disconnect' }], 9_000);
  expect(at(recording, 50).broker).toEqual({ up: true, since: 0, sessions: [], forgotten: [] });
  const [before] = at(recording, 1_000).broker.sessions;
  expect(before).toMatchObject({ clientId: 'valve-07', connected: true, since: fromMilliseconds(130), expiresAt: null });
  const [after] = at(recording, 2_500).broker.sessions;
  expect(after).toMatchObject({ connected: false, since: fromMilliseconds(2_010), address: null });
  // Mosquitto counts whole seconds.
  expect([5_000_000, 6_000_000]).toContain(after?.expiresAt);
  const { broker } = at(recording, 9_000);
  expect(broker.sessions).toEqual([]);
  expect(broker.forgotten).toMatchObject([{ clientId: 'valve-07' }]);
  expect(broker.forgotten[0]?.at).toBeGreaterThanOrEqual(after?.expiresAt ?? 0);
});

it('holds the client’s belief beside it: a pulled cable leaves both in the dark', async () => {
  const recording = await recorded(
    [
      connect(60),
      { atMs: 1_000, client: 'valve', do: 'subscribe', subscriptions: [{ topicFilter: 'valve/07/cmd', qos: 1 }] },
      { atMs: 2_000, client: 'valve', do: 'pullCable' },
    ],
    30_000,
  );
  const calm = at(recording, 1_500);
  const subscription = { topicFilter: 'valve/07/cmd', qos: 1 };
  expect(calm.valve).toMatchObject({ clientId: 'valve-07', connection: 'connected', sessionPresent: false, cable: 'in', connects: 1 });
  expect(calm.valve?.subscriptions).toEqual([subscription]);
  expect(calm.broker.sessions[0]?.subscriptions).toMatchObject([subscription]);
  expect(calm.broker.sessions[0]?.address).toBe(calm.valve?.address);
  const halfOpen = at(recording, 5_000);
  expect(halfOpen.valve).toMatchObject({ connection: 'connected', cable: 'out' });
  expect(halfOpen.broker.sessions[0]).toMatchObject({ connected: true });
  const noticed = at(recording, 30_000);
  expect(noticed.valve).toMatchObject({ connection: 'connected' });
  // Keep alive 10 s: the broker waits one and a half times that.
  expect(noticed.broker.sessions[0]).toMatchObject({ connected: false });
  const since = noticed.broker.sessions[0]?.since ?? 0;
  expect(since).toBeGreaterThanOrEqual(fromMilliseconds(16_000));
  expect(since).toBeLessThanOrEqual(fromMilliseconds(18_000));
});

it('knows when the broker is down, and takes back an unsubscribed filter', async () => {
  const recording = await recorded(
    [
      connect(60),
      {
        atMs: 1_000,
        client: 'valve',
        do: 'subscribe',
        subscriptions: [
          { topicFilter: 'a', qos: 0 },
          { topicFilter: 'b', qos: 2 },
        ],
      },
      { atMs: 1_500, client: 'valve', do: 'unsubscribe', topicFilters: ['a'] },
      { atMs: 2_000, do: 'killBroker' },
      { atMs: 4_000, do: 'startBroker' },
    ],
    5_000,
  );
  expect(at(recording, 1_200).valve?.subscriptions.map(({ topicFilter }) => topicFilter)).toEqual(['a', 'b']);
  expect(at(recording, 1_800).valve?.subscriptions).toEqual([{ topicFilter: 'b', qos: 2 }]);
  expect(at(recording, 3_000).broker).toMatchObject({ up: false, since: 2_000_000, sessions: [] });
  expect(at(recording, 3_000).valve).toMatchObject({ connection: 'lost', losses: 1 });
  expect(at(recording, 5_000).broker).toMatchObject({ up: true, since: 4_000_000 });
});

it('gives each client the address that the broker sees', async () => {
  const scenario: Scenario = {
    seed: 1,
    protocolVersion: '3.1.1',
    brokerConfig: '',
    devices: [],
    subscribers: [],
    clients: ['a', 'b'].map((name) => ({ name, protocolVersion: '5.0' as const, link: LINK })),
  };
  expect(clientsOfScenario(scenario)).toEqual([
    { name: 'a', address: '192.0.2.120', protocolVersion: '5.0' },
    { name: 'b', address: '192.0.2.121', protocolVersion: '5.0' },
  ]);
});

it('gives the same standing at an instant however often one goes back and forth', async () => {
  const recording = await recorded([connect(3), { atMs: 2_000, client: 'valve', do: 'pullCable' }], 25_000);
  const instants = Array.from({ length: 100 }, (_, index) => (index * 7_919) % 25_000);
  const forth = new Map([...instants].sort((one, other) => one - other).map((ms) => [ms, JSON.stringify(at(recording, ms))]));
  for (const ms of instants) expect(JSON.stringify(at(recording, ms))).toBe(forth.get(ms));
  expect(new Set(forth.values()).size).toBeGreaterThan(3);
});
