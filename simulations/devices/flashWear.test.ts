import { expect, test } from 'vitest';
import { entriesOfRecord, eraseCyclesAfter, FLASH_PARTITION_SECTORS, FlashWear } from './flashWear.ts';

test('a record takes a head entry and whole entries for its data', () => {
  expect([1, 32, 33, 321].map(entriesOfRecord)).toEqual([2, 2, 3, 12]);
});

test('the worked example: one small record a minute for ten years in five sectors', () => {
  const records = 60 * 24 * 365 * 10;
  // 5,256,000 records of 2 entries: 83,429 sectors filled, five of them erased from the start, 83,424 erasures on five sectors.
  expect(eraseCyclesAfter(records, 4, 5)).toBe(16_684.8);
});

test('the partition is as large as the default table leaves it', () => {
  expect(FLASH_PARTITION_SECTORS).toBe(352);
});

test('counting record by record agrees with the closed form', () => {
  const wear = new FlashWear(321, 2);
  for (let record = 1; record <= 500; record++) {
    wear.kept();
    if (record % 2 === 0) wear.removed();
    expect(wear.figures.eraseCycles).toBe(eraseCyclesAfter(record, 321, 2));
  }
  // 500 records of 12 entries fill 48 sectors: 46 erasures, 23 a sector.
  expect(wear.figures).toEqual({ writes: 750, bytesWritten: 500 * 12 * 32, sectorErases: 46, eraseCycles: 23, lifeUsed: 23 / 100_000 });
});

test('a fresh partition is not erased before it was full once', () => {
  const wear = new FlashWear(4, 2);
  for (let record = 0; record < 126; record++) wear.kept();
  expect(wear.figures.sectorErases).toBe(0);
  wear.kept();
  expect(wear.figures.sectorErases).toBe(1);
});
