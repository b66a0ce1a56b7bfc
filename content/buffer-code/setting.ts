// What the C code of an offline buffer is made from: the sizes that were reckoned. Reading sensors, the connection and the client library stay the program's own.
import type { OfflineBufferScenario, RecordSetting } from '#simulations';

export interface BufferCodeSetting {
  /** Stands in the head: what was reckoned. */
  readonly purpose: string;
  readonly record: RecordSetting;
  readonly buffer: OfflineBufferScenario;
}

/** Magic number, start, count or bytes in use, and messages dropped, in front of the records in RAM and RTC memory. Bytes. */
export const COUNTER_BYTES = 16;

const STAMP_TYPES = { none: null, seconds32: 'uint32_t', seconds64: 'int64_t' } as const;

export interface Names {
  /** Type of the time, `null`: none. */
  readonly stamp: string | null;
  /** Behind the other parameters and arguments. */
  readonly stampParameter: string;
  readonly stampArgument: string;
  /** Of the arrays, closing zero included. */
  readonly topicRoom: number;
  readonly payloadRoom: number;
}

export function namesOf({ stamp, form, topicRoom, payloadRoom, topicBytes, payloadBytes }: RecordSetting): Names {
  const type = STAMP_TYPES[stamp];
  return {
    stamp: type,
    stampParameter: type === null ? '' : `, ${type} made`,
    stampArgument: type === null ? '' : ', made',
    topicRoom: form === 'slots' ? topicRoom : topicBytes + 1,
    payloadRoom: form === 'slots' ? payloadRoom : payloadBytes + 1,
  };
}

/** The reading as a struct. */
export function readingType({ stamp }: Names): string[] {
  return [
    'typedef struct {',
    '  char topic[TOPIC_ROOM];',
    '  char payload[PAYLOAD_ROOM];',
    '  uint8_t qos;',
    ...(stamp === null ? [] : [`  ${stamp} made; // Unix time, seconds`]),
    '} reading_t;',
  ];
}

/** A text that does not fit is given back, never cut: a topic that was cut is another topic. */
export const REFUSE_TOO_LONG = [
  '  // Never cut: a topic that was cut is another topic.',
  '  if (strlen(topic) >= TOPIC_ROOM || strlen(payload) >= PAYLOAD_ROOM) return false;',
];
