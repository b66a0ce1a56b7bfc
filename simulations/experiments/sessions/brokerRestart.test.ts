import { describe, expect, it } from 'vitest';
import { connectionSteps, payloads } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type BrokerRestartSetting, brokerRestart } from './brokerRestart.ts';

interface Outcome {
  readonly steps: string | undefined;
  readonly queued: readonly string[];
  readonly retained: readonly string[];
}

async function afterRestart(setting: Partial<BrokerRestartSetting>): Promise<Outcome> {
  const events = await eventsOf(brokerRestart(setting));
  expect(events.flatMap((event) => (event.kind === 'broker' ? [event.step] : []))).toEqual([
    setting.end === 'stop' ? 'stopped' : 'killed',
    'started',
  ]);
  return {
    steps: connectionSteps(events, 'logger').at(-1),
    queued: payloads(events, 'logger'),
    retained: payloads(events, 'newcomer'),
  };
}

const KEPT: Outcome = { steps: 'connected 0 present', queued: ['reading 1', 'reading 2', 'reading 3'], retained: ['on'] };
const LOST: Outcome = { steps: 'connected 0', queued: [], retained: [] };

describe.each(['3.1.1', '5.0'] as const)('X25 three messages queued, one retained, the broker restarted, %s', (protocolVersion) => {
  it.each([
    ['stop', KEPT],
    ['kill', LOST],
    ['saveThenKill', KEPT],
  ] as const)('X25 with persistence, %s', async (end, expected) => {
    expect(await afterRestart({ protocolVersion, persistence: true, end })).toEqual(expected);
  });

  it.each(['stop', 'kill', 'saveThenKill'] as const)('X25 without persistence, %s: all is lost', async (end) => {
    expect(await afterRestart({ protocolVersion, persistence: false, end })).toEqual(LOST);
  });

  it('X25 what autosave had written survives the crash', async () => {
    const setting = { protocolVersion, persistence: true, end: 'kill', runsOnSeconds: 120 } as const;
    expect(await afterRestart({ ...setting, autosaveInterval: 60 })).toEqual(KEPT);
    expect(await afterRestart({ ...setting, autosaveInterval: 300 })).toEqual(LOST);
  });
});

it.each([
  // The logger's session and subscription, three queued messages, one retained: six changes.
  [1, KEPT],
  [6, KEPT],
  [7, LOST],
] as const)('X25 autosave_on_changes writes at every %d changes, however soon the crash comes', async (autosaveInterval, expected) => {
  const setting = { protocolVersion: '3.1.1', persistence: true, end: 'kill', autosaveOnChanges: true, autosaveInterval } as const;
  expect(await afterRestart(setting)).toEqual(expected);
});

it('X25 a 5.0 session that began with clean start 1 is lost after a clean stop, its retained neighbour is not', async () => {
  const setting = { protocolVersion: '5.0', persistence: true, end: 'stop', beganWithCleanStart: true } as const;
  expect(await afterRestart(setting)).toEqual({ ...LOST, retained: ['on'] });
});

it('X25 a client that was connected sees its connection close at once', async () => {
  const events = await eventsOf(brokerRestart({ protocolVersion: '3.1.1', persistence: true, end: 'stop' }));
  expect(connectionSteps(events, 'sensor')).toEqual(['connecting', 'connected 0', 'lost']);
});
