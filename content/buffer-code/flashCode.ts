// A ring of records in flash, in a partition of its own for ESP-IDF's NVS library, which spreads the wear over the sectors. A packed record is written no longer than its message.
import type { BufferCodeSetting, Names } from './setting.ts';
import { REFUSE_TOO_LONG } from './setting.ts';

const FULL = {
  dropOldest: ['    // The oldest makes way, and is counted.', '    buffer_pop();', '    buffer.dropped++;'],
  dropNewest: ['    // The newest is lost, and counted.', '    buffer.dropped++;', '    return true;'],
  refuse: ['    // The program is told.', '    buffer.dropped++;', '    return false;'],
} as const;

export function flashCode({ buffer, record }: BufferCodeSetting, names: Names): string[] {
  return [
    '// One more line in the partition table, in place of the file system: buffer, data, nvs, , 0x160000',
    '#define BUFFER_PARTITION "buffer"',
    `#define BUFFER_SIZE ${buffer.slots}U`,
    '',
    'static struct {',
    '  nvs_handle_t flash;',
    '  uint32_t head; // the oldest',
    '  uint32_t count;',
    '  uint32_t dropped; // tell somebody',
    '} buffer;',
    '',
    'static inline bool buffer_begin(void) {',
    '  memset(&buffer, 0, sizeof buffer);',
    '  if (nvs_flash_init_partition(BUFFER_PARTITION) != ESP_OK) return false;',
    '  if (nvs_open_from_partition(BUFFER_PARTITION, "buffer", NVS_READWRITE, &buffer.flash) != ESP_OK) return false;',
    '  // At the very first start they are not there yet: 0.',
    '  nvs_get_u32(buffer.flash, "head", &buffer.head);',
    '  nvs_get_u32(buffer.flash, "count", &buffer.count);',
    '  return buffer.head < BUFFER_SIZE && buffer.count <= BUFFER_SIZE;',
    '}',
    '',
    'static inline void buffer_key(uint32_t index, char key[16]) { snprintf(key, 16, "r%lu", (unsigned long)(index % BUFFER_SIZE)); }',
    '',
    'static inline void buffer_pop(void) {',
    '  char key[16];',
    '  if (buffer.count == 0) return;',
    '  buffer_key(buffer.head, key);',
    '  buffer.head = (buffer.head + 1) % BUFFER_SIZE;',
    '  buffer.count--;',
    '  // The counters first: after a power cut in between a record may be left over or missing, but none is sent twice.',
    '  nvs_set_u32(buffer.flash, "head", buffer.head);',
    '  nvs_set_u32(buffer.flash, "count", buffer.count);',
    '  nvs_erase_key(buffer.flash, key);',
    '  nvs_commit(buffer.flash);',
    '}',
    '',
    `static inline bool buffer_push(const char *topic, const char *payload, uint8_t qos${names.stampParameter}) {`,
    '  char key[16];',
    ...REFUSE_TOO_LONG,
    '  if (buffer.count == BUFFER_SIZE) {',
    ...FULL[buffer.whenFull],
    '  }',
    '  buffer_key(buffer.head + buffer.count, key);',
    ...(record.form === 'packed' ? writePacked(names) : writeStruct(names)),
    '  buffer.count++;',
    '  return nvs_set_u32(buffer.flash, "count", buffer.count) == ESP_OK && nvs_commit(buffer.flash) == ESP_OK;',
    '}',
    '',
    '// The oldest, which stays. False: nothing waits, or flash cannot be read.',
    'static inline bool buffer_peek(reading_t *oldest) {',
    '  char key[16];',
    '  if (buffer.count == 0) return false;',
    '  buffer_key(buffer.head, key);',
    ...(record.form === 'packed' ? readPacked(names) : readStruct()),
    '}',
  ];
}

function writeStruct({ stamp }: Names): string[] {
  return [
    '  reading_t reading;',
    '  memset(&reading, 0, sizeof reading);',
    '  strcpy(reading.topic, topic);',
    '  strcpy(reading.payload, payload);',
    '  reading.qos = qos;',
    ...(stamp === null ? [] : ['  reading.made = made;']),
    '  if (nvs_set_blob(buffer.flash, key, &reading, sizeof reading) != ESP_OK) return false;',
  ];
}

/** Or those behind it would wait for ever. */
const PASS_OVER = [
  '  // It cannot be read: those behind it must not wait for ever.',
  '  buffer_pop();',
  '  buffer.dropped++;',
  '  return false;',
];

function readStruct(): string[] {
  return [
    '  size_t length = sizeof *oldest;',
    '  if (nvs_get_blob(buffer.flash, key, oldest, &length) == ESP_OK && length == sizeof *oldest) return true;',
    ...PASS_OVER,
  ];
}

function packedBytes({ stamp }: Names): string {
  return `5U${stamp === null ? '' : ` + sizeof(${stamp})`}`;
}

function writePacked(names: Names): string[] {
  const header = packedBytes(names);
  return [
    `  static uint8_t record[${header} + TOPIC_ROOM + PAYLOAD_ROOM];`,
    '  uint16_t lengths[2] = {(uint16_t)strlen(topic), (uint16_t)strlen(payload)};',
    '  memcpy(record, lengths, sizeof lengths);',
    '  record[4] = qos;',
    ...(names.stamp === null ? [] : ['  memcpy(record + 5, &made, sizeof made);']),
    `  memcpy(record + ${header}, topic, lengths[0]);`,
    `  memcpy(record + ${header} + lengths[0], payload, lengths[1]);`,
    `  if (nvs_set_blob(buffer.flash, key, record, ${header} + lengths[0] + lengths[1]) != ESP_OK) return false;`,
  ];
}

function readPacked(names: Names): string[] {
  const header = packedBytes(names);
  return [
    `  static uint8_t record[${header} + TOPIC_ROOM + PAYLOAD_ROOM];`,
    '  uint16_t lengths[2] = {0, 0};',
    '  size_t length = sizeof record;',
    `  bool whole = nvs_get_blob(buffer.flash, key, record, &length) == ESP_OK && length >= ${header};`,
    '  if (whole) {',
    '    memcpy(lengths, record, sizeof lengths);',
    `    whole = lengths[0] < TOPIC_ROOM && lengths[1] < PAYLOAD_ROOM && length == ${header} + lengths[0] + lengths[1];`,
    '  }',
    '  if (!whole) {',
    ...PASS_OVER.map((line) => `  ${line}`),
    '  }',
    '  memset(oldest, 0, sizeof *oldest);',
    '  oldest->qos = record[4];',
    ...(names.stamp === null ? [] : ['  memcpy(&oldest->made, record + 5, sizeof oldest->made);']),
    `  memcpy(oldest->topic, record + ${header}, lengths[0]);`,
    `  memcpy(oldest->payload, record + ${header} + lengths[0], lengths[1]);`,
    '  return true;',
  ];
}
