import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gibibytes, megabytes, type QueueMemorySetting, queueMemory } from './queueMemory.ts';

const HOUR: QueueMemorySetting = { sessions: 1, perMinute: 1, awayMinutes: 60, payloadBytes: 100, overheadBytes: 40, limit: 0 };
const DAY = { ...HOUR, awayMinutes: 1_440 };
/** Of Mosquitto 2.0 on a 64-bit machine, for a message of 100 bytes that one session alone holds. */
const MEASURED_OVERHEAD = 276;

describe('the four figures of the course', () => {
  it('an hour at one a minute: 8,400 bytes; 1,000 sensors: 8.4 MB', () => {
    expect(queueMemory(HOUR)).toEqual({ messages: 60, kept: 60, bytesPerSession: 8_400, bytes: 8_400 });
    expect(megabytes(queueMemory({ ...HOUR, sessions: 1_000 }).bytes)).toBe(8.4);
  });

  it('a day: 201,600 bytes, but at the broker’s own limit of 1,000 messages it is 140,000, and the newest 440 are lost', () => {
    expect(queueMemory(DAY).bytes).toBe(201_600);
    const { messages, kept, bytes } = queueMemory({ ...DAY, limit: 1_000 });
    expect([bytes, messages - kept]).toEqual([140_000, 440]);
  });

  it('10,000 sensors: 2.016 GB, which is 1.878 GiB', () => {
    const { bytes } = queueMemory({ ...DAY, sessions: 10_000 });
    expect(bytes).toBe(2_016_000_000);
    expect(gibibytes(bytes).toFixed(3)).toBe('1.878');
  });

  it('with the overhead that was measured: 22.6 kB, 22.6 MB, 376 kB at the limit, 5.41 GB and 3.76 GB', () => {
    const real = { overheadBytes: MEASURED_OVERHEAD };
    expect(queueMemory({ ...HOUR, ...real }).bytes).toBe(22_560);
    expect(megabytes(queueMemory({ ...HOUR, ...real, sessions: 1_000 }).bytes)).toBe(22.56);
    expect(queueMemory({ ...DAY, ...real, limit: 1_000 }).bytes).toBe(376_000);
    expect((megabytes(queueMemory({ ...DAY, ...real, sessions: 10_000 }).bytes) / 1_000).toFixed(2)).toBe('5.41');
    expect((megabytes(queueMemory({ ...DAY, ...real, sessions: 10_000, limit: 1_000 }).bytes) / 1_000).toFixed(2)).toBe('3.76');
  });
});

it('grows with each input, and never above the limit', () => {
  const amount = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(amount, amount, amount, amount, (perMinute, awayMinutes, payloadBytes, limit) => {
      const setting = { sessions: 3, perMinute, awayMinutes, payloadBytes, overheadBytes: 40, limit };
      const { kept, bytes } = queueMemory(setting);
      if (limit > 0) expect(kept).toBeLessThanOrEqual(limit);
      expect(queueMemory({ ...setting, awayMinutes: awayMinutes + 1 }).bytes).toBeGreaterThanOrEqual(bytes);
      expect(queueMemory({ ...setting, payloadBytes: payloadBytes + 1 }).bytes).toBeGreaterThanOrEqual(bytes);
    }),
  );
});
