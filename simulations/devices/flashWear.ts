// What a buffer in flash costs the flash. A log as ESP-IDF's NVS library writes it ("Non-Volatile Storage Library", ESP-IDF Programming Guide): entries of 32 bytes, 126 to a
// sector of 4,096 (the rest is its header and the map of entry states); a record is one head entry and its data; taking one out only clears bits in the map. A full sector
// makes way for the next, round and round, and is erased before it is used again. Endurance: 100,000 erase cycles a sector (Winbond, W25Q32JV datasheet).
// Left out: NVS's own names and index entries; copies of live records when a sector is reclaimed (a queue's oldest sector is empty by then, as long as one is spare);
// what else the program writes there; early failures, heat, and the chip's program time.
import { assert } from '../engine/assert.ts';

/** The smallest piece that can be erased. Bytes. */
export const FLASH_SECTOR_BYTES = 4_096;
export const FLASH_ENTRY_BYTES = 32;
export const ENTRIES_PER_SECTOR = 126;
/** Erase cycles that the datasheet promises for each sector. */
export const FLASH_ENDURANCE_CYCLES = 100_000;
/** A partition of 0x160000 bytes: what the default table of arduino-esp32 leaves for data in 4 MB of flash. */
export const FLASH_PARTITION_SECTORS = 0x160000 / FLASH_SECTOR_BYTES;

export interface FlashWearFigures {
  /** Writing calls: one for each record kept, one for each taken out. */
  readonly writes: number;
  readonly bytesWritten: number;
  /** Sectors erased, all together. */
  readonly sectorErases: number;
  /** Erase cycles of each sector so far, spread evenly: N_erase / S. */
  readonly eraseCycles: number;
  /** Share of the promised endurance that is used up. 0 to 1 and on. */
  readonly lifeUsed: number;
}

/** Entries that a record of `recordBytes` takes: e = 1 + ⌈b / 32⌉. A record of 321 bytes: 12. */
export function entriesOfRecord(recordBytes: number): number {
  return 1 + Math.ceil(recordBytes / FLASH_ENTRY_BYTES);
}

/**
 * Erase cycles of each sector after `records` records: c = max(0, ⌈n e / 126⌉ - S) / S.
 * n: records; e: entries of one; S: sectors of the partition, all erased at first. 10 years, one record of 4 bytes a minute, 5 sectors: 16,684.8.
 */
export function eraseCyclesAfter(records: number, recordBytes: number, sectors = FLASH_PARTITION_SECTORS): number {
  return sectorErasesAfter(records * entriesOfRecord(recordBytes), sectors) / sectors;
}

function sectorErasesAfter(entries: number, sectors: number): number {
  return Math.max(0, Math.ceil(entries / ENTRIES_PER_SECTOR) - sectors);
}

/** Counts what a log of records of one size does to its partition. */
export class FlashWear {
  readonly #recordBytes: number;
  readonly #sectors: number;
  #kept = 0;
  #removed = 0;

  /** @param sectors of the partition, at least 2: one is always spare. */
  constructor(recordBytes: number, sectors = FLASH_PARTITION_SECTORS) {
    assert(sectors >= 2, `a log in flash needs two sectors, not ${sectors}`);
    this.#recordBytes = recordBytes;
    this.#sectors = sectors;
  }

  kept(): void {
    this.#kept++;
  }

  removed(): void {
    this.#removed++;
  }

  clone(): FlashWear {
    const copy = new FlashWear(this.#recordBytes, this.#sectors);
    copy.#kept = this.#kept;
    copy.#removed = this.#removed;
    return copy;
  }

  get figures(): FlashWearFigures {
    const entries = this.#kept * entriesOfRecord(this.#recordBytes);
    const sectorErases = sectorErasesAfter(entries, this.#sectors);
    const eraseCycles = sectorErases / this.#sectors;
    return {
      writes: this.#kept + this.#removed,
      bytesWritten: entries * FLASH_ENTRY_BYTES,
      sectorErases,
      eraseCycles,
      lifeUsed: eraseCycles / FLASH_ENDURANCE_CYCLES,
    };
  }
}
