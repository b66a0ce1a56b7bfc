import { describe, expect, it } from 'vitest';
import { eraseCyclesAfter, FLASH_ENDURANCE_CYCLES } from '../devices/flashWear.ts';
import { bufferFit } from '../devices/offlineBuffer.ts';
import { drainSeconds, flashYears, overflowOf, readingsDuring, recordsPerYear, slotsLastSeconds } from './bufferSize.ts';
import { recordLayout } from './recordLayout.ts';

const HOUR = 3_600;
const COURSE = { form: 'slots', topicRoom: 64, payloadRoom: 256, topicBytes: 12, payloadBytes: 20, stamp: 'none' } as const;
const PACKED = { ...COURSE, form: 'packed' } as const;

describe('a record', () => {
  it('of the course: 64 + 256 + 1 = 321 bytes without padding, 100 of them 32,100 bytes or 31.35 KiB', () => {
    const { bytes, padding, members } = recordLayout(COURSE);
    expect([bytes, padding]).toEqual([321, 0]);
    expect(members.map(({ name, offset }) => [name, offset])).toEqual([
      ['topic', 0],
      ['payload', 64],
      ['qos', 320],
    ]);
    expect(100 * bytes).toBe(32_100);
    expect(((100 * bytes) / 1_024).toFixed(2)).toBe('31.35');
  });

  it('with a time: 328 bytes with 32 bits, 336 with 64', () => {
    expect(recordLayout({ ...COURSE, stamp: 'seconds32' })).toMatchObject({ bytes: 328, padding: 3 });
    expect(recordLayout({ ...COURSE, stamp: 'seconds64' })).toMatchObject({ bytes: 336, padding: 7 });
  });

  it('packed: 5 + 12 + 20 = 37 bytes', () => {
    expect(recordLayout(PACKED)).toMatchObject({ bytes: 37, padding: 0 });
    expect(recordLayout({ ...PACKED, stamp: 'seconds32' }).bytes).toBe(41);
  });

  it('is the sum of its members and its padding, and never padded by more than a member less one', () => {
    for (const stamp of ['none', 'seconds32', 'seconds64'] as const)
      for (let topicRoom = 2; topicRoom < 40; topicRoom++) {
        const { members, padding, bytes } = recordLayout({ ...COURSE, topicRoom, stamp });
        expect(members.reduce((sum, member) => sum + member.bytes, padding)).toBe(bytes);
        expect(padding).toBeLessThan(16);
        for (const member of members) if (member.name === 'made') expect(member.offset % member.bytes).toBe(0);
      }
  });
});

describe('the table of sizes', () => {
  it.each([
    ['1/min', 1 / 60, 1 * HOUR, 60, 19_260, 2_220],
    ['1/min', 1 / 60, 24 * HOUR, 1_440, 462_240, 53_280],
    ['1/s', 1, 1 * HOUR, 3_600, 1_155_600, 133_200],
  ])('%s over the outage', (_, rate, outage, readings, bytes, packed) => {
    const n = readingsDuring(rate, outage);
    expect([n, n * recordLayout(COURSE).bytes, n * recordLayout(PACKED).bytes]).toEqual([readings, bytes, packed]);
  });

  it('1,155,600 bytes are 1.16 MB; a day of one a minute is more than the static RAM of an ESP32', () => {
    expect((1_155_600 / 1e6).toFixed(2)).toBe('1.16');
    const buffer = { whenFull: 'dropOldest', drainEveryMs: 0 } as const;
    expect(bufferFit({ ...buffer, place: 'ram', slots: 1_440 }, 321)).toMatchObject({ neededBytes: 462_240, fits: false });
    expect(bufferFit({ ...buffer, place: 'ram', slots: 1_440 }, 37).fits).toBe(true);
  });

  it('100 slots last 100 minutes at one a minute and 100 s at one a second', () => {
    expect(slotsLastSeconds(100, 1 / 60)).toBeCloseTo(6_000, 9);
    expect(slotsLastSeconds(100, 1)).toBe(100);
  });
});

describe('readings of an outage', () => {
  it('are never fewer than the exact product, by less than one, and grow with rate and time', () => {
    for (const rate of [1 / 86_400, 1 / 600, 1 / 60, 0.1, 1 / 3, 1, 7.5, 50])
      for (const outage of [1, 59, 60, 61, 119.5, 3_600, 86_400]) {
        const n = readingsDuring(rate, outage);
        expect(n).toBeGreaterThanOrEqual(rate * outage - 1e-6);
        expect(n).toBeLessThan(rate * outage + 1);
        expect(readingsDuring(rate, outage * 2)).toBeGreaterThanOrEqual(n);
        expect(readingsDuring(rate * 2, outage)).toBeGreaterThanOrEqual(n);
      }
    expect(readingsDuring(1 / 3, 3)).toBe(1);
  });

  it('that do not fit are lost', () => {
    expect(overflowOf(60, 100)).toBe(0);
    expect(overflowOf(1_440, 100)).toBe(1_340);
  });
});

describe('emptying', () => {
  it('takes longer the faster new readings come, and for ever when they come as fast', () => {
    expect(drainSeconds({ held: 101, ratePerSecond: 0, drainPerSecond: 5 })).toBe(20);
    expect(drainSeconds({ held: 101, ratePerSecond: 1, drainPerSecond: 5 })).toBe(25);
    expect(drainSeconds({ held: 101, ratePerSecond: 5, drainPerSecond: 5 })).toBeNull();
    expect(drainSeconds({ held: 1, ratePerSecond: 5, drainPerSecond: 5 })).toBe(0);
    expect(drainSeconds({ held: 101, ratePerSecond: 1, drainPerSecond: Number.POSITIVE_INFINITY })).toBe(0);
  });
});

describe('flash', () => {
  it('lasts so long that its erase cycles come to what the datasheet promises', () => {
    for (const perYear of [60 * 365, 1_440 * 365, 3_600 * 24 * 365]) {
      const years = flashYears(perYear, 321);
      expect(eraseCyclesAfter(Math.floor(perYear * years), 321) / FLASH_ENDURANCE_CYCLES).toBeCloseTo(1, 3);
    }
    expect(flashYears(0, 321)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is written for every reading when the oldest makes way, else no more than fits', () => {
    expect(recordsPerYear(1_440, 100, 'dropOldest', 10)).toBe(14_400);
    expect(recordsPerYear(1_440, 100, 'dropNewest', 10)).toBe(1_000);
    expect(recordsPerYear(1_440, 100, 'refuse', 10)).toBe(1_000);
  });
});
