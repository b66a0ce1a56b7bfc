// A ring of bytes in RAM or RTC memory: each record is as long as its message.
import { PACKED_HEADER_BYTES, recordLayout } from '#simulations';
import type { BufferCodeSetting, Names } from './setting.ts';
import { REFUSE_TOO_LONG } from './setting.ts';
import { beginCode } from './slotsCode.ts';

const FULL = {
  dropOldest: [
    '  // The oldest make way, and are counted.',
    '  while (BUFFER_SIZE - buffer.used < length) {',
    '    buffer_pop();',
    '    buffer.dropped++;',
    '  }',
  ],
  dropNewest: [
    '  if (BUFFER_SIZE - buffer.used < length) {',
    '    // The newest is lost, and counted.',
    '    buffer.dropped++;',
    '    return true;',
    '  }',
  ],
  refuse: [
    '  if (BUFFER_SIZE - buffer.used < length) {',
    '    // The program is told.',
    '    buffer.dropped++;',
    '    return false;',
    '  }',
  ],
} as const;

export function packedCode({ buffer, record }: BufferCodeSetting, { stamp, stampParameter }: Names): string[] {
  const place = buffer.place === 'rtc' ? 'rtc' : 'ram';
  const stampSize = stamp === null ? '' : ` + sizeof(${stamp})`;
  return [
    `// Room for ${buffer.slots} of the longest; shorter ones leave room for more.`,
    `#define BUFFER_SIZE ${buffer.slots * recordLayout(record).bytes}U`,
    '#define BUFFER_MAGIC 0x6f666670U',
    `#define HEADER_BYTES (${PACKED_HEADER_BYTES}U${stampSize})`,
    '',
    `static ${place === 'rtc' ? 'RTC_NOINIT_ATTR ' : ''}struct {`,
    '  uint32_t magic;',
    '  uint32_t head;    // where the oldest begins',
    '  uint32_t used;    // bytes',
    '  uint32_t dropped; // tell somebody',
    '  uint8_t bytes[BUFFER_SIZE];',
    '} buffer;',
    '',
    ...beginCode(place, 'used'),
    '',
    'static inline void buffer_write(const void *from, uint32_t length) {',
    '  for (uint32_t i = 0; i < length; i++) buffer.bytes[(buffer.head + buffer.used++) % BUFFER_SIZE] = ((const uint8_t *)from)[i];',
    '}',
    '',
    'static inline void buffer_read(uint32_t at, void *to, uint32_t length) {',
    '  for (uint32_t i = 0; i < length; i++) ((uint8_t *)to)[i] = buffer.bytes[(buffer.head + at + i) % BUFFER_SIZE];',
    '}',
    '',
    'static inline void buffer_pop(void) {',
    '  uint16_t lengths[2];',
    '  if (buffer.used == 0) return;',
    '  buffer_read(0, lengths, sizeof lengths);',
    '  uint32_t length = HEADER_BYTES + lengths[0] + lengths[1];',
    '  buffer.head = (buffer.head + length) % BUFFER_SIZE;',
    '  buffer.used -= length;',
    '}',
    '',
    `static inline bool buffer_push(const char *topic, const char *payload, uint8_t qos${stampParameter}) {`,
    ...REFUSE_TOO_LONG,
    '  uint16_t lengths[2] = {(uint16_t)strlen(topic), (uint16_t)strlen(payload)};',
    '  uint32_t length = HEADER_BYTES + lengths[0] + lengths[1];',
    ...FULL[buffer.whenFull],
    '  buffer_write(lengths, sizeof lengths);',
    '  buffer_write(&qos, 1);',
    ...(stamp === null ? [] : ['  buffer_write(&made, sizeof made);']),
    '  buffer_write(topic, lengths[0]);',
    '  buffer_write(payload, lengths[1]);',
    '  return true;',
    '}',
    '',
    '// The oldest, which stays. False: nothing waits.',
    'static inline bool buffer_peek(reading_t *oldest) {',
    '  uint16_t lengths[2];',
    '  if (buffer.used == 0) return false;',
    '  memset(oldest, 0, sizeof *oldest);',
    '  buffer_read(0, lengths, sizeof lengths);',
    '  buffer_read(4, &oldest->qos, 1);',
    ...(stamp === null ? [] : ['  buffer_read(5, &oldest->made, sizeof oldest->made);']),
    '  buffer_read(HEADER_BYTES, oldest->topic, lengths[0]);',
    '  buffer_read(HEADER_BYTES + lengths[0], oldest->payload, lengths[1]);',
    '  return true;',
    '}',
  ];
}
