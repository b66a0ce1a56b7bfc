import { expect, it } from 'vitest';
import { fromMilliseconds, START } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';
import { lifecycle } from '../experiments/sessions/lifecycle.ts';
import { brokerAfter, brokerAtFirst } from '../measures/brokerState.ts';
import { Recording } from './recording.ts';

const at = fromMilliseconds;
const connection = (ms: number, step: 'connected' | 'lost' | 'refused'): RunEvent => ({
  kind: 'connection',
  at: at(ms),
  client: 'device',
  step,
  code: null,
  sessionPresent: null,
});

function recordingOf(...events: readonly RunEvent[]): Recording {
  const recording = new Recording(lifecycle());
  for (const event of events) recording.add(event);
  return recording;
}

it('steps from error to error: what was refused, lost, dropped or killed, and nothing that went well', () => {
  const recording = recordingOf(
    connection(1, 'connected'),
    connection(2, 'lost'),
    { kind: 'buffer', at: at(3), client: 'device', change: 'kept', message: 1, held: 1 },
    { kind: 'buffer', at: at(4), client: 'device', change: 'droppedNewest', message: 2, held: 1 },
    { kind: 'message', at: at(5), client: 'device', message: 3, step: 'published' },
    { kind: 'message', at: at(6), client: 'device', message: 3, step: 'gaveUp' },
    { kind: 'broker', at: at(7), step: 'stopped', problem: null },
    { kind: 'broker', at: at(8), step: 'killed', problem: null },
    connection(9, 'refused'),
  );
  const steps: number[] = [];
  for (let next = recording.step(START, 'forward', 'error'); next !== null; next = recording.step(next, 'forward', 'error'))
    steps.push(next);
  expect(steps).toEqual([2, 4, 6, 8, 9].map(at));
  expect(recording.step(at(8), 'back', 'error')).toBe(at(6));
});

it('steps to a delivery whoever was given it', () => {
  const given = { topicName: 'a', payload: 'b', qos: 0, dup: false, retain: false, packetId: null, messageExpirySeconds: null } as const;
  const recording = recordingOf(connection(1, 'connected'), { kind: 'received', at: at(2), client: 'device', ...given });
  expect(recording.step(START, 'forward', 'delivery')).toBe(at(2));
});

/** The table grows by one session each millisecond; between two changes the broker dies and starts again. */
function growingTable(changes: number): RunEvent[] {
  const none = { messages: 0, bytes: 0 };
  const session = {
    connected: false,
    address: null,
    protocolVersion: '3.1.1',
    cleanStart: false,
    sessionExpirySeconds: null,
    expiresAtMs: null,
    keepAliveSeconds: 60,
    subscriptions: [],
    outgoing: { inFlight: none, queued: none },
    incoming: { inFlight: none, queued: none },
  } as const;
  return Array.from({ length: changes }, (_, index): RunEvent[] => [
    {
      kind: 'sessions',
      at: at(index + 1),
      sessions: Array.from({ length: index + 1 }, (_, id) => ({ ...session, clientId: `id-${id}` })),
    },
    ...(index % 10 === 5 ? ([{ kind: 'broker', at: at(index + 1), step: 'killed', problem: null }] as const) : []),
  ]).flat();
}

it('has the broker as a plain fold of all events would, at any instant', () => {
  const events = growingTable(75);
  const recording = recordingOf(...events);
  for (let ms = 0; ms <= 80; ms++) {
    const view = recording.view({ at: at(ms), from: at(ms), to: at(ms), logLines: 0 });
    expect(view.broker).toEqual(events.filter((event) => event.at <= at(ms)).reduce(brokerAfter, brokerAtFirst()));
  }
});

it('leaves the changes of the table out of the events where they are not asked for, and no other', () => {
  const recording = recordingOf(...growingTable(20), connection(30, 'connected'));
  const request = { at: at(30), from: START, to: at(30), logLines: 0 };
  const kinds = (tables: boolean) => new Set(recording.view({ ...request, tables }).events.map(({ kind }) => kind));
  expect(kinds(true)).toEqual(new Set(['sessions', 'broker', 'connection']));
  expect(kinds(false)).toEqual(new Set(['broker', 'connection']));
  expect(recording.view({ ...request, tables: false }).broker.sessions).toHaveLength(20);
});
