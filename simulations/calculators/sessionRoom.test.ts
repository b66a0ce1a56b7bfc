import { describe, expect, it } from 'vitest';
import {
  confDuration,
  FEWEST_QUEUED,
  LONGEST_EXPIRY_SECONDS,
  MOST_QUEUED,
  type SessionRoomSetting,
  SHORTEST_EXPIRY_SECONDS,
  sessionRoom,
} from './sessionRoom.ts';

const HOUR = 3_600;
const usual: SessionRoomSetting = { awaySeconds: HOUR, absences: 1, messagesPerHour: 12, payloadBytes: 100 };
const AWAYS = [0, 1, 59, 60, 61, 900, HOUR, 86_400, 7 * 86_400, 31_536_000];
const RATES = [0, 0.1, 1, 12, 60, 720, 10_000, 1_000_000];

describe('the room of a session', () => {
  it('a command receiver: an hour, twice twelve commands', () => {
    expect(sessionRoom(usual)).toEqual({
      expirySeconds: HOUR,
      queuedMessages: 24,
      isCut: false,
      fullBytes: 1_536 + 504 + 24 * (76 + 130 + 100),
      brokerExpiration: '1h',
    });
  });

  it('a sleeping actuator: three sleeps of a quarter of an hour', () => {
    expect(sessionRoom({ awaySeconds: 900, absences: 3, messagesPerHour: 12, payloadBytes: 50 })).toMatchObject({
      expirySeconds: 2_700,
      queuedMessages: 18,
    });
  });

  it('grows with absence, rate and absences in a row, within its bounds', () => {
    for (const messagesPerHour of RATES) {
      let before = sessionRoom({ ...usual, messagesPerHour, awaySeconds: 0 });
      for (const awaySeconds of AWAYS) {
        const room = sessionRoom({ ...usual, messagesPerHour, awaySeconds });
        const threefold = sessionRoom({ ...usual, messagesPerHour, awaySeconds, absences: 3 });
        for (const grown of [room, threefold]) {
          expect(grown.expirySeconds).toBeGreaterThanOrEqual(before.expirySeconds);
          expect(grown.queuedMessages).toBeGreaterThanOrEqual(before.queuedMessages);
          expect(grown.fullBytes).toBeGreaterThanOrEqual(before.fullBytes);
        }
        expect(room.expirySeconds).toBeGreaterThanOrEqual(Math.max(SHORTEST_EXPIRY_SECONDS, awaySeconds));
        expect(room.expirySeconds).toBeLessThanOrEqual(LONGEST_EXPIRY_SECONDS);
        expect(room.queuedMessages).toBeGreaterThanOrEqual(FEWEST_QUEUED);
        expect(room.queuedMessages).toBeLessThanOrEqual(MOST_QUEUED);
        const comes = (messagesPerHour * awaySeconds) / HOUR;
        expect(room.isCut || room.queuedMessages >= 2 * comes).toBe(true);
        before = room;
      }
    }
  });

  it('whole numbers, whatever is asked', () => {
    const room = sessionRoom({ awaySeconds: 61.5, absences: 1, messagesPerHour: 333.3, payloadBytes: 1 });
    expect(Number.isInteger(room.expirySeconds)).toBe(true);
    expect(Number.isInteger(room.queuedMessages)).toBe(true);
  });

  it('says when a queue would have to be too long', () => {
    expect(sessionRoom({ ...usual, awaySeconds: 31_536_000, messagesPerHour: 10_000 })).toMatchObject({
      isCut: true,
      queuedMessages: MOST_QUEUED,
    });
  });

  it.each([
    [0, '1h'],
    [HOUR, '1h'],
    [HOUR + 1, '2h'],
    [2 * 86_400, '48h'],
    [2 * 86_400 + 1, '3d'],
    [31_536_000, '365d'],
  ])('%i seconds are %s in mosquitto.conf', (seconds, duration) => {
    expect(confDuration(seconds)).toBe(duration);
  });
});
