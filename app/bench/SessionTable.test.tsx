import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { brokerAtFirst, type ClientState, type SessionStanding } from '#simulations';
import { Translations } from '../i18n/Translations.tsx';
import { at, clientState, session, view } from './fixture.test-data.ts';
import { SessionTable } from './SessionTable.tsx';

afterEach(cleanup);

function show(
  clients: readonly ClientState[],
  sessions: readonly SessionStanding[],
  broker: Partial<ReturnType<typeof brokerAtFirst>> = {},
) {
  const shown = { ...view, at: at(10_000_000), clients, broker: { ...brokerAtFirst(), sessions, ...broker } };
  return render(<SessionTable view={shown} />, { wrapper: Translations });
}
const device = clientState('device', { clientId: 'valve-07', connection: 'connected', sessionPresent: false });
const line = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

it('says before a run what will come', () => {
  render(<SessionTable view={null} />, { wrapper: Translations });
  expect(screen.getByText(/Press Run/)).toBeTruthy();
});

it('says so when there is no session yet', () => {
  show([clientState('device')], []);
  expect(screen.getByText(/holds no session/)).toBeTruthy();
});

it('shows a session beside what its client believes', () => {
  const cmd = { topicFilter: 'valve/07/cmd', qos: 1 } as const;
  const held = { ...cmd, subscriptionIdentifier: 0, noLocal: false, retainAsPublished: false, shareName: null };
  const outgoing = { inFlight: { messages: 2, bytes: 24 }, queued: { messages: 1_500, bytes: 18_000 } };
  show([{ ...device, subscriptions: [cmd], received: 3 }], [session({ since: at(8_500_000), subscriptions: [held], outgoing })]);
  expect(screen.getByRole('table', { name: 'Client id valve-07' })).toBeTruthy();
  expect(line('Connection')).toEqual(['connected, for 1.5 s', 'connected']);
  expect(line('At the start')).toEqual(['MQTT 5.0, clean start on', 'told: a new session']);
  expect(line('Without connection')).toEqual(['kept for 5 min', '–']);
  expect(line('Subscriptions')).toEqual(['valve/07/cmd, QoS 1', 'valve/07/cmd, QoS 1']);
  expect(line('To the client')).toEqual(['2 in flight (24 B), 1,500 queued (18,000 B)', 'was given 3 messages']);
  expect(screen.queryByRole('list', { name: /do not agree/ })).toBeNull();
});

it('counts down to the end of a session and marks what the two see differently', () => {
  show([{ ...device, cable: 'out' }], [session({ connected: false, address: null, since: at(6_000_000), expiresAt: at(13_000_000) })]);
  expect(line('Without connection')[0]).toBe('gone in 3 s');
  expect(line('Connection')).toEqual(['not connected, for 4 s', 'connected; its cable is out']);
  const [told] = within(screen.getByRole('list', { name: /do not agree/ })).getAllByRole('listitem');
  expect(told?.textContent).toBe('“device” believes it is connected; the broker closed its connection 4 s ago.');
  expect(document.querySelectorAll('td[data-differs]')).toHaveLength(1);
});

it.each([
  [null, 'kept for ever'],
  [0, 'ends with the connection'],
  [3_600, 'kept for 1 h'],
  [75, 'kept for 1 min 15 s'],
])('says what an expiry of %s seconds means', (sessionExpirySeconds, words) => {
  show([device], [session({ sessionExpirySeconds })]);
  expect(line('Without connection')[0]).toBe(words);
});

it('tells of a session that was removed and of a broker that is down', () => {
  show([device], [], { forgotten: [{ clientId: 'valve-07', at: at(9_000_000) }] });
  expect(line('Connection')[0]).toBe('no session: removed 1 s ago');
  cleanup();
  show([device], [], { up: false, since: at(8_000_000) });
  expect(screen.getByText(/not running, for 2 s now/)).toBeTruthy();
  expect(line('Connection')[0]).toBe('not running');
});

const orphan = (number: number) =>
  session({
    clientId: `ESP32-${number}`,
    connected: false,
    address: null,
    since: at(10_000_000 - number * 1_000_000),
    sessionExpirySeconds: null,
    expiresAt: null,
    outgoing: { inFlight: { messages: 0, bytes: 0 }, queued: { messages: 10, bytes: 1_000 } },
  });
const orphans = (count: number) => Array.from({ length: count }, (_, index) => orphan(index + 1));

it('puts sessions that no client goes by into one table, whoever was left first at the top', async () => {
  show([device], [session(), ...orphans(8)]);
  const table = screen.getByRole('table', { name: '8 sessions that no client here goes by, with 80 messages waiting' });
  const heads = () =>
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
  expect(heads()).toEqual(['ESP32-8', 'ESP32-7', 'ESP32-6', 'ESP32-5', 'ESP32-4', 'ESP32-3']);
  expect(within(table).getByRole('row', { name: /^ESP32-8/ }).textContent).toMatch(/^ESP32-88 skept for ever10 messages/);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 8' }));
  expect(heads()).toHaveLength(8);
  await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(heads()).toHaveLength(6);
  expect(screen.getByRole('table', { name: 'Client id valve-07' })).toBeTruthy();
});

it('leaves two of them with a table each', () => {
  show([device], [session(), ...orphans(2)]);
  expect(screen.getAllByRole('table')).toHaveLength(3);
  expect(screen.getByRole('table', { name: 'Client id ESP32-2' })).toBeTruthy();
});

it('shows many sessions at a glance, and the chosen one in full', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const clients = names.map((name, place) =>
    clientState(name, { clientId: `id-${name}`, connection: 'connected', address: `192.0.2.${120 + place}` }),
  );
  const sessions = names.map((name, place) =>
    session({ clientId: `id-${name}`, connected: name !== 'c', address: `192.0.2.${120 + place}` }),
  );
  show(clients, sessions);
  const glance = screen.getByRole('table', { name: /^4 sessions at a glance/ });
  expect(within(glance).getAllByRole('row')).toHaveLength(5);
  expect(screen.getByRole('table', { name: 'Client id id-a' })).toBeTruthy();
  expect(screen.getByText(/“c” believes it is connected; the broker closed its connection/)).toBeTruthy();
  await userEvent.click(within(glance).getByRole('button', { name: 'id-c' }));
  expect(screen.getByRole('table', { name: 'Client id id-c' })).toBeTruthy();
  expect(screen.queryByRole('table', { name: 'Client id id-a' })).toBeNull();
});
