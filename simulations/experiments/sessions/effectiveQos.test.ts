import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { effectiveQos, QOS_LEVELS, topicOfLevel } from './effectiveQos.ts';

/** Rows: published at 0, 1, 2; columns: subscribed at 0, 1, 2; each the levels of all that was delivered. */
const matrix = (events: readonly RunEvent[]): number[][][] =>
  QOS_LEVELS.map((published) =>
    QOS_LEVELS.map((subscribed) =>
      received(events, `reader${subscribed}`)
        .filter(({ topicName }) => topicName === topicOfLevel(published))
        .map(({ qos }) => qos),
    ),
  );

describe.each(['3.1.1', '5.0'] as const)('X18 with %s', (protocolVersion) => {
  it('X18 each of the nine pairs delivers once, at the smaller of the two levels', async () => {
    const events = await eventsOf(effectiveQos({ protocolVersion, upgradeOutgoingQos: false }));
    expect(matrix(events)).toEqual([
      [[0], [0], [0]],
      [[0], [1], [1]],
      [[0], [1], [2]],
    ]);
  });

  it('X18 with upgrade_outgoing_qos each reader gets everything at its own level', async () => {
    const events = await eventsOf(effectiveQos({ protocolVersion, upgradeOutgoingQos: true }));
    const row = [[0], [1], [2]];
    expect(matrix(events)).toEqual([row, row, row]);
  });
});

it('X18 holds for every message of many', async () => {
  const events = await eventsOf(effectiveQos({ protocolVersion: '3.1.1', upgradeOutgoingQos: false, messages: 100 }));
  const all = (qos: number): number[] => Array<number>(100).fill(qos);
  expect(matrix(events)).toEqual([
    [all(0), all(0), all(0)],
    [all(0), all(1), all(1)],
    [all(0), all(1), all(2)],
  ]);
});
