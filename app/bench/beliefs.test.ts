import { expect, it } from 'vitest';
import { brokerAtFirst } from '#simulations';
import { sessionRows } from './beliefs.ts';
import { at, clientState, session } from './fixture.test-data.ts';

const first = clientState('first', { clientId: 'valve-07', connection: 'connected', address: '192.0.2.120' });
const second = clientState('second', { clientId: 'valve-07', connection: 'connected', address: '192.0.2.121' });
const rowsOf = (clients: (typeof first)[], change: Partial<ReturnType<typeof brokerAtFirst>> = {}) =>
  sessionRows({ clients, broker: { ...brokerAtFirst(), ...change } });
const differences = (...given: Parameters<typeof rowsOf>) => rowsOf(...given)[0]?.clients.map((client) => client.differences);

it('finds no difference where both agree', () => {
  const cmd = { topicFilter: 'cmd', qos: 1 } as const;
  const both = [{ ...first, subscriptions: [cmd] }];
  expect(
    differences(both, {
      sessions: [
        session({ subscriptions: [{ ...cmd, subscriptionIdentifier: 0, noLocal: false, retainAsPublished: false, shareName: null }] }),
      ],
    }),
  ).toEqual([[]]);
});

it('tells why a client that believes itself connected is not', () => {
  const believes = (because: string, since: number | null) => [[{ kind: 'believesConnected', because, since }]];
  expect(differences([first], { sessions: [session({ connected: false, address: null, since: at(7) })] })).toEqual(believes('closed', 7));
  expect(differences([first], { sessions: [session({ address: '192.0.2.121', since: at(8) })] })).toEqual(believes('takenOver', 8));
  expect(differences([first], { forgotten: [{ clientId: 'valve-07', at: at(9) }] })).toEqual(believes('forgotten', 9));
  expect(differences([first], { up: false, since: at(10) })).toEqual(believes('brokerDown', 10));
  expect(differences([first])).toEqual(believes('unknown', null));
});

it('puts clients with one id together and says whose the connection is', () => {
  const [row, ...others] = rowsOf([first, second], { sessions: [session({ address: second.address })] });
  expect(others).toEqual([]);
  expect(row?.clients.map(({ state, holdsConnection }) => [state.client, holdsConnection])).toEqual([
    ['first', false],
    ['second', true],
  ]);
});

it('tells of a client that the broker holds for connected, but not while its CONNACK is on its way', () => {
  const opening = { ...first, connection: 'connecting', connectionSince: at(5) } as const;
  expect(differences([opening], { sessions: [session({ since: at(6) })] })).toEqual([[]]);
  const held = [[{ kind: 'heldForConnected', since: 5 }]];
  expect(differences([opening], { sessions: [session({ since: at(4) })] })).toEqual(held);
  expect(differences([{ ...opening, connection: 'disconnected' }], { sessions: [session()] })).toEqual(held);
});

it('names subscriptions that only one of the two knows', () => {
  const made = { ...first, sessionPresent: true, subscriptions: [{ topicFilter: 'new', qos: 1 }] } as const;
  const kept = [
    { topicFilter: 'old', qos: 1, subscriptionIdentifier: 0, noLocal: false, retainAsPublished: false, shareName: null },
  ] as const;
  expect(differences([made], { sessions: [session({ subscriptions: kept })] })).toEqual([
    [
      { kind: 'lacksSubscription', topicFilter: 'new' },
      { kind: 'keepsSubscription', topicFilter: 'old' },
    ],
  ]);
});

it('keeps sessions that no client of the run goes by, and knows an id that the broker gave', () => {
  expect(rowsOf([], { sessions: [session({ clientId: 'orphan', connected: false, address: null })] })).toMatchObject([
    { clientId: 'orphan', clients: [] },
  ]);
  const nameless = { ...first, clientId: '' };
  expect(rowsOf([nameless], { sessions: [session({ clientId: 'auto-1' })] })).toMatchObject([
    { clientId: 'auto-1', clients: [{ differences: [] }] },
  ]);
});
