// Reads the fields of one packet in order. The first thing that does not fit is kept as the failure, and from then on every
// read gives an empty value, so parsing code needs no check after each step and cannot loop. With a recorder each field that
// is read also leaves its span; without one (the quick path) nothing is spent on that.
import type { Field } from './fields.ts';
import { FIELD } from './fields.ts';
import type { ProtocolVersion } from './packet.ts';
import type { ProblemCode } from './problems.ts';
import { decodeUtf8, utf8Fault } from './utf8.ts';

export type FieldValue = number | string | boolean | Uint8Array;

/** Takes the spans of the fields as they are read; groups (open, close) nest. */
export interface FieldRecorder {
  /** `index`: which one, where the group repeats. */
  open(field: Field, start: number, index?: number): void;
  close(end: number): void;
  leaf(field: Field, start: number, end: number, value: FieldValue): void;
  /** A field of some bits of the byte at `at`; bit 7 is the highest. */
  bits(field: Field, at: number, high: number, low: number, value: number): void;
}

export interface Failure {
  readonly code: ProblemCode;
  readonly offset: number;
  readonly section: string | undefined;
}

const EMPTY = new Uint8Array(0);

export class ByteReader {
  position = 0;
  /** End of the part that is being read: the packet, or its properties. -1 after a failure. */
  end: number;
  failure: Failure | undefined = undefined;
  readonly bytes: Uint8Array;
  version: ProtocolVersion;
  readonly recorder: FieldRecorder | undefined;

  constructor(bytes: Uint8Array, version: ProtocolVersion, recorder: FieldRecorder | undefined) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.version = version;
    this.recorder = recorder;
  }

  /** Keeps the first failure; `section` where the rule's is more exact than the one of the problem. */
  fail(code: ProblemCode, offset: number, section?: string): void {
    this.failure ??= { code, offset, section };
    this.end = -1;
  }

  get failed(): boolean {
    return this.failure !== undefined;
  }

  open(field: Field, index?: number): void {
    if (this.recorder !== undefined && this.failure === undefined) this.recorder.open(field, this.position, index);
  }

  close(): void {
    if (this.recorder !== undefined && this.failure === undefined) this.recorder.close(this.position);
  }

  /** Bits `high` to `low` of the byte at `at`, which must be there. */
  bits(field: Field, at: number, high: number, low: number): number {
    const value = ((this.bytes[at] ?? 0) >> low) & ((2 << (high - low)) - 1);
    if (this.recorder !== undefined) this.recorder.bits(field, at, high, low, value);
    return value;
  }

  /** The offset of the next byte, whose bits are then read one by one; -1 when there is none. */
  bitByte(): number {
    if (this.position >= this.end) {
      this.fail('truncated', this.position);
      return -1;
    }
    return this.position++;
  }

  byte(field: Field): number {
    const at = this.position;
    if (at >= this.end) return this.short(at);
    const value = this.bytes[at] ?? 0;
    this.position = at + 1;
    if (this.recorder !== undefined) this.recorder.leaf(field, at, at + 1, value);
    return value;
  }

  twoByteInteger(field: Field): number {
    const at = this.position;
    if (at + 2 > this.end) return this.short(at);
    const value = this.peekTwoBytes(at);
    this.position = at + 2;
    if (this.recorder !== undefined) this.recorder.leaf(field, at, at + 2, value);
    return value;
  }

  fourByteInteger(field: Field): number {
    const at = this.position;
    if (at + 4 > this.end) return this.short(at);
    const value = this.peekTwoBytes(at) * 0x10000 + this.peekTwoBytes(at + 2);
    this.position = at + 4;
    if (this.recorder !== undefined) this.recorder.leaf(field, at, at + 4, value);
    return value;
  }

  /** 0 to 268,435,455 in one to four bytes; in 5.0 in as few as it takes. [v3.1.1 §2.2.3] [v5.0 §1.5.5] */
  variableByteInteger(field: Field): number {
    const at = this.position;
    let value = 0;
    let length = 0;
    let byte = 0x80;
    while (byte >= 0x80) {
      if (length === 4) return this.refuse('variableByteIntegerTooLong', at);
      if (at + length >= this.end) return this.short(at);
      byte = this.bytes[at + length] ?? 0;
      value |= (byte & 0x7f) << (7 * length);
      length++;
    }
    if (length > 1 && byte === 0 && this.version === '5.0') return this.refuse('variableByteIntegerNotMinimal', at);
    this.position = at + length;
    if (this.recorder !== undefined) this.recorder.leaf(field, at, this.position, value);
    return value;
  }

  /** Text behind its two-byte length. */
  utf8String(field: Field): string {
    const start = this.lengthPrefix(field);
    if (start < 0) return '';
    const text = decodeUtf8(this.bytes, start, this.position);
    if (text === undefined) {
      const fault = utf8Fault(this.bytes, start, this.position);
      this.fail(fault.nul ? 'utf8Nul' : 'utf8Invalid', fault.offset);
      return '';
    }
    if (this.recorder !== undefined) this.recorder.leaf(field, start, this.position, text);
    return text;
  }

  /** Bytes behind their two-byte length; they share memory with the packet. */
  binaryData(field: Field): Uint8Array {
    const start = this.lengthPrefix(field);
    if (start < 0) return EMPTY;
    const data = this.bytes.subarray(start, this.position);
    if (this.recorder !== undefined) this.recorder.leaf(field, start, this.position, data);
    return data;
  }

  /** Everything up to the end; shares memory with the packet. */
  rest(field: Field): Uint8Array {
    const start = this.position;
    if (this.failure !== undefined) return EMPTY;
    const data = this.bytes.subarray(start, this.end);
    this.position = this.end;
    if (this.recorder !== undefined) this.recorder.leaf(field, start, this.end, data);
    return data;
  }

  /** An identifier of 1 to 65,535. */
  packetId(): number {
    const at = this.position;
    const id = this.twoByteInteger(FIELD.packetId);
    if (id === 0) this.fail('packetIdZero', at);
    return id;
  }

  /** Reads the length in front of `field` and steps over the content; gives its start, or -1 when it does not fit. */
  private lengthPrefix(field: Field): number {
    const at = this.position;
    if (at + 2 > this.end) {
      this.short(at);
      return -1;
    }
    const length = this.peekTwoBytes(at);
    if (at + 2 + length > this.end) {
      this.short(at);
      return -1;
    }
    this.position = at + 2 + length;
    if (this.recorder !== undefined) {
      const prefix: Field = { ...FIELD.lengthPrefix, key: `${field.key}Length`, name: `${field.name} length` };
      this.recorder.leaf(prefix, at, at + 2, length);
    }
    return at + 2;
  }

  private peekTwoBytes(at: number): number {
    return ((this.bytes[at] ?? 0) << 8) | (this.bytes[at + 1] ?? 0);
  }

  private short(offset: number): 0 {
    return this.refuse('truncated', offset);
  }

  private refuse(code: ProblemCode, offset: number): 0 {
    this.fail(code, offset);
    return 0;
  }
}
