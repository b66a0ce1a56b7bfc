import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, payloads, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type ClientStrategiesSetting, clientStrategies, STRATEGIES, STRATEGY_TIMES, type Strategy } from './clientStrategies.ts';

const LATE = ['late 1', 'late 2', 'late 3'];
const STALE = ['stale 1', 'stale 2', 'stale 3'];

function given(events: readonly RunEvent[]): Readonly<Record<Strategy, readonly string[]>> {
  return Object.fromEntries(STRATEGIES.map((strategy) => [strategy, payloads(events, strategy)])) as Record<Strategy, string[]>;
}

describe('five ways to ask for a session', () => {
  it.each<[string, Partial<ClientStrategiesSetting>, Partial<Record<Strategy, readonly string[]>>]>([
    ['an expiry in 5.0, subscribed at the start alone', {}, {}],
    // Its session ends with its connection: it is connected, and hears nothing.
    ['no expiry in 5.0, subscribed at the start alone', { sessionExpirySeconds: null }, { 'first-only': ['first', 'last'] }],
    [
      'no expiry in 5.0, subscribed on each connection',
      { sessionExpirySeconds: null, subscribes: 'everyConnection' },
      { 'first-only': ['first', 'between', 'last'] },
    ],
    ['an expiry in 5.0, subscribed on each connection', { subscribes: 'everyConnection' }, {}],
  ])('with %s', async (_name, setting, differs) => {
    const events = await eventsOf(clientStrategies(setting));
    expect(given(events)).toEqual({
      'first-only': ['first', ...LATE, 'between', 'last'],
      // mosquitto_sub subscribes again by itself, and so hears what comes after; what came meanwhile it has wiped.
      'always-clean': ['first', 'between', 'last'],
      'new-id': ['first', ...LATE, 'between', 'last'],
      'connects-twice': ['first', ...LATE, 'between', 'last'],
      'never-clean': ['first', ...LATE, 'between', ...STALE, 'last'],
      ...differs,
    });
  });

  it('a new id at each start leaves the session of the last one, with messages for nobody', async () => {
    const events = await eventsOf(clientStrategies());
    const left = sessionsAt(events, STRATEGY_TIMES.end).filter(({ connected }) => !connected);
    expect(left).toHaveLength(1);
    expect(left[0]?.clientId).toMatch(/^start-[0-9a-f]{6}$/);
    const { inFlight, queued } = left[0]?.outgoing ?? { inFlight: { messages: 0 }, queued: { messages: 0 } };
    expect(inFlight.messages + queued.messages).toBe(STALE.length + 1);
  });

  it('a reconnection finds its session, a new start what its strategy leaves there', async () => {
    const events = await eventsOf(clientStrategies());
    const accepted = (strategy: Strategy) => connectionSteps(events, strategy).filter((step) => step.startsWith('connected'));
    expect(accepted('first-only')).toEqual(['connected 0', 'connected 0 present', 'connected 0']);
    expect(accepted('always-clean')).toEqual(['connected 0', 'connected 0', 'connected 0']);
    expect(accepted('new-id')).toEqual(['connected 0', 'connected 0 present', 'connected 0']);
    // Each start has one connection more, to wipe.
    expect(accepted('connects-twice')).toEqual(['connected 0', 'connected 0', 'connected 0 present', 'connected 0', 'connected 0']);
    expect(accepted('never-clean')).toEqual(['connected 0', 'connected 0 present', 'connected 0 present']);
  });
});
