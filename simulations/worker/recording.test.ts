import { expect, it } from 'vitest';
import { fromMilliseconds, START } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';
import { lifecycle } from '../experiments/sessions/lifecycle.ts';
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
