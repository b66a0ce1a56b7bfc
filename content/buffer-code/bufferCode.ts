// The C code of an offline buffer in the sizes that were reckoned, for ESP-IDF and Arduino alike (C11, and C++11 where it is put into a sketch): one file to include.
import { recordLayout } from '#simulations';
import { comment } from '../client-code/setting.ts';
import { flashCode } from './flashCode.ts';
import { packedCode } from './packedCode.ts';
import { type BufferCodeSetting, namesOf, readingType } from './setting.ts';
import { slotsCode } from './slotsCode.ts';

export const BUFFER_CODE_FILE = 'offline_buffer.h';

export function bufferCode(setting: BufferCodeSetting): string {
  const { purpose, record, buffer } = setting;
  const names = namesOf(record);
  const inFlash = buffer.place === 'flash';
  const { bytes } = recordLayout({ ...record, form: 'slots', topicRoom: names.topicRoom, payloadRoom: names.payloadRoom });
  const text = [
    ...comment('//', purpose),
    '#pragma once',
    '#include <assert.h>',
    '#include <stdbool.h>',
    '#include <stdint.h>',
    ...(inFlash ? ['#include <stdio.h>'] : []),
    '#include <string.h>',
    ...(buffer.place === 'rtc' ? ['#include <esp_attr.h>'] : []),
    ...(inFlash ? ['#include <nvs.h>', '#include <nvs_flash.h>'] : []),
    '',
    `#define TOPIC_ROOM ${names.topicRoom}`,
    `#define PAYLOAD_ROOM ${names.payloadRoom}`,
    `#define DRAIN_EVERY_MS ${Math.round(buffer.drainEveryMs)}U`,
    '',
    ...readingType(names),
    '',
    '// What it was reckoned with; another compiler, or another member, and the sizes are others.',
    `static_assert(sizeof(reading_t) == ${bytes}, "the record has another size");`,
    '',
    ...(inFlash ? flashCode(setting, names) : record.form === 'packed' ? packedCode(setting, names) : slotsCode(setting, names)),
    '',
    ...drainCode(names.stamp === null ? '' : ', oldest.made'),
  ];
  return `${text.join('\n')}\n`;
}

/** One at a time, and out of the buffer only when the library has taken it. */
function drainCode(stampArgument: string): string[] {
  const stampType = stampArgument === '' ? '' : ', const reading_t *whole';
  return [
    "// The library publishes: true when it has taken the reading. With QoS 1 that is not yet the broker's PUBACK.",
    `typedef bool (*publish_t)(const char *topic, const char *payload, uint8_t qos${stampType});`,
    '',
    '// In every turn of the loop while the connection stands, beside the loop of the library. What is not taken stays, and is tried again.',
    'static inline void buffer_drain(uint32_t now_ms, publish_t publish) {',
    '  static uint32_t last_ms = 0;',
    '  static bool has_sent = false;',
    '  reading_t oldest;',
    '  if (has_sent && now_ms - last_ms < DRAIN_EVERY_MS) return;',
    '  if (!buffer_peek(&oldest)) return;',
    `  if (!publish(oldest.topic, oldest.payload, oldest.qos${stampType === '' ? '' : ', &oldest'})) return;`,
    '  buffer_pop();',
    '  last_ms = now_ms;',
    '  has_sent = true;',
    '}',
  ];
}
