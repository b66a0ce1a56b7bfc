import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  brokerAtFirst,
  fromMilliseconds,
  HEAP_TOPIC,
  type RandomIdsSetting,
  type RunEvent,
  randomIds,
  type SessionStanding,
} from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import Orphans from './Orphans.tsx';
import { amountOf } from './story.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(Orphans, `#/widgets/orphans${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const at = fromMilliseconds;
const notices = () => screen.getByRole('region', { name: 'What to notice' }).textContent ?? '';
const figure = (name: string) =>
  within(screen.getByRole('table', { name: /^Sessions and messages of the device/ }))
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .textContent?.slice(name.length);

const none = { messages: 0, bytes: 0 };
function sessionOf(clientId: string, messages: number): SessionStanding {
  return {
    clientId,
    connected: false,
    address: null,
    protocolVersion: '3.1.1',
    cleanStart: false,
    sessionExpirySeconds: null,
    expiresAtMs: null,
    keepAliveSeconds: 60,
    subscriptions: [],
    outgoing: { inFlight: none, queued: { messages, bytes: 100 * messages } },
    incoming: { inFlight: none, queued: none },
    since: at(5_000),
    expiresAt: null,
  };
}
const ids = (count: number) => Array.from({ length: count }, (_, index) => `ESP32-${index}`);
const started = (ms: number, sessionPresent: boolean): RunEvent => ({
  kind: 'connection',
  at: at(ms),
  client: 'device',
  step: 'connected',
  code: 0,
  sessionPresent,
});
const heap = (ms: number, bytes: number): RunEvent => {
  const rest = { qos: 0, dup: false, retain: false, packetId: null, messageExpirySeconds: null } as const;
  return { kind: 'received', at: at(ms), client: 'watcher', topicName: HEAP_TOPIC, payload: String(bytes), ...rest };
};
const published = (count: number) =>
  Array.from({ length: count }, (_, packet): RunEvent => {
    const what = { direction: 'uplink', type: 'PUBLISH', summary: 'PUBLISH', bytes: new Uint8Array(), dup: false, lost: false } as const;
    const whose = { client: 'web app', packet, packetId: packet + 1, qos: 1, message: null, device: null } as const;
    return { kind: 'packetSent', at: at(9_000), endsAt: at(9_050), ...what, ...whose };
  });
/** So many starts that leave a session each; then ten messages wait in each. */
function pile(count: number) {
  const full = ids(count).map((id) => sessionOf(id, 10));
  const events: readonly RunEvent[] = [
    heap(3_000, 400_000),
    ...ids(count).map((_, index) => started(4_000 + index * 100, false)),
    { kind: 'sessions', at: at(8_000), sessions: ids(count).map((id) => sessionOf(id, 0)) },
    heap(8_500, 400_000 + 1_536 + 504 * count),
    ...published(10),
    { kind: 'sessions', at: at(10_000), sessions: full },
    heap(11_000, 418_000),
  ];
  return { events, broker: { ...brokerAtFirst(), sessions: full } };
}

it('runs by itself: twelve starts under twelve ids, each with a session that is to be kept', () => {
  open();
  expect(newest()).toEqual(randomIds());
});

it.each<[string, Partial<RandomIdsSetting>]>([
  ['?ids=stable&starts=30&messages=5&payload=50', { clientIds: 'stable', starts: 30, messages: 5, payloadBytes: 50 }],
  ['?clean=on', { cleanStart: true }],
  ['?version=5.0&expiry=30&clean=on', { protocolVersion: '5.0', sessionExpirySeconds: 30, afterwardsMs: 34_000 }],
  ['?expiration=1h', { persistentClientExpiration: '1h', afterwardsMs: 3_604_000 }],
])('makes the scenario of its knobs: %s', (search, setting) => {
  open(search);
  expect(newest()).toEqual(randomIds(setting));
});

it('offers clean session in 3.1.1, a session expiry in 5.0, and holds the starts to 200', async () => {
  open('?starts=900');
  expect(screen.getByText(/200 is the most/)).toBeTruthy();
  expect(screen.getByRole('group', { name: 'Clean session' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  expect(screen.queryByRole('group', { name: 'Clean session' })).toBeNull();
  expect(screen.getByRole('group', { name: 'Session expiry' })).toBeTruthy();
});

it('keeps the outcome back until its end has been seen, then answers the guess and counts what piled up', async () => {
  open();
  await finishRun(lab, pile(12));
  expect(screen.queryByRole('table', { name: /^Sessions and messages/ })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'one' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: one; it was 12.')).toBeTruthy();
  expect(['Starts, all accepted', 'Client ids of the device', 'Most copies waiting', 'Given to the device'].map(figure)).toEqual([
    '12',
    '12',
    '120',
    '0',
  ]);
  expect(notices()).toMatch(
    /accepted all 12 starts.*device got 0\. 120 copies waited.*Nothing went wrong.*365,000 sessions.*an id that stays/,
  );
});

it('sets the heap beside the formula', async () => {
  open();
  await finishRun(lab, pile(12));
  await goToTheEnd();
  expect(screen.getByText('The heap grew by 18 kB and stays there.')).toBeTruthy();
  expect(screen.getByText(/12 × 504 B/)).toBeTruthy();
  // 1,536 + 12 * 504 + 120 * 76 + 10 * 230
  expect(screen.getByText(/19,004 bytes/)).toBeTruthy();
});

it('shows one id as the cure', async () => {
  open('?ids=stable');
  const session = sessionOf('ESP32-0', 0);
  const events = [
    ...Array.from({ length: 12 }, (_, index) => started(4_000 + index, index > 0)),
    { kind: 'sessions', at: at(8_000), sessions: [session] } as const,
  ];
  await finishRun(lab, { events, broker: { ...brokerAtFirst(), sessions: [session] } });
  await goToTheEnd();
  expect(notices()).toMatch(/One id, one session: at 11 of 12 starts the device found its session again/);
  expect(notices()).not.toMatch(/Nothing went wrong/);
});

it('tells of sessions that expired, and that this is no cure', async () => {
  open('?expiration=1h');
  const { events, broker } = pile(12);
  const lines = ids(11).map(
    (id): RunEvent => ({
      kind: 'brokerLog',
      at: at(3_600_000),
      level: 'notice',
      text: `Expiring client ${id} due to timeout.`,
    }),
  );
  await finishRun(lab, { events: [...events, ...lines], broker: { ...broker, sessions: broker.sessions.slice(0, 1) } });
  await goToTheEnd();
  expect(notices()).toMatch(
    /11 sessions expired.*Only that of the last start is left.*Expiring client ESP32-0 due to timeout.*needs an id that stays/,
  );
});

it('says so when the device was never connected', async () => {
  open();
  await finishRun(lab, { events: [] });
  await goToTheEnd();
  expect(notices()).toMatch(/never connected/);
});

it.each([
  [0, 'none'],
  [1, 'one'],
  [5, 'some'],
  [12, 'each'],
] as const)('%i of 12 are: %s', (sessions, amount) => {
  expect(amountOf(sessions, 12)).toBe(amount);
});
