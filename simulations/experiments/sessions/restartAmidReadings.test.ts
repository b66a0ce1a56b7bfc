import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, packets, payloads, received, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { levelReading, type RestartAmidReadingsSetting, restartAmidReadings, restartTimes } from './restartAmidReadings.ts';

const { startsAtMs } = restartTimes(8);
const upTo = (last: number): string[] => Array.from({ length: last }, (_, index) => levelReading(index + 1));

interface Outcome {
  /** When the file was written before the end. Virtual seconds. */
  readonly savedAt: readonly number[];
  /** What waited for the logger when the broker was back, by the broker's own count. */
  readonly waiting: number;
  /** What the logger got, the reading after its return included. */
  readonly got: readonly string[];
  /** What the display was shown at once, from before the restart. */
  readonly shown: readonly string[];
}

async function outcomeOf(setting: Partial<RestartAmidReadingsSetting>): Promise<Outcome> {
  const events = await eventsOf(restartAmidReadings(setting));
  const saves = events.flatMap((event) => (event.kind === 'brokerLog' && event.text.startsWith('Saving') ? [event.at / 1e6] : []));
  const logger = sessionsAt(events, startsAtMs).find(({ clientId }) => clientId === 'logger-1');
  expect(connectionSteps(events, 'logger').at(-1)).toBe(logger === undefined ? 'connected 0' : 'connected 0 present');
  // Each reading was acknowledged, whatever became of it.
  expect(packets(events, 'sensor', 'downlink', 'PUBACK').filter(({ at }) => at < startsAtMs * 1_000)).toHaveLength(8);
  return {
    savedAt: saves.filter((at) => at < startsAtMs / 1_000),
    waiting: (logger?.outgoing.inFlight.messages ?? 0) + (logger?.outgoing.queued.messages ?? 0),
    got: payloads(events, 'logger'),
    shown: received(events, 'display').flatMap(({ payload, retain }) => (retain ? [payload ?? ''] : [])),
  };
}

const ALL: Outcome = { savedAt: [10.5], waiting: 8, got: upTo(9), shown: [levelReading(8)] };
const NOTHING: Outcome = { savedAt: [], waiting: 0, got: [], shown: [] };
const UNTIL_FOUR: Omit<Outcome, 'savedAt'> = { waiting: 4, got: [...upTo(4), levelReading(9)], shown: [levelReading(4)] };

describe.each(['3.1.1', '5.0'] as const)('X25 watched, %s', (protocolVersion) => {
  it.each([
    ['a clean stop writes all', { end: 'stop' }, ALL],
    ['a crash writes nothing, and half an hour had not passed', { end: 'kill' }, NOTHING],
    [
      'SIGUSR1 after the fourth reading: the later ones are lost, and an old level is shown',
      { end: 'saveThenKill' },
      { savedAt: [6], ...UNTIL_FOUR },
    ],
    ['without persistence a clean stop keeps nothing', { persistence: false, end: 'stop' }, NOTHING],
    ['without persistence SIGUSR1 writes nothing', { persistence: false, end: 'saveThenKill' }, NOTHING],
    // The broker looks once a second, and more than the interval must have passed.
    ['autosave_interval 5 writes every 6 s', { autosaveInterval: 5 }, { savedAt: [6], ...UNTIL_FOUR }],
    ['autosave_interval 0 never writes', { autosaveInterval: 0 }, NOTHING],
    // The logger's session, two subscriptions; then three changes a reading: it is retained, it is queued, and the display's PUBACK empties its place in flight.
    [
      'autosave_on_changes with 14 writes at the fourth reading',
      { autosaveOnChanges: true, autosaveInterval: 14 },
      { savedAt: [5.55], ...UNTIL_FOUR },
    ],
  ] as const)('X25 %s', async (_, setting, expected) => {
    expect(await outcomeOf({ protocolVersion, ...setting })).toEqual(expected);
  });
});

it('X25 a 5.0 session that began with clean start 1 is not written; what is retained is', async () => {
  expect(await outcomeOf({ protocolVersion: '5.0', end: 'stop', beganWithCleanStart: true })).toEqual({
    savedAt: [10.5],
    waiting: 0,
    got: [],
    shown: [levelReading(8)],
  });
});

it('X25 the log tells of the stop, and is silent about the crash', async () => {
  const stopped = logLines(await eventsOf(restartAmidReadings({ end: 'stop' })));
  expect(stopped).toContain('mosquitto version 2.0.21 terminating');
  expect(stopped).toContain('Saving in-memory database to mosquitto.db.');
  const killed = logLines(await eventsOf(restartAmidReadings({ end: 'kill' })));
  expect(killed.filter((line) => /terminating|Saving/.test(line))).toEqual([]);
});
