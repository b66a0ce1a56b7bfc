import { describe, expect, it } from 'vitest';
import { connectionSteps, packets, payloads, received, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { QUEUE_LIMIT_DEFAULTS, type QueueLimitSetting, queueLimit, returnAtMs } from './queueLimit.ts';
import { COUNTER_READER } from './sessionScenario.ts';

const numbers = (from: number, below: number) => Array.from({ length: below - from }, (_, index) => String(from + index));

describe.each(['3.1.1', '5.0'] as const)('MQTT %s', (protocolVersion) => {
  const run = async (change: Partial<QueueLimitSetting>) => {
    const setting = { ...QUEUE_LIMIT_DEFAULTS, protocolVersion, ...change };
    const events = await eventsOf(queueLimit(setting));
    const returnsAt = returnAtMs(setting);
    const came = received(events, 'valve');
    const acknowledged = packets(events, 'sender', 'downlink', 'PUBACK');
    // Four bytes: the packet id and no reason code, which in 5.0 means success.
    for (const { bytes } of acknowledged) expect(bytes).toHaveLength(4);
    const { inFlight, queued } = sessionsAt(events, returnsAt).find(({ clientId }) => clientId === 'valve-07')?.outgoing ?? {};
    return {
      payloads: payloads(events, 'valve'),
      cameBeforeReturn: came.filter(({ at }) => at < returnsAt * 1_000).length,
      acknowledged: acknowledged.length,
      held: { inFlight: inFlight?.messages, queued: queued?.messages },
      droppedCounter: payloads(events, COUNTER_READER),
      steps: connectionSteps(events, 'valve'),
    };
  };

  it('X9 away, a limit of 10, 25 published: 0 to 9 wait for it, all 25 are acknowledged, the counter says 15', async () => {
    expect(await run({})).toEqual({
      payloads: numbers(0, 10),
      cameBeforeReturn: 0,
      acknowledged: 25,
      held: { inFlight: 0, queued: 10 },
      droppedCounter: ['0', '15'],
      steps: ['connecting', 'connected 0', 'disconnected', 'connecting', 'connected 0 present'],
    });
  });

  it('X9 as many as the limit: nothing is dropped', async () => {
    const { payloads: came, droppedCounter } = await run({ messages: 10 });
    expect(came).toEqual(numbers(0, 10));
    expect(droppedCounter).toEqual(['0']);
  });

  it('X10 silent, a limit of 10, 100 published: 20 in flight and 30 queued arrive, 50 are lost', async () => {
    expect(await run({ subscriberIs: 'silent', messages: 100 })).toEqual({
      payloads: numbers(0, 50),
      cameBeforeReturn: 20,
      acknowledged: 100,
      held: { inFlight: 20, queued: 30 },
      droppedCounter: ['0', '50'],
      steps: ['connecting', 'connected 0'],
    });
  });

  it.each([
    { queueLimit: 40, inFlightLimit: 20 },
    { queueLimit: 10, inFlightLimit: 5 },
    { queueLimit: 1, inFlightLimit: 1 },
  ])('X10 silent: the window twice and the limit are kept ($inFlightLimit, $queueLimit)', async (limits) => {
    const { payloads: came, cameBeforeReturn, held } = await run({ subscriberIs: 'silent', messages: 100, ...limits });
    expect(came).toEqual(numbers(0, 2 * limits.inFlightLimit + limits.queueLimit));
    expect(cameBeforeReturn).toBe(limits.inFlightLimit);
    expect(held).toEqual({ inFlight: limits.inFlightLimit, queued: limits.inFlightLimit + limits.queueLimit });
  });

  it('X11 the broker’s own limit is 1000: of 1500 the first thousand arrive, in order', async () => {
    const { payloads: came, acknowledged, droppedCounter } = await run({ queueLimit: null, messages: 1_500 });
    expect(came).toEqual(numbers(0, 1_000));
    expect(acknowledged).toBe(1_500);
    expect(droppedCounter).toEqual(['0', '500']);
  });

  it('X11 without a limit all 1500 arrive', async () => {
    expect((await run({ queueLimit: 0, messages: 1_500 })).payloads).toEqual(numbers(0, 1_500));
  });
});
