// A ring of equal slots in RAM or RTC memory.
import type { BufferCodeSetting, Names } from './setting.ts';
import { REFUSE_TOO_LONG } from './setting.ts';

/** What RTC memory held before a loss of power is noise: the magic number tells. */
export function beginCode(place: 'ram' | 'rtc', usedName: string): string[] {
  if (place === 'ram')
    return ['// RAM is empty after every start.', 'static inline void buffer_begin(void) { memset(&buffer, 0, sizeof buffer); }'];
  return [
    '// RTC memory outlives deep sleep and a restart by software. After a loss of power it holds noise.',
    'static inline void buffer_begin(void) {',
    `  if (buffer.magic == BUFFER_MAGIC && buffer.head < BUFFER_SIZE && buffer.${usedName} <= BUFFER_SIZE) return;`,
    '  memset(&buffer, 0, sizeof buffer);',
    '  buffer.magic = BUFFER_MAGIC;',
    '}',
  ];
}

const FULL = {
  dropOldest: ['    // The oldest makes way, and is counted.', '    buffer_pop();', '    buffer.dropped++;'],
  dropNewest: ['    // The newest is lost, and counted.', '    buffer.dropped++;', '    return true;'],
  refuse: ['    // The program is told.', '    buffer.dropped++;', '    return false;'],
} as const;

export function slotsCode({ buffer }: BufferCodeSetting, { stampParameter, stamp }: Names): string[] {
  const place = buffer.place === 'rtc' ? 'rtc' : 'ram';
  return [
    `#define BUFFER_SIZE ${buffer.slots}U`,
    '#define BUFFER_MAGIC 0x6f66666cU',
    '',
    `static ${place === 'rtc' ? 'RTC_NOINIT_ATTR ' : ''}struct {`,
    '  uint32_t magic;',
    '  uint32_t head;    // the oldest',
    '  uint32_t count;',
    '  uint32_t dropped; // tell somebody',
    '  reading_t slots[BUFFER_SIZE];',
    '} buffer;',
    '',
    ...beginCode(place, 'count'),
    '',
    'static inline void buffer_pop(void) {',
    '  if (buffer.count == 0) return;',
    '  buffer.head = (buffer.head + 1) % BUFFER_SIZE;',
    '  buffer.count--;',
    '}',
    '',
    `static inline bool buffer_push(const char *topic, const char *payload, uint8_t qos${stampParameter}) {`,
    ...REFUSE_TOO_LONG,
    '  if (buffer.count == BUFFER_SIZE) {',
    ...FULL[buffer.whenFull],
    '  }',
    '  reading_t *slot = &buffer.slots[(buffer.head + buffer.count) % BUFFER_SIZE];',
    '  strcpy(slot->topic, topic);',
    '  strcpy(slot->payload, payload);',
    '  slot->qos = qos;',
    ...(stamp === null ? [] : ['  slot->made = made;']),
    '  buffer.count++;',
    '  return true;',
    '}',
    '',
    '// The oldest, which stays. False: nothing waits.',
    'static inline bool buffer_peek(reading_t *oldest) {',
    '  if (buffer.count == 0) return false;',
    '  *oldest = buffer.slots[buffer.head];',
    '  return true;',
    '}',
  ];
}
