import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FleetAtRestSetting, fleetAtRest } from '../experiments/fleet/fleetAtRest.ts';
import { fleetResult } from '../fleet/fleetOnBroker.test-data.ts';
import {
  COURSE_MEMORY,
  type FleetMemorySetting,
  fleetMemory,
  IN_PAGE_MEMORY,
  type MemoryConstants,
  NATIVE_MEMORY,
  recalibrated,
  USUAL_TOPIC_BYTES,
} from './fleetMemory.ts';

const HOUR: FleetMemorySetting = {
  devices: 1,
  subscriptionsEach: 1,
  messagesPerHour: 60,
  awaySeconds: 3_600,
  payloadBytes: 100,
  topicBytes: USUAL_TOPIC_BYTES,
  shared: false,
  maxQueuedMessages: 0,
  maxQueuedBytes: 0,
  messageExpirySeconds: null,
  sessionExpirySeconds: null,
};
const DAY = { ...HOUR, awaySeconds: 86_400 };
const course = (setting: FleetMemorySetting) => fleetMemory(setting, COURSE_MEMORY);
const nativeMessages = (setting: FleetMemorySetting) => fleetMemory(setting, NATIVE_MEMORY).messageBytes;

describe('the figures of the course', () => {
  it('F16 F17 an hour at one a minute: 8,400 bytes; 1,000 sensors: 8.4 MB', () => {
    expect(course(HOUR)).toMatchObject({ came: 60, kept: 60, bytes: 8_400 });
    expect(course({ ...HOUR, devices: 1_000 }).bytes).toBe(8_400_000);
  });

  it('F18 a day: 201,600 bytes, but at the broker’s own limit 140,000, and the newest 440 are lost', () => {
    expect(course(DAY).bytes).toBe(201_600);
    expect(course({ ...DAY, maxQueuedMessages: 1_000 })).toMatchObject({ bytes: 140_000, dropped: 440 });
  });

  it('F19 10,000 sensors: 2.016 GB, which is 1.878 GiB', () => {
    const { bytes } = course({ ...DAY, devices: 10_000 });
    expect(bytes).toBe(2_016_000_000);
    expect((bytes / 1_024 ** 3).toFixed(3)).toBe('1.878');
  });

  it('F15 by what was measured on a native broker: 22.6 kB, 22.6 MB, 376 kB at the limit, 5.41 GB and 3.76 GB', () => {
    expect(nativeMessages(HOUR)).toBe(22_560);
    expect(nativeMessages({ ...HOUR, devices: 1_000 })).toBe(22_560_000);
    expect(nativeMessages({ ...DAY, maxQueuedMessages: 1_000 })).toBe(376_000);
    expect((nativeMessages({ ...DAY, devices: 10_000 }) / 1e9).toFixed(2)).toBe('5.41');
    expect((nativeMessages({ ...DAY, devices: 10_000, maxQueuedMessages: 1_000 }) / 1e9).toFixed(2)).toBe('3.76');
    // A broadcast of 60 messages to 1,000: 5.3 MB.
    expect((nativeMessages({ ...HOUR, devices: 1_000, shared: true }) / 1e6).toFixed(1)).toBe('5.3');
  });

  it('F96 1,000 sessions, 5 subscriptions, 10 messages: 15 MB by its own 5 KB and 10 KB, 6.28 MB on a native broker', () => {
    const fleet = { ...HOUR, devices: 1_000, subscriptionsEach: 5, messagesPerHour: 10 };
    const stated = { ...COURSE_MEMORY, session: 5_000, ownMessage: 900 };
    expect(fleetMemory(fleet, stated).bytes).toBe(15_000_000);
    expect((fleetMemory(fleet, NATIVE_MEMORY).bytes / 1e6).toFixed(2)).toBe('6.28');
  });
});

describe('a longer topic', () => {
  const more = (constants: MemoryConstants, setting: Partial<FleetMemorySetting>) => {
    const at = (topicBytes: number) => fleetMemory({ ...HOUR, ...setting, topicBytes }, constants);
    const [usual, longer] = [at(USUAL_TOPIC_BYTES), at(USUAL_TOPIC_BYTES + 40)];
    return { messages: longer.messageBytes - usual.messageBytes, subscriptions: longer.subscriptionBytes - usual.subscriptionBytes };
  };

  it('takes its bytes once in each stored message and twice in each subscription', () => {
    expect(more(NATIVE_MEMORY, {})).toEqual({ messages: 60 * 40, subscriptions: 2 * 40 });
    expect(more(NATIVE_MEMORY, { devices: 100, subscriptionsEach: 5 })).toEqual({
      messages: 100 * 60 * 40,
      subscriptions: 100 * 5 * 2 * 40,
    });
  });

  it('is stored once where all share it, and stands in each session', () => {
    expect(more(NATIVE_MEMORY, { devices: 100, shared: true })).toEqual({ messages: 60 * 40, subscriptions: 100 * 40 });
  });

  it('is left out of subscriptions by a set that leaves subscriptions out', () => {
    expect(more(COURSE_MEMORY, {}).subscriptions).toBe(0);
  });
});

describe('what holds a queue down', () => {
  it('F21 max_queued_bytes: of 25 messages of 100 bytes 350 bytes let 4 be', () => {
    expect(course({ ...HOUR, messagesPerHour: 25, maxQueuedBytes: 350 })).toMatchObject({ came: 25, kept: 4, dropped: 21 });
  });

  it('F20 message expiry does not: the stale ones keep their places', () => {
    const setting = { ...DAY, maxQueuedMessages: 1_000, messageExpirySeconds: 3_600 };
    expect(course(setting)).toMatchObject({ kept: 1_000, keptIfFreed: 60, delivered: 0 });
    expect(course({ ...HOUR, messageExpirySeconds: 600 })).toMatchObject({ kept: 60, delivered: 10 });
  });

  it('what is still fresh on the return is never more than would be kept if stale ones gave their places up', () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (messagesPerHour, awaySeconds, messageExpirySeconds, maxQueuedMessages) => {
        const { delivered, keptIfFreed, came } = course({ ...HOUR, messagesPerHour, awaySeconds, messageExpirySeconds, maxQueuedMessages });
        expect(delivered).toBeLessThanOrEqual(keptIfFreed);
        expect(keptIfFreed).toBeLessThanOrEqual(came);
      }),
    );
    // One an hour, 2.5 hours, fresh for 36 minutes: the second came half an hour ago.
    expect(course({ ...HOUR, messagesPerHour: 1, awaySeconds: 9_000, messageExpirySeconds: 2_160 })).toMatchObject({
      delivered: 1,
      keptIfFreed: 1,
    });
  });

  it('F22 the end of the session does: nothing is left', () => {
    expect(course({ ...DAY, sessionExpirySeconds: 3_600 })).toMatchObject({ sessionsLeft: 0, bytes: 0, delivered: 0, kept: 0 });
  });

  it('the course’s own formula grows with each input, and never above the limit', () => {
    const amount = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (messagesPerHour, awaySeconds, payloadBytes, maxQueuedMessages) => {
        const setting = { ...HOUR, messagesPerHour, awaySeconds, payloadBytes, maxQueuedMessages };
        const { kept, bytes } = course(setting);
        if (maxQueuedMessages > 0) expect(kept).toBeLessThanOrEqual(maxQueuedMessages);
        expect(course({ ...setting, awaySeconds: awaySeconds + 60 }).bytes).toBeGreaterThanOrEqual(bytes);
        expect(course({ ...setting, payloadBytes: payloadBytes + 1 }).bytes).toBeGreaterThanOrEqual(bytes);
      }),
    );
  });
});

describe('against the broker in the page', () => {
  const both = async (setting: Partial<FleetAtRestSetting>) => {
    const scenario = fleetAtRest({ devices: 300, ...setting });
    const result = await fleetResult(scenario);
    const { sessions, messages, messagesPerHour, awaySeconds } = scenario;
    const asked: FleetMemorySetting = {
      ...HOUR,
      devices: sessions.devices,
      subscriptionsEach: sessions.subscriptionsEach,
      messagesPerHour,
      awaySeconds,
      payloadBytes: messages.payloadBytes,
      topicBytes: sessions.topicBytes,
      shared: messages.shared,
      maxQueuedMessages: setting.maxQueuedMessages ?? 1_000,
    };
    return { result, asked, grown: result.away.heapBytes - result.empty.heapBytes };
  };

  it.each([
    ['an hour', {}],
    ['five subscriptions', { subscriptionsEach: 5 }],
    ['messages of 1,000 bytes', { payloadBytes: 1_000 }],
    ['shared ones', { shared: true }],
    ['no message at all', { messagesPerHour: 0 }],
    ['topics of 120 bytes', { topicBytes: 120 }],
    ['five subscriptions to topics of 200 bytes, and little else', { subscriptionsEach: 5, topicBytes: 200, messagesPerHour: 1 }],
    ['shared ones with topics of 200 bytes', { shared: true, topicBytes: 200 }],
    ['at the limit', { messagesPerHour: 600, maxQueuedMessages: 100 }],
  ] as const)('%s: within 8 %', async (_, setting) => {
    const { asked, grown } = await both(setting);
    expect(Math.abs(fleetMemory(asked, IN_PAGE_MEMORY).bytes / grown - 1)).toBeLessThan(0.08);
  });

  it('what a run showed makes the formula agree with it', async () => {
    for (const setting of [
      { subscriptionsEach: 3, payloadBytes: 300, topicBytes: 90 },
      { shared: true, topicBytes: 90 },
    ]) {
      const { result, asked, grown } = await both(setting);
      const { devices, subscriptionsEach, topicBytes, payloadBytes, shared } = asked;
      const constants = recalibrated(
        { ...result, sessions: result.sessions, devices, subscriptionsEach, topicBytes, payloadBytes, shared, keptEach: 60 },
        IN_PAGE_MEMORY,
      );
      expect(Math.abs(fleetMemory(asked, constants).bytes / grown - 1)).toBeLessThan(1e-9);
    }
  });

  it('the messages that the formula counts are those that came, were kept and arrived', async () => {
    const { result, asked } = await both({ messagesPerHour: 100, maxQueuedMessages: 80, wakes: 1 });
    const { came, kept, dropped, delivered } = fleetMemory(asked, IN_PAGE_MEMORY);
    expect([result.sent, result.away.storedMessages, result.dropped, result.delivered]).toEqual(
      [came, kept, dropped, delivered].map((each) => each * 300),
    );
  });
});
