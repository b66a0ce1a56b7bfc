// The buffer in which a program keeps what it cannot send while it has no connection: a queue of fixed slots in RAM, in RTC memory or in flash.
// Places and sizes: ESP32 Series Datasheet, "Internal Memory" (RTC slow memory 8 KB, kept in deep sleep); ESP-IDF Programming Guide, "Memory Types" (DRAM).
// RTC memory is taken as RTC_NOINIT_ATTR has it: it outlives deep sleep and a restart by software, not a loss of power (the EN button counts as one on the chip).
// Left out: the time that writing takes, records of different length (a slot is as long as the longest), and a power cut in the middle of a write.
import type { OfflineBufferScenario } from '../program.ts';
import {
  ENTRIES_PER_SECTOR,
  entriesOfRecord,
  FLASH_PARTITION_SECTORS,
  FLASH_SECTOR_BYTES,
  FlashWear,
  type FlashWearFigures,
} from './flashWear.ts';

/** RTC slow memory. Bytes. A program for the ULP coprocessor would take its share. */
export const RTC_SLOW_MEMORY_BYTES = 8_192;
/** Most DRAM that static variables may take: half of the 320 KiB, for technical reasons; the libraries' own share comes off it. Bytes. */
export const STATIC_DRAM_BYTES = 160 * 1_024;
/** Of the flash partition, less the sector that the log keeps spare. Bytes. */
export const FLASH_BUFFER_BYTES = (FLASH_PARTITION_SECTORS - 1) * FLASH_SECTOR_BYTES;

/** Bytes that the buffer takes and bytes that its place has. It fits where the first is not above the second. */
export interface BufferFit {
  readonly neededBytes: number;
  readonly availableBytes: number;
  readonly fits: boolean;
}

/**
 * RAM and RTC memory: slots · b. Flash: whole sectors, ⌈slots · e / 126⌉ · 4,096, e entries a record.
 * 100 slots of 321 bytes: 32,100 bytes of RAM, or 40,960 of flash; RTC memory has room for 25.
 */
export function bufferFit({ place, slots }: OfflineBufferScenario, recordBytes: number): BufferFit {
  const neededBytes =
    place === 'flash' ? Math.ceil((slots * entriesOfRecord(recordBytes)) / ENTRIES_PER_SECTOR) * FLASH_SECTOR_BYTES : slots * recordBytes;
  const availableBytes = { ram: STATIC_DRAM_BYTES, rtc: RTC_SLOW_MEMORY_BYTES, flash: FLASH_BUFFER_BYTES }[place];
  return { neededBytes, availableBytes, fits: neededBytes <= availableBytes };
}

export interface Kept<Message> {
  /** As in the `buffer` event. */
  readonly change: 'kept' | 'droppedOldest' | 'droppedNewest' | 'refused';
  /** The message that nobody will send now: the oldest, or the one that was to be kept. */
  readonly dropped: Message | null;
}

export class OfflineBuffer<Message> {
  readonly #setting: OfflineBufferScenario;
  readonly #wear: FlashWear;
  #messages: Message[] = [];

  /** @param recordBytes length of one slot, 1 or more */
  constructor(setting: OfflineBufferScenario, recordBytes: number) {
    this.#setting = setting;
    this.#wear = new FlashWear(recordBytes);
  }

  /** Messages that wait. */
  get held(): number {
    return this.#messages.length;
  }

  /** All zero unless the buffer is in flash. */
  get wear(): FlashWearFigures {
    return this.#wear.figures;
  }

  keep(message: Message): Kept<Message> {
    const { slots, whenFull } = this.#setting;
    if (this.#messages.length < slots) {
      this.#write(message);
      return { change: 'kept', dropped: null };
    }
    if (whenFull !== 'dropOldest') return { change: whenFull === 'refuse' ? 'refused' : 'droppedNewest', dropped: message };
    const dropped = this.take() ?? null;
    this.#write(message);
    return { change: 'droppedOldest', dropped };
  }

  /** The oldest, or `undefined`: nothing waits. It is out of the buffer then. */
  take(): Message | undefined {
    const oldest = this.#messages.shift();
    if (oldest !== undefined && this.#setting.place === 'flash') this.#wear.removed();
    return oldest;
  }

  /** The oldest, which stays. */
  peek(): Message | undefined {
    return this.#messages[0];
  }

  /** The chip starts anew with its power on: a reset, or the end of deep sleep. @returns what was forgotten */
  loseRam(): readonly Message[] {
    return this.#setting.place === 'ram' ? this.#forget() : [];
  }

  /** The power was off. @returns what was forgotten */
  losePower(): readonly Message[] {
    return this.#setting.place === 'flash' ? [] : this.#forget();
  }

  #write(message: Message): void {
    this.#messages.push(message);
    if (this.#setting.place === 'flash') this.#wear.kept();
  }

  #forget(): readonly Message[] {
    const forgotten = this.#messages;
    this.#messages = [];
    return forgotten;
  }
}
