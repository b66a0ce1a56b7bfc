// The wear of flash, counted on a run of the real broker.
import { expect, test } from 'vitest';
import { fromMilliseconds } from '../engine/time.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { offlinePublisher } from '../experiments/sessions/offlinePublisher.ts';
import type { OfflineBufferScenario } from '../program.ts';
import { Recording } from '../worker/recording.ts';

const buffer: OfflineBufferScenario = { place: 'flash', slots: 100, whenFull: 'dropOldest', drainEveryMs: 200 };

async function recorded(change: Partial<OfflineBufferScenario>): Promise<Recording> {
  const scenario = offlinePublisher({ buffer: { ...buffer, ...change } });
  const recording = new Recording(scenario);
  for (const event of await eventsOf(scenario)) recording.add(event);
  return recording;
}

const counted = (recording: Recording, kinds: readonly string[]) =>
  recording.events.filter((event) => event.kind === 'buffer' && kinds.includes(event.change)).length;
const flashAt = (recording: Recording, ms: number) => {
  const at = fromMilliseconds(ms);
  return recording.view({ at, from: at, to: at, logLines: 0 }).flash;
};
const AFTER_ALL = 3_600_000;

test('each reading kept is written, each handed over is struck out', async () => {
  const recording = await recorded({});
  const kept = counted(recording, ['kept']);
  expect(kept).toBeGreaterThan(5);
  expect(counted(recording, ['handedOver'])).toBe(kept);
  // `house/temp`, `reading n` and three bytes more: one head entry and one for the data.
  expect(flashAt(recording, AFTER_ALL)).toMatchObject([
    {
      client: 'sensor',
      recordBytes: expect.toSatisfy((bytes: number) => bytes > 10 && bytes <= 32),
      wear: { writes: 2 * kept, bytesWritten: kept * 64, sectorErases: 0 },
    },
  ]);
});

test('a reading that takes the place of the oldest costs both', async () => {
  const recording = await recorded({ slots: 3 });
  const [kept, dropped, left] = [['kept'], ['droppedOldest'], ['handedOver']].map((kinds) => counted(recording, kinds));
  expect(dropped).toBeGreaterThan(0);
  const [flash] = flashAt(recording, AFTER_ALL);
  expect(flash?.wear.writes).toBe((kept ?? 0) + (left ?? 0) + 2 * (dropped ?? 0));
});

test('going back tells what it was', async () => {
  const recording = await recorded({});
  const early = flashAt(recording, 25_000);
  expect(early[0]?.wear.writes).toBeGreaterThan(0);
  expect(flashAt(recording, AFTER_ALL)[0]?.wear.writes).toBeGreaterThan(early[0]?.wear.writes ?? 0);
  expect(flashAt(recording, 25_000)).toEqual(early);
});

test('no other memory is asked', async () => {
  for (const place of ['ram', 'rtc'] as const) expect(flashAt(await recorded({ place }), AFTER_ALL)).toEqual([]);
});
