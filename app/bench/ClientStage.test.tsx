import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { brokerAtFirst, type Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import { type BenchCast, castOf } from './benchClients.ts';
import { drawerPlaces, expectedIds } from './ClientScenery.tsx';
import { ClientStage } from './ClientStage.tsx';
import { at, clientState, packet, session, view } from './fixture.test-data.ts';
import { showOnBench } from './showOnBench.test-data.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const link = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const cast: BenchCast = {
  clients: [
    { name: 'first', link, program: null },
    { name: 'second', link, program: null },
  ],
  clientIds: ['valve-07', 'valve-08'],
  strangers: 0,
  unseen: 0,
};
const first = clientState('first', { clientId: 'valve-07', connection: 'connected', sessionPresent: true, received: 4 });
const shownAt = (change: Partial<RunView>): RunView => ({ ...view, events: [], clients: [first, clientState('second')], ...change });

function show(shown: RunView | null, who = cast) {
  return showOnBench((playback) => (
    <ClientStage cast={who} playback={playback} view={shown} brokerVersion={shown && '2.0.21'} selected={null} onSelect={() => undefined} />
  ));
}
const stage = () => screen.getByRole('region', { name: 'Stage: clients and broker' });
const words = () => [...stage().querySelectorAll('svg text')].map(({ textContent }) => textContent);
const one = (selector: string) => stage().querySelectorAll(selector).length;

it('says before a run what will come, and shows who takes part', () => {
  show(null);
  expect(stage().textContent).toContain('Press Run');
  expect(words()).toEqual(expect.arrayContaining(['first', 'second', 'Mosquitto', 'no session', '50 ms']));
});

it('shows what each client believes and what the broker remembers', () => {
  show(shownAt({ broker: { ...brokerAtFirst(), sessions: [session()] } }));
  expect(words()).toEqual(
    expect.arrayContaining([
      'valve-07',
      'thinks: connected',
      'told: session kept',
      'was given 4',
      'Mosquitto 2.0.21',
      'connected',
      'no session',
    ]),
  );
  expect(one('[class*=drawerOpen]')).toBe(1);
  expect(one('[data-state=both]')).toBe(1);
  expect(screen.getByRole('status').textContent).toBe(
    'At 0.350 s: first is connected as far as it knows and was given 4 messages. second is not connected as far as it knows and was given no messages. The broker remembers 1 session. No packet is on its way.'.replace(
      'no messages',
      '0 messages',
    ),
  );
});

it('fills the drawer of a client that is away, greys it, counts down, and marks what the client believes otherwise', () => {
  const outgoing = { inFlight: { messages: 1, bytes: 5 }, queued: { messages: 2, bytes: 10 } };
  const held = {
    topicFilter: 'cmd',
    qos: 1,
    subscriptionIdentifier: 0,
    noLocal: false,
    retainAsPublished: false,
    shareName: null,
  } as const;
  const away = session({ connected: false, address: null, expiresAt: at(3_350_000), outgoing, subscriptions: [held] });
  show(shownAt({ broker: { ...brokerAtFirst(), sessions: [away] } }));
  expect(words()).toEqual(expect.arrayContaining(['offline, gone in 3 s', '3 wait']));
  expect(one('[class*=drawerAway][data-differs]')).toBe(1);
  expect(one('path[class*=qos1]')).toBe(3);
  expect(one('path[class*=hollow]')).toBe(1);
  expect(one('[data-state=one]')).toBe(1);
});

it('draws no QoS that it cannot know', () => {
  const outgoing = { inFlight: { messages: 0, bytes: 0 }, queued: { messages: 2, bytes: 10 } };
  const held = {
    topicFilter: 'cmd',
    qos: 2,
    subscriptionIdentifier: 0,
    noLocal: false,
    retainAsPublished: false,
    shareName: null,
  } as const;
  show(shownAt({ broker: { ...brokerAtFirst(), sessions: [session({ outgoing, subscriptions: [held] })] } }));
  expect(one('path[class*=qos]')).toBe(0);
  expect(one('path[class*=control]')).toBe(2);
});

it('crosses a link whose cable is out, and dashes a broker that is down', () => {
  show(shownAt({ clients: [{ ...first, cable: 'out' }], broker: { ...brokerAtFirst(), up: false } }));
  expect(words()).toEqual(expect.arrayContaining(['cable out', 'Mosquitto is not running']));
  expect(one('path[class*=cross]')).toBe(1);
  expect(one('[class*=brokerDown]')).toBe(1);
});

it('lets a packet stay to be seen after it has arrived', () => {
  const sent = packet(1, 100_000, { client: 'first', endsAt: at(101_000), qos: null, message: null, type: 'CONNECT' });
  const shown = show(shownAt({ events: [sent] }));
  act(() => shown.playback().seek(at(105_000)));
  expect(one('g[class*=packet]')).toBe(1);
  act(() => shown.playback().seek(at(300_000)));
  expect(one('g[class*=packet]')).toBe(0);
});

it('knows who takes part from the script', () => {
  const connect = (client: string, clientId: string, atMs: number) =>
    ({ atMs, client, do: 'connect', connect: { clientId, cleanStart: true, keepAliveSeconds: 60 } }) as const;
  const scenario: Scenario = {
    seed: 1,
    protocolVersion: '5.0',
    brokerConfig: '',
    devices: [],
    subscribers: [],
    clients: ['a', 'b', 'probe'].map((name) => ({ name, protocolVersion: '5.0', link })),
    script: [connect('b', 'two', 20), connect('a', 'one', 10), connect('a', 'one', 30), connect('probe', 'p', 0), connect('a', '', 40)],
  };
  expect(castOf(scenario, ['probe'])).toEqual({
    clients: [
      { name: 'a', link, program: null },
      { name: 'b', link, program: null },
    ],
    clientIds: ['one', 'two'],
    strangers: 0,
    unseen: 0,
  });
});

it('keeps each session in the drawer of its id', () => {
  expect(expectedIds(['a', 'b', 'c'], ['c'], 2)).toEqual(['c', 'a', 'b']);
  expect(expectedIds(['a', 'b'], ['b'], 2)).toEqual(['a', 'b']);
  expect(drawerPlaces(['b'], ['a', 'b'], 2)).toEqual({ places: [null, 'b'], hidden: 0 });
  expect(drawerPlaces(['a', 'auto-1', 'auto-2'], ['a', 'b'], 2)).toEqual({ places: ['a', 'auto-1'], hidden: 1 });
});

it('shows fifty devices at most, each with its link, and says how many more there are', () => {
  const clients = Array.from({ length: 53 }, (_, index) => ({ name: `device-${index}`, protocolVersion: '5.0' as const, link }));
  const crowd = castOf({ seed: 1, protocolVersion: '5.0', brokerConfig: '', devices: [], subscribers: [], clients });
  show(shownAt({ clients: [] }), crowd);
  expect(one('[class*=party]')).toBe(50);
  expect(one('line[class*=clientLink]')).toBe(50);
  expect(screen.getByText(/^The stage shows 50 devices at most; 3 more take part/)).toBeTruthy();
});
