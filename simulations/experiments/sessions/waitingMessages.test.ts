import { describe, expect, it } from 'vitest';
import { type QueueFate, queueFates } from '../../measures/queueFates.ts';
import { counterAt, logLines, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import {
  COMMANDER,
  DROPPED_COUNTER,
  VALVE,
  VALVE_GOES_AT_MS,
  valveReturnsAtMs,
  WAITING_MESSAGES_DEFAULTS,
  WATCHER,
  type WaitingBatch,
  type WaitingMessagesSetting,
  waitingMessages,
} from './waitingMessages.ts';

const batch = (name: string, messages: number, qos: 0 | 1 | 2 = 1, more: Partial<WaitingBatch> = {}): WaitingBatch => ({
  name,
  messages,
  qos,
  afterMs: 500,
  everyMs: 100,
  ...more,
});

/** Equal neighbours together: `10 delivered, 15 dropped`. */
function inWords(fates: readonly QueueFate[]): string {
  const runs: { fate: QueueFate; count: number }[] = [];
  for (const fate of fates) {
    const last = runs.at(-1);
    if (last?.fate === fate) last.count++;
    else runs.push({ fate, count: 1 });
  }
  return runs.map(({ fate, count }) => `${count} ${fate}`).join(', ');
}

async function run(change: Partial<WaitingMessagesSetting>) {
  const setting = { ...WAITING_MESSAGES_DEFAULTS, ...change };
  const events = await eventsOf(waitingMessages(setting));
  const returnsAt = valveReturnsAtMs(setting);
  const publisherVersion = setting.batches.some(({ lifetimeSeconds }) => lifetimeSeconds != null) ? '5.0' : setting.protocolVersion;
  const story = { publisher: COMMANDER.name, subscriber: VALVE.name, clientId: VALVE.clientId, publisherVersion };
  const messages = queueFates(events, story);
  const held = sessionsAt(events, returnsAt - 1).find(({ clientId }) => clientId === VALVE.clientId)?.outgoing;
  return {
    fates: inWords(messages.map(({ fate }) => fate)),
    answers: messages.map(({ answer }) => answer),
    held: held === undefined ? null : [held.inFlight.messages, held.queued.messages, held.queued.bytes],
    counted: counterAt(events, WATCHER.name, DROPPED_COUNTER, returnsAt),
    lines: logLines(events).filter((line) => /being dropped|^Expiring client/.test(line)),
  };
}
const DROPPING = 'Outgoing messages are being dropped for client valve-07.';
const EXPIRING = 'Expiring client valve-07 due to timeout.';

describe.each(['3.1.1', '5.0'] as const)('messages for a valve that is away, MQTT %s', (protocolVersion) => {
  it('a limit of 10 messages keeps the oldest ten, and every publisher hears of success', async () => {
    const { fates, answers, held, counted, lines } = await run({ protocolVersion });
    expect(fates).toBe('10 delivered, 15 dropped');
    expect(answers).toEqual(answers.map(() => 0));
    expect(held?.slice(0, 2)).toEqual([0, 10]);
    expect(counted).toBe(15);
    expect(lines).toEqual([DROPPING]);
  });

  it.each([
    [1_000, 10],
    [950, 10],
    [901, 10],
    [900, 9],
    [50, 1],
    [0, 25],
  ])('max_queued_bytes %i counts payloads, and takes one more as long as fewer wait: %i of 100 bytes', async (queuedBytes, kept) => {
    const batches = [batch('open', 25, 1, { payloadBytes: 100 })];
    const { held, counted } = await run({ protocolVersion, queuedMessages: 0, queuedBytes, batches });
    expect(held).toEqual([0, kept, kept * 100]);
    expect(counted).toBe(25 - kept);
  });

  it('ten messages whose lifetime is over hold all ten places: nothing is delivered', async () => {
    const batches = [batch('stale', 10, 1, { lifetimeSeconds: 2 }), batch('fresh', 5, 1, { afterMs: 4_500 })];
    expect(await run({ protocolVersion, batches })).toMatchObject({ fates: '10 expired, 5 dropped', counted: 5 });
    expect(await run({ protocolVersion, batches, queuedMessages: 0 })).toMatchObject({ fates: '10 expired, 5 delivered', counted: 0 });
  });

  it('QoS 0 does not wait, and is not even counted as dropped; with queue_qos0_messages it waits', async () => {
    const batches = [batch('zero', 3, 0), batch('one', 3, 1), batch('two', 3, 2)];
    expect(await run({ protocolVersion, batches })).toMatchObject({ fates: '3 dropped, 6 delivered', counted: 0 });
    expect(await run({ protocolVersion, batches, queueQos0Messages: true })).toMatchObject({ fates: '9 delivered' });
    expect(await run({ protocolVersion, batches, subscriptionQos: 0 })).toMatchObject({ fates: '9 dropped', counted: 0 });
  });

  it('waiting QoS 0 messages do not count towards the limit; a full queue takes none', async () => {
    const queueQos0Messages = true;
    const zeroFirst = [batch('zero', 12, 0), batch('one', 12, 1)];
    expect(await run({ protocolVersion, queueQos0Messages, batches: zeroFirst })).toMatchObject({ fates: '22 delivered, 2 dropped' });
    const zeroLast = [batch('one', 12, 1), batch('zero', 12, 0)];
    expect(await run({ protocolVersion, queueQos0Messages, batches: zeroLast })).toMatchObject({ fates: '10 delivered, 14 dropped' });
  });

  it('a valve that is connected and silent: 20 in flight, and 20 more queued than the limit says', async () => {
    const batches = [batch('open', 60)];
    const { fates, held } = await run({ protocolVersion, batches, valveIs: 'silent' });
    expect(held?.slice(0, 2)).toEqual([20, 30]);
    expect(fates).toBe('50 delivered, 10 dropped');
    expect((await run({ protocolVersion, batches, valveIs: 'silent', inFlight: 0 })).fates).toBe('60 delivered');
  });

  it('persistent_client_expiration 1h ends the session of whoever is away for longer', async () => {
    const HOUR_MS = 3_600_000;
    const setting = {
      protocolVersion,
      batches: [batch('open', 10, 1, { afterMs: HOUR_MS / 6, everyMs: HOUR_MS / 6 })],
      awayMs: 2 * HOUR_MS,
    };
    const gone = await run({ ...setting, persistentClientExpiration: '1h' });
    expect(gone.fates).toMatch(/^[56] goneWithSession, [45] noSession$/);
    expect(gone.lines).toEqual([EXPIRING]);
    // In 5.0 the publisher is told that nobody was there.
    expect(gone.answers.at(-1)).toBe(protocolVersion === '5.0' ? 0x10 : 0);
    expect((await run(setting)).fates).toBe('10 delivered');
  });
});

it('a session expiry of 20 s takes what waits with it, and only it', async () => {
  const batches = [batch('open', 10, 1, { afterMs: 2_500, everyMs: 2_500 })];
  const setting = { protocolVersion: '5.0', batches, awayMs: 30_000 } as const;
  const gone = await run({ ...setting, sessionExpirySeconds: 20 });
  expect(gone).toMatchObject({ fates: '8 goneWithSession, 2 noSession', held: null, lines: [EXPIRING] });
  expect((await run({ ...setting, sessionExpirySeconds: 60 })).fates).toBe('10 delivered');
});

it('the valve returns at the earliest a second after the last message', () => {
  const batches = [batch('open', 11, 1, { afterMs: 500, everyMs: 100 })];
  expect(valveReturnsAtMs({ batches, awayMs: 0 })).toBe(VALVE_GOES_AT_MS + 2_500);
  expect(valveReturnsAtMs({ batches, awayMs: 9_000 })).toBe(VALVE_GOES_AT_MS + 9_000);
});

it('a publisher whose cable is pulled: what it sends then never reaches the broker', async () => {
  const scenario = waitingMessages();
  const pulled = { atMs: VALVE_GOES_AT_MS + 1_450, client: COMMANDER.name, do: 'pullCable' } as const;
  const events = await eventsOf({ ...scenario, script: [...(scenario.script ?? []), pulled] });
  const story = { publisher: COMMANDER.name, subscriber: VALVE.name, clientId: VALVE.clientId, publisherVersion: '3.1.1' } as const;
  const fates = queueFates(events, story).map(({ fate }) => fate);
  expect(fates).toHaveLength(25);
  expect(inWords(fates)).toMatch(/^[45] delivered, 2[01] notArrived$/);
});
