import { describe, expect, it } from 'vitest';
import { queueFates } from '../../measures/queueFates.ts';
import { counterAt, logLines, packets, payloads } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { QOS_TWO_BURST_DEFAULTS, type QosTwoBurstSetting, qosTwoBurst } from './qosTwoBurst.ts';
import { COMMANDER, DROPPED_COUNTER, VALVE, WATCHER } from './waitingMessages.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `open ${from + index}`);
/** Where the reason code stands in an answer that has one. [v5.0 §3.5.2.1] */
const REASON_AT = 4;
const QUOTA_EXCEEDED = 0x97;

async function run(change: Partial<QosTwoBurstSetting>) {
  const setting = { ...QOS_TWO_BURST_DEFAULTS, ...change };
  const events = await eventsOf(qosTwoBurst(setting));
  const answers = (type: string) => packets(events, COMMANDER.name, 'downlink', type);
  const story = { publisher: COMMANDER.name, subscriber: VALVE.name, clientId: VALVE.clientId };
  return {
    completed: answers('PUBCOMP').length,
    quotaExceeded: answers('PUBREC').filter(({ bytes }) => bytes[REASON_AT] === QUOTA_EXCEEDED).length,
    got: payloads(events, VALVE.name),
    refusalsLogged: logLines(events).filter((line) => /^Sending PUBREC to web-app .*rc151/.test(line)).length,
    counted: counterAt(events, WATCHER.name, DROPPED_COUNTER, 60_000),
    fates: queueFates(events, { ...story, publisherVersion: setting.protocolVersion }).map(({ fate }) => fate),
  };
}
const told = (fates: readonly string[]) =>
  Object.fromEntries([...new Set(fates)].map((fate) => [fate, fates.filter((one) => one === fate).length]));

describe('X28 100 QoS 2 messages on MQTT 3.1.1', () => {
  it('X28 all at once: 100 PUBCOMP, the first 20 delivered, 80 gone without a count; the log alone knows of quota exceeded', async () => {
    const { completed, got, counted, fates, refusalsLogged } = await run({});
    expect(completed).toBe(100);
    expect(got).toEqual(numbers(1, 20));
    expect(counted).toBe(0);
    expect(refusalsLogged).toBe(80);
    expect(told(fates)).toEqual({ delivered: 20, dropped: 80 });
  });

  it('X28 a window of 20: all 100', async () => {
    const { completed, got } = await run({ window: 20 });
    expect(completed).toBe(100);
    expect(got).toEqual(numbers(1, 100));
  });

  it('X28 a window of 21 loses the 21st of each: 96', async () => {
    const { completed, got } = await run({ window: 21 });
    expect(completed).toBe(100);
    expect(got).toEqual(numbers(1, 100).filter((_, index) => ![20, 41, 62, 83].includes(index)));
  });

  it.each([20, 21, 100])('X28 max_inflight_messages 0, a window of %i: all 100', async (window) => {
    const { completed, got } = await run({ window, inFlight: 0 });
    expect(completed).toBe(100);
    expect(got).toEqual(numbers(1, 100));
  });
});

describe('X28 100 QoS 2 messages on MQTT 5.0', () => {
  it('X28 all at once: 40 refused with 0x97, quota exceeded; 60 completed and delivered', async () => {
    const { completed, quotaExceeded, got, fates } = await run({ protocolVersion: '5.0' });
    expect({ completed, quotaExceeded, got: got.length }).toEqual({ completed: 60, quotaExceeded: 40, got: 60 });
    expect(got.slice(0, 20)).toEqual(numbers(1, 20));
    expect(told(fates)).toEqual({ delivered: 60, refused: 40 });
  });

  it.each([
    { window: 20, inFlight: 20, refused: 0 },
    { window: 21, inFlight: 20, refused: 4 },
    { window: 100, inFlight: 0, refused: 0 },
  ])('X28 a window of $window at max_inflight_messages $inFlight: $refused refused', async ({ refused, ...change }) => {
    const { completed, quotaExceeded, got } = await run({ protocolVersion: '5.0', ...change });
    expect({ completed, quotaExceeded, got: got.length }).toEqual({ completed: 100 - refused, quotaExceeded: refused, got: 100 - refused });
  });

  it.each([
    [20, 20],
    [0, null],
  ])('X28 CONNACK tells of max_inflight_messages %i: Receive Maximum %s', async (inFlight, receiveMaximum) => {
    const events = await eventsOf(qosTwoBurst({ protocolVersion: '5.0', messages: 1, inFlight }));
    const [connack] = packets(events, COMMANDER.name, 'downlink', 'CONNACK');
    const bytes = [...(connack?.bytes ?? [])];
    // Property 0x21, two bytes. [v5.0 §3.2.2.3.3]
    const at = bytes.indexOf(0x21);
    expect(at < 0 ? null : (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0)).toBe(receiveMaximum);
  });
});
