// What one message takes in a buffer of a program's own: a C struct with room for the longest topic and payload, or a packed record as long as the message.
// Alignment as in the ABI of the ESP32 (Xtensa and RISC-V) and of the usual desktop: a member starts at a multiple of its own size, the struct ends at a multiple of its largest
// [ISO/IEC 9899:2018 §6.2.8, §6.7.2.1]. Worked example: char[64], char[256], uint8_t: 321 bytes, no padding; with a uint32_t behind it: 328.

/** `slots`: a struct, the same for every message. `packed`: five bytes (topic length, payload length, QoS), then the text without closing zeros. */
export type RecordForm = 'slots' | 'packed';
/** When the reading was made: left out, Unix seconds in 32 bits (until 2106), or in 64. */
export type RecordStamp = 'none' | 'seconds32' | 'seconds64';

export interface RecordSetting {
  readonly form: RecordForm;
  /** Of the arrays, closing zero included. Bytes, 2 or more; they count with `slots`. */
  readonly topicRoom: number;
  readonly payloadRoom: number;
  /** Of the text itself. Bytes; they count with `packed`. */
  readonly topicBytes: number;
  readonly payloadBytes: number;
  readonly stamp: RecordStamp;
}

export interface RecordMember {
  readonly name: 'topic' | 'payload' | 'qos' | 'made' | 'lengths';
  readonly offset: number;
  readonly bytes: number;
}

export interface RecordLayout {
  readonly members: readonly RecordMember[];
  /** Bytes that belong to no member. */
  readonly padding: number;
  readonly bytes: number;
}

export const STAMP_BYTES: Readonly<Record<RecordStamp, number>> = { none: 0, seconds32: 4, seconds64: 8 };

/** Topic length (two bytes), payload length (two bytes), QoS. */
export const PACKED_HEADER_BYTES = 5;

const roundUp = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple;

export function recordLayout(setting: RecordSetting): RecordLayout {
  return setting.form === 'slots' ? slotLayout(setting) : packedLayout(setting);
}

function slotLayout({ topicRoom, payloadRoom, stamp }: RecordSetting): RecordLayout {
  const wide = STAMP_BYTES[stamp];
  const members = lay([
    { name: 'topic', bytes: topicRoom, alignment: 1 },
    { name: 'payload', bytes: payloadRoom, alignment: 1 },
    { name: 'qos', bytes: 1, alignment: 1 },
    ...(wide === 0 ? [] : [{ name: 'made', bytes: wide, alignment: wide } as const]),
  ]);
  const bytes = roundUp(endOf(members), Math.max(1, wide));
  return { members, bytes, padding: bytes - sumOf(members) };
}

function packedLayout({ topicBytes, payloadBytes, stamp }: RecordSetting): RecordLayout {
  const wide = STAMP_BYTES[stamp];
  const members = lay([
    { name: 'lengths', bytes: PACKED_HEADER_BYTES, alignment: 1 },
    ...(wide === 0 ? [] : [{ name: 'made', bytes: wide, alignment: 1 } as const]),
    { name: 'topic', bytes: topicBytes, alignment: 1 },
    { name: 'payload', bytes: payloadBytes, alignment: 1 },
  ]);
  return { members, bytes: endOf(members), padding: 0 };
}

interface Wanted extends Omit<RecordMember, 'offset'> {
  readonly alignment: number;
}

function lay(wanted: readonly Wanted[]): RecordMember[] {
  let end = 0;
  return wanted.map(({ name, bytes, alignment }) => {
    const offset = roundUp(end, alignment);
    end = offset + bytes;
    return { name, offset, bytes };
  });
}

function endOf(members: readonly RecordMember[]): number {
  const last = members.at(-1);
  return last === undefined ? 0 : last.offset + last.bytes;
}

function sumOf(members: readonly RecordMember[]): number {
  return members.reduce((sum, { bytes }) => sum + bytes, 0);
}
